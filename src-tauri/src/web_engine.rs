//! What the web engine needs before anything of it is loaded.

use std::process::Command;

/// WebKitGTK's switch for its buffer sharing, which shows an empty window on many old graphics drivers.
const DMABUF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Starts the program again with the engine's switches set, where they are not. Returns when nothing is missing.
///
/// An environment can be set safely only for a new program, so this one replaces itself.
pub fn prepare() {
    if !cfg!(target_os = "linux") || std::env::var_os(DMABUF).is_some() {
        return;
    }
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let mut again = Command::new(program);
    again.args(std::env::args_os().skip(1)).env(DMABUF, "1");
    replace(again);
}

#[cfg(unix)]
fn replace(mut program: Command) {
    use std::os::unix::process::CommandExt as _;
    let _unchanged = program.exec();
}

#[cfg(not(unix))]
fn replace(_: Command) {}
