//! The desktop program.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    tien_ve::prepare();
    match tien_ve::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Tiền Về: {error}");
            ExitCode::FAILURE
        }
    }
}
