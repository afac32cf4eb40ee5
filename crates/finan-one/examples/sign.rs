//! Prints the signature of a request: `sign METHOD PATH TIMESTAMP`, the secret in `FINAN_SECRET_KEY`,
//! the body on standard input, byte for byte (empty for none).
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line program")]

use std::io::Read;
use std::process::ExitCode;

use finan_one::{Signed, sign};
use gateway::{Method, SecretText};

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

fn signature() -> Result<String, String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [method, path_and_query, timestamp] = arguments.as_slice() else {
        return Err("usage: FINAN_SECRET_KEY=… sign METHOD PATH TIMESTAMP < body".to_owned());
    };
    let method = Method::from_name(method).ok_or("the method must be GET, POST, PUT or DELETE")?;
    let timestamp = timestamp
        .parse()
        .map_err(|_| "the timestamp must be Unix seconds")?;
    #[expect(clippy::disallowed_methods, reason = "examples read their configuration here")]
    let secret = std::env::var("FINAN_SECRET_KEY").map_err(|_| "FINAN_SECRET_KEY is not set")?;
    let mut payload = Vec::new();
    std::io::stdin()
        .read_to_end(&mut payload)
        .map_err(|_| "the body could not be read")?;
    let signed = Signed {
        method,
        path_and_query,
        payload: &payload,
        timestamp,
    };
    Ok(sign(&SecretText::new(secret), signed).expose().to_owned())
}
