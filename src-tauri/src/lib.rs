//! The shell: what only a desktop can do. Windows, commands, channels, paths; no business rule lives here.

mod boot;
mod browser;
mod commands;
mod events;
mod web_engine;
mod windows;

pub use boot::run;
pub use web_engine::prepare;
