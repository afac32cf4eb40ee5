//! `cargo xtask test`: everything that CI runs, the fast things first. A failure does not hide what the others would tell,
//! but nothing is run that builds on a failed step.

mod choice;
mod report;
mod steps;

pub(crate) use choice::Choice;

use crate::failure::Failure;
use crate::setup;
use report::Report;

/// Runs what was chosen and fails when any step failed.
pub(crate) fn run(choice: Choice) -> Result<(), Failure> {
    let mut report = Report::default();
    match choice {
        Choice::Fast => {
            if report.step("set-up", setup::for_fast_tests) {
                steps::without_desktop(&mut report);
            }
        }
        Choice::Everything => {
            if report.step("set-up", setup::for_desktop_sessions) {
                steps::without_desktop(&mut report);
                steps::desktop(&mut report);
            }
        }
        Choice::EndToEnd { spec } => {
            if report.step("set-up", setup::for_desktop_sessions) {
                steps::end_to_end(&mut report, spec.as_deref());
            }
        }
    }
    report.close()
}
