//! What `cargo xtask test` was asked to run.

use crate::failure::Failure;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    Everything,
    Fast,
    EndToEnd {
        /// Part of a spec's file name.
        spec: Option<String>,
    },
}

impl Choice {
    pub(crate) fn read(flags: &[&str]) -> Result<Self, Failure> {
        match flags {
            [] => Ok(Self::Everything),
            ["--fast"] => Ok(Self::Fast),
            ["--e2e-only"] => Ok(Self::EndToEnd { spec: None }),
            ["--e2e-only", spec] => Ok(Self::EndToEnd {
                spec: Some((*spec).to_owned()),
            }),
            _ => Err(Failure::usage(
                "usage: cargo xtask test [--fast | --e2e-only [spec]]",
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_flag_does_not_run_less_than_asked() {
        assert_eq!(Choice::read(&[]).unwrap(), Choice::Everything);
        assert!(Choice::read(&["--quick"]).is_err());
        assert!(Choice::read(&["--fast", "--e2e-only"]).is_err());
    }
}
