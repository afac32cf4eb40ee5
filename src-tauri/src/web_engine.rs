//! What the web engine needs: its switches before it is loaded, and a new page when its process dies.

use std::process::Command;
use tauri::WebviewWindow;

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

/// Loads a page again whose engine process has died: everything it shows is kept on this side.
#[cfg(target_os = "linux")]
pub(crate) fn revive(window: &WebviewWindow) {
    use webkit2gtk::WebViewExt as _;
    let label = window.label().to_owned();
    let watched = window.with_webview(move |view| {
        view.inner().connect_web_process_terminated(move |view, reason| {
            tracing::error!(%label, ?reason, "the page's process ended; the page is loaded again");
            view.reload();
        });
    });
    if let Err(error) = watched {
        tracing::warn!(%error, "the page's process is not watched");
    }
}

/// The other engines start their page's process again by themselves.
#[cfg(not(target_os = "linux"))]
pub(crate) fn revive(_: &WebviewWindow) {}
