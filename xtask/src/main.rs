//! The project's own commands, run as `cargo xtask <command>`. Each one sets up what it lacks and says what it does.
//! Nothing here is part of the shipped program.

#![expect(clippy::print_stdout, reason = "a command line tool tells what it does")]

mod bindings;
mod check;
mod desktop;
mod failure;
mod package;
mod process;
mod run;
mod setup;
mod test;
mod tour;
mod workspace;

use failure::Failure;
use std::process::ExitCode;

const USAGE: &str = "cargo xtask <command>

  run                     sets up what is missing, builds, starts the app in practice mode
  test                    sets up what is missing, runs everything that CI runs
  test --fast             without the desktop: formatting, checks, crates, page
  test --e2e-only [spec]  only the end-to-end specs, or one of them (a part of its file name)
  check                   crate edges, wrapped libraries, bindings, messages, machine paths
  bindings [--check]      writes (or compares) the TypeScript of the contract
  tour [--out FOLDER]     clicks through the app under a virtual display and saves screenshots
  package                 builds the .deb";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            println!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<(), Failure> {
    match words {
        ["run"] => run::run(),
        ["test", flags @ ..] => test::run(test::Choice::read(flags)?),
        ["check"] => check::run(),
        ["bindings"] => bindings::write(),
        ["bindings", "--check"] => bindings::compare(),
        ["tour"] => tour::run(None),
        ["tour", "--out", folder] => tour::run(Some(folder)),
        ["package"] => package::run(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(Failure::usage(&format!(
            "no such command: {}\n\n{USAGE}",
            words.join(" ")
        ))),
    }
}
