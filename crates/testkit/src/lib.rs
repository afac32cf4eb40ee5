//! What tests of several crates share: a clock that tests move, a transport that plays a script, a raw
//! socket server that misbehaves on purpose, and golden vectors. For dev-dependencies only.

pub mod golden;
mod manual_clock;
mod raw_server;
mod scripted_transport;

pub use manual_clock::ManualClock;
pub use raw_server::{RawServer, Reply};
pub use scripted_transport::ScriptedTransport;
