//! `inspect TEXT`: what a QR text says, as one JSON object on stdout. Exit code 0 when it is a valid VietQR, else 1.

use std::error::Error;
use std::io::Write as _;
use std::process::ExitCode;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(text), None) = (arguments.next(), arguments.next()) else {
        return Err("usage: inspect TEXT".into());
    };
    let seen = vietqr::inspect::inspect(&text.to_string_lossy());
    writeln!(std::io::stdout(), "{}", serde_json::to_string(&seen)?)?;
    Ok(if seen.valid {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
