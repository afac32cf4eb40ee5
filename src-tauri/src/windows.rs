//! The two windows: the cashier's and the customer's.

use crate::web_engine;
use contract::event::TillEvent;
use contract::{ErrorBody, ErrorCode};
use std::sync::Arc;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, Monitor, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

/// The cashier's window, as the capability files name it.
pub(crate) const MAIN: &str = "main";
/// The customer's window, as the capability files name it.
pub(crate) const DISPLAY: &str = "display";

/// Opens the cashier's window.
pub(crate) fn open_main(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let window = builder(app, MAIN, "index.html")
        .title("Tiền Về")
        .inner_size(1366.0, 768.0)
        .min_inner_size(800.0, 480.0)
        .center()
        .maximized(true)
        .build()?;
    web_engine::revive(&window);
    let handle = app.clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::Destroyed) {
            handle.exit(0);
        }
    });
    Ok(window)
}

/// Brings the cashier's window to the front.
pub(crate) fn raise_main(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let shown = window
            .unminimize()
            .and_then(|()| window.show())
            .and_then(|()| window.set_focus());
        if let Err(error) = shown {
            tracing::warn!(%error, "the window could not be raised");
        }
    }
}

/// Opens the customer display: full screen on another monitor where there is one.
pub(crate) fn open_display(app: &AppHandle) -> Result<(), ErrorBody> {
    if let Some(window) = app.get_webview_window(DISPLAY) {
        return window.unminimize().map_err(display_failed);
    }
    // Keys and scans belong to the cashier's window.
    let window = builder(app, DISPLAY, "display.html")
        .focused(false)
        .title("Tiền Về – màn hình khách")
        .inner_size(1024.0, 640.0)
        .min_inner_size(480.0, 480.0)
        .build()
        .map_err(display_failed)?;
    if let Some(monitor) = other_monitor(app) {
        window
            .set_position(*monitor.position())
            .and_then(|()| window.set_decorations(false))
            .and_then(|()| window.set_fullscreen(true))
            .map_err(display_failed)?;
    }
    web_engine::revive(&window);
    let handle = app.clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::Destroyed) {
            tell_display(&handle, false);
        }
    });
    tell_display(app, true);
    Ok(())
}

/// Closes the customer display.
pub(crate) fn close_display(app: &AppHandle) -> Result<(), ErrorBody> {
    app.get_webview_window(DISPLAY)
        .map_or(Ok(()), |window| window.close().map_err(display_failed))
}

fn tell_display(app: &AppHandle, is_open: bool) {
    if let Some(till) = app.try_state::<Arc<till::Till>>() {
        till.display().set_open(is_open);
        till.events().send(TillEvent::Display { is_open });
    }
}

fn display_failed(error: tauri::Error) -> ErrorBody {
    tracing::warn!(%error, "the customer display failed");
    ErrorBody::of(ErrorCode::DisplayFailed)
}

fn other_monitor(app: &AppHandle) -> Option<Monitor> {
    let main = app.get_webview_window(MAIN)?.current_monitor().ok()??;
    app.available_monitors()
        .ok()?
        .into_iter()
        .find(|monitor| monitor.position() != main.position())
}

fn builder<'a>(
    app: &'a AppHandle,
    label: &str,
    page: &str,
) -> WebviewWindowBuilder<'a, tauri::Wry, AppHandle> {
    WebviewWindowBuilder::new(app, label, WebviewUrl::App(page.into()))
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .disable_drag_drop_handler()
}

/// Pages of the app; everything else is refused. The isolation frame never comes here.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_pages_open() {
        for own in [
            "tauri://localhost/index.html",
            "http://tauri.localhost/display.html",
        ] {
            assert!(is_own_page(&Url::parse(own).unwrap()), "{own}");
        }
        for other in [
            "https://pay.finan.one/x",
            "http://localhost/",
            "isolation://localhost/",
            "tauri://evil/",
            "data:text/html,x",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "about:blank",
            "blob:tauri://localhost/1",
        ] {
            assert!(!is_own_page(&Url::parse(other).unwrap()), "{other}");
        }
    }
}
