//! From nothing to a usable counter: folders, log, till, windows.

use crate::{commands, events::Listeners, windows};
use std::path::Path;
use tauri::{App, Manager, RunEvent};
use tracing_appender::rolling::{Builder, Rotation};
use tracing_subscriber::EnvFilter;

/// How many days of logs are kept.
const LOG_DAYS: usize = 7;
/// The variable that sets what is logged.
const LOG_FILTER: &str = "TIEN_VE_LOG";

/// Runs the app until its window closes.
///
/// # Errors
/// When the windowing system or the web view cannot be started.
pub fn run() -> tauri::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            windows::raise_main(app)
        }))
        .manage(Listeners::default())
        .invoke_handler(commands::handler())
        .setup(set_up)
        .build(tauri::generate_context!())?
        .run(|_, event| {
            if matches!(event, RunEvent::Exit) {
                tracing::info!("closed");
            }
        });
    Ok(())
}

fn set_up(app: &mut App) -> Result<(), Box<dyn std::error::Error>> {
    let paths = app.path();
    let data = paths.app_data_dir()?;
    log_to(&paths.app_log_dir()?);
    let pictures = paths
        .picture_dir()
        .or_else(|_| paths.document_dir())
        .unwrap_or_else(|_| data.join("pictures"));
    let config = till::Config {
        data,
        pictures,
        version: app.package_info().version.to_string(),
    };
    let till = tauri::async_runtime::block_on(till::Till::open(config))?;
    tauri::async_runtime::spawn(till::run(till.clone()));
    app.manage(till);
    windows::open_main(app.handle())?;
    Ok(())
}

fn log_to(folder: &Path) {
    let file = Builder::new()
        .rotation(Rotation::DAILY)
        .filename_prefix("tien-ve")
        .filename_suffix("log")
        .max_log_files(LOG_DAYS);
    let Ok(file) = std::fs::create_dir_all(folder)
        .map_err(drop)
        .and_then(|()| file.build(folder).map_err(drop))
    else {
        return;
    };
    let filter = EnvFilter::try_from_env(LOG_FILTER).unwrap_or_else(|_| EnvFilter::new("info"));
    let started = tracing_subscriber::fmt()
        .with_writer(std::sync::Mutex::new(file))
        .with_ansi(false)
        .with_env_filter(filter)
        .try_init();
    if started.is_ok() {
        tracing::info!(version = env!("CARGO_PKG_VERSION"), "started");
    }
}
