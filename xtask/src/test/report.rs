//! Runs steps, times them, and tells at the end how each one went.

use crate::failure::Failure;
use std::time::{Duration, Instant};

#[derive(Default)]
pub(super) struct Report {
    rows: Vec<Row>,
}

struct Row {
    name: String,
    took: Duration,
    failure: Option<String>,
}

impl Report {
    /// Runs one step; `true` when it went well.
    pub(super) fn step(&mut self, name: &str, work: impl FnOnce() -> Result<(), Failure>) -> bool {
        println!("\n== {name}");
        let started = Instant::now();
        let failure = work().err().map(|failure| failure.to_string());
        if let Some(failure) = &failure {
            println!("== {name} failed: {failure}");
        }
        let has_passed = failure.is_none();
        self.rows.push(Row {
            name: name.to_owned(),
            took: started.elapsed(),
            failure,
        });
        has_passed
    }

    /// Prints the summary.
    pub(super) fn close(self) -> Result<(), Failure> {
        println!("\n== summary");
        for row in &self.rows {
            println!("{}", line(row));
        }
        let failed = self.rows.iter().filter(|row| row.failure.is_some()).count();
        println!("\nsteps: {} passed, {failed} failed", self.rows.len() - failed);
        if failed == 0 {
            return Ok(());
        }
        Err(Failure::said("not everything passed"))
    }
}

fn line(row: &Row) -> String {
    let mark = if row.failure.is_some() { "FAILED" } else { "ok" };
    let tenths = row.took.as_millis() / 100;
    format!("  {mark:<7} {:>6}.{} s  {}", tenths / 10, tenths % 10, row.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failure_fails_the_whole_and_is_told() {
        let mut report = Report::default();
        assert!(report.step("good", || Ok(())));
        assert!(!report.step("bad", || Err(Failure::said("broken"))));
        assert!(
            report.rows[1]
                .failure
                .as_deref()
                .is_some_and(|text| text == "broken")
        );
        assert!(report.close().is_err());
    }

    #[test]
    fn times_are_told_in_tenths_of_a_second() {
        let row = Row {
            name: "clippy".to_owned(),
            took: Duration::from_millis(61_290),
            failure: None,
        };
        assert_eq!(line(&row), "  ok          61.2 s  clippy");
    }
}
