//! `cargo xtask bindings`: the TypeScript of everything that crosses to the page, made from the crate `contract`.

use crate::failure::Failure;
use crate::process::Program;
use crate::workspace;
use std::fs;
use std::path::PathBuf;

/// Writes the file.
pub(crate) fn write() -> Result<(), Failure> {
    let path = path();
    fs::write(&path, generated()?).map_err(Failure::file(&path))?;
    println!("Wrote {}", path.display());
    Ok(())
}

/// Fails when the file is not what would be written now.
pub(crate) fn compare() -> Result<(), Failure> {
    let path = path();
    let kept = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    if kept.replace("\r\n", "\n") == generated()? {
        return Ok(());
    }
    Err(Failure::said(
        "ui/src/api/generated/contract.ts is stale: run `cargo xtask bindings` and commit it",
    ))
}

fn path() -> PathBuf {
    workspace::page().join("src/api/generated/contract.ts")
}

fn generated() -> Result<String, Failure> {
    Program::cargo()
        .args(["run", "--quiet", "-p", "contract"])
        .args(["--features", "typescript", "--example", "bindings"])
        .read()
}
