//! Prints the signature of a body: the secret in `FUNDIIN_SECRET_KEY`, the body on standard input, byte
//! for byte (a final line feed counts, empty is a body too). Lower-case hex.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line program")]

use std::io::Read;
use std::process::ExitCode;

use fundiin::sign;
use gateway::SecretText;

fn main() -> ExitCode {
    match signature() {
        Ok(signature) => {
            println!("{signature}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn signature() -> Result<String, &'static str> {
    #[expect(clippy::disallowed_methods, reason = "examples read their configuration here")]
    let secret = std::env::var("FUNDIIN_SECRET_KEY").map_err(|_| "FUNDIIN_SECRET_KEY is not set")?;
    let mut body = Vec::new();
    std::io::stdin()
        .read_to_end(&mut body)
        .map_err(|_| "the body could not be read")?;
    Ok(sign(&SecretText::new(secret), &body).expose().to_owned())
}
