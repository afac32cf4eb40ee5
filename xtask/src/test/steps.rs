//! The steps themselves.

use super::report::Report;
use crate::desktop::{self, FEATURE, Programs};
use crate::failure::Failure;
use crate::process::Program;
use crate::{check, workspace};
use std::fs;

/// Everything that needs no WebKit but the lints of the shell.
pub(super) fn without_desktop(report: &mut Report) {
    report.step("formatting", || cargo(&["fmt", "--all", "--check"]));
    report.step("check", check::run);
    report.step("crates", || {
        cargo(&[
            "test",
            "--workspace",
            "--exclude",
            "tien-ve",
            "--locked",
            "--no-fail-fast",
        ])
    });
    report.step("crates: lints", || {
        let crates = [
            "clippy",
            "--workspace",
            "--exclude",
            "tien-ve",
            "--all-targets",
            "--locked",
        ];
        cargo(&[crates.as_slice(), &["--", "-D", "warnings"]].concat())
    });
    report.step("page: lints and types", || {
        page("lint")?;
        page("check")
    });
    report.step("page: tests", || page("test"));
}

/// The desktop program: its lints, its own tests, the end-to-end specs.
pub(super) fn desktop(report: &mut Report) {
    if !report.step("page: build", desktop::build_page) {
        return;
    }
    let of_desktop = ["-p", "tien-ve", "--locked", "--features", FEATURE];
    report.step("desktop: tests", || {
        cargo(&[["test"].as_slice(), &of_desktop].concat())
    });
    report.step("desktop: lints", || {
        let lints = ["--all-targets", "--", "-D", "warnings"];
        cargo(&[["clippy"].as_slice(), &of_desktop, &lints].concat())
    });
    sessions(report, None);
}

/// The end-to-end specs with what they need.
pub(super) fn end_to_end(report: &mut Report, spec: Option<&str>) {
    if report.step("page: build", desktop::build_page) {
        sessions(report, spec);
    }
}

fn sessions(report: &mut Report, spec: Option<&str>) {
    let mut built = None;
    let is_built = report.step("desktop: build", || {
        built = Some(desktop::build_programs()?);
        Ok(())
    });
    report.step("specs: types", || {
        Program::npm()
            .args(["run", "--silent", "check"])
            .within(&workspace::end_to_end())
            .run()
    });
    if let (true, Some(programs)) = (is_built, built) {
        report.step("end to end", || specs(&programs, spec));
    }
}

fn specs(programs: &Programs, spec: Option<&str>) -> Result<(), Failure> {
    let files = spec_files(spec.unwrap_or_default())?;
    Program::npm()
        .args(["run", "--silent", "e2e", "--"])
        .args(files)
        .env("TIEN_VE_APP", &programs.app)
        .env("TIEN_VE_SIMULATOR", &programs.simulator)
        .within(&workspace::end_to_end())
        .run()
}

fn spec_files(part: &str) -> Result<Vec<String>, Failure> {
    let folder = workspace::end_to_end().join("specs");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .map_err(Failure::file(&folder))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".spec.ts") && name.contains(part))
        .map(|name| format!("specs/{name}"))
        .collect();
    names.sort();
    if names.is_empty() {
        return Err(Failure::said(format!("no spec has `{part}` in its name")));
    }
    Ok(names)
}

fn cargo(arguments: &[&str]) -> Result<(), Failure> {
    Program::cargo().args(arguments).run()
}

fn page(script: &str) -> Result<(), Failure> {
    Program::npm()
        .args(["run", "--silent", script])
        .within(&workspace::page())
        .run()
}
