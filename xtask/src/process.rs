//! Starting other programs. Their standard input is always empty, so that nothing waits for an answer nobody gives.

use crate::failure::Failure;
use crate::workspace;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// A program to be run in a folder of the repository.
pub(crate) struct Program {
    command: Command,
    words: Vec<String>,
}

impl Program {
    /// In the repository's root, unless [`Program::within`] says otherwise.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let name = Path::new(program.as_ref())
            .file_stem()
            .unwrap_or(program.as_ref());
        let mut command = Command::new(program.as_ref());
        command.stdin(Stdio::null()).current_dir(workspace::root());
        Self {
            words: vec![name.to_string_lossy().into_owned()],
            command,
        }
    }

    /// The cargo that started this tool.
    pub(crate) fn cargo() -> Self {
        Self::new(workspace::cargo())
    }

    /// npm, by the name it has on this system.
    pub(crate) fn npm() -> Self {
        Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
    }

    pub(crate) fn args<S: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = S>) -> Self {
        for argument in arguments {
            self.words.push(argument.as_ref().to_string_lossy().into_owned());
            self.command.arg(argument);
        }
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it to its end with its output shown.
    pub(crate) fn run(mut self) -> Result<(), Failure> {
        let status = self.command.status().map_err(|source| Failure::NotStarted {
            program: self.name(),
            source,
        })?;
        if status.success() {
            return Ok(());
        }
        Err(Failure::Ended {
            command: self.words.join(" "),
            status: status.to_string(),
        })
    }

    /// Runs it to its end and returns what it printed; its error output is shown.
    pub(crate) fn read(self) -> Result<String, Failure> {
        let command = self.words.join(" ");
        let (text, succeeded, status) = self.output(Stdio::inherit())?;
        if succeeded {
            return Ok(text);
        }
        Err(Failure::Ended { command, status })
    }

    /// What it printed, whether or not it succeeded; its error output is dropped.
    pub(crate) fn read_regardless(self) -> Result<String, Failure> {
        Ok(self.output(Stdio::null())?.0)
    }

    fn output(mut self, errors: Stdio) -> Result<(String, bool, String), Failure> {
        let output = self
            .command
            .stderr(errors)
            .stdout(Stdio::piped())
            .spawn()
            .and_then(std::process::Child::wait_with_output)
            .map_err(|source| Failure::NotStarted {
                program: self.name(),
                source,
            })?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok((text, output.status.success(), output.status.to_string()))
    }

    fn name(&self) -> String {
        self.words.first().cloned().unwrap_or_default()
    }
}
