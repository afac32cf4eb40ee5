//! The program `simulator`: starts one, says in one JSON line where it listens, and serves until it is ended.

mod args;

use std::io::{self, Write};
use std::process::ExitCode;

use serde_json::json;
use simulator::Simulator;
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::from_default_env())
        .with_writer(io::stderr)
        .init();
    let config = match args::read(std::env::args().skip(1), variable) {
        Ok(config) => config,
        Err(problem) => return say(&format!("{problem}\n\n{}", args::USAGE)),
    };
    let running = match Simulator::start(config).await {
        Ok(running) => running,
        Err(error) => return say(&format!("cannot start: {error}")),
    };
    let fundiin = running.fundiin_credentials();
    let line = json!({
        "base_url": running.base_url(),
        "client_id": running.client_id(),
        "secret": running.secret(),
        "fundiin_base_url": running.fundiin_base_url(),
        "fundiin_client_id": fundiin.client_id,
        "fundiin_secret": fundiin.secret,
        "fundiin_merchant_id": fundiin.merchant_id,
        "fundiin_store_id": fundiin.store_id,
    });
    let mut out = io::stdout();
    if writeln!(out, "{line}").and_then(|()| out.flush()).is_err() {
        return ExitCode::FAILURE;
    }
    running.forever().await;
    ExitCode::SUCCESS
}

#[expect(
    clippy::disallowed_methods,
    reason = "the program's configuration is read here only"
)]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn say(text: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "{text}");
    ExitCode::FAILURE
}
