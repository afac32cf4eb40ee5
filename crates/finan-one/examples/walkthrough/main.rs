//! Walks flows 1 to 3 of the integration guide against `FINAN_BASE_URL` with `FINAN_CLIENT_ID` and
//! `FINAN_SECRET_KEY`: a payment, then an invoice for a new customer and product, then, when `FINAN_OTP` is
//! set, a payout. `walkthrough payment`, `invoice` or `payout` walks one of them. Prints one JSON line a step; `FINAN_ACCOUNT_ID` chooses the
//! receiving account, `FINAN_WAIT_SECONDS` is how long to wait for the invoice's money (not at all by
//! default). The base URL may be http on loopback.
//!
//! A payout moves money. It goes from `FINAN_PAYOUT_ACCOUNT_ID` to `FINAN_PAYOUT_NAME`, `FINAN_PAYOUT_NUMBER`,
//! `FINAN_PAYOUT_BANK_ID` (the gateway's number of the bank), `FINAN_PAYOUT_AMOUNT` dong (10000 by default), and is
//! confirmed with `FINAN_OTP`. The bank's code comes after the create: `walkthrough payout` without `FINAN_OTP`
//! ends there, and goes on when it is started again with the code and `FINAN_PAYOUT_ID`. The simulator knows the
//! code before with `--switches '{"payouts":{"fixed_code":"123456"}}'`.
#![expect(clippy::print_stdout, reason = "a command-line program")]

mod invoice;
mod lines;
mod payment;
mod payout;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use finan_one::accounts::AccountFilter;
use finan_one::{Client, Credentials, DEFAULT_BASE_URL, PageRequest};
use gateway::{AllowHttp, BaseUrl, Clock, Code, Failure, Priority, SecretText, SystemClock};
use serde_json::json;

use crate::lines::{print_failure, print_step};

type Step = Result<(), (&'static str, Failure)>;

/// What every step needs.
struct Walk {
    client: Client,
    account_id: String,
    /// When it began, Unix milliseconds: makes references and codes new.
    began_ms: i64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let flow = std::env::args().nth(1);
    match walk(flow.as_deref()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err((step, failure)) => {
            print_failure(step, &failure);
            ExitCode::FAILURE
        }
    }
}

async fn walk(flow: Option<&str>) -> Step {
    if !matches!(flow, None | Some("payment" | "invoice" | "payout")) {
        let failure = Failure::not_sent(Code::BadRequest, "usage: walkthrough [payment|invoice|payout]");
        return Err(("configure", failure));
    }
    let clock = Arc::new(SystemClock::new());
    let began_ms = clock.now_ms();
    let client = client(clock).map_err(|failure| ("configure", failure))?;
    let reading = client
        .probe_clock(Priority::Click)
        .await
        .map_err(|failure| ("clock", failure))?;
    println!(
        "{}",
        json!({"step": "clock", "ok": true, "skew_ms": reading.skew_ms})
    );
    let account_id = account_id(&client)
        .await
        .map_err(|failure| ("accounts", failure))?;
    let walk = Walk {
        client,
        account_id,
        began_ms,
    };
    if matches!(flow, None | Some("payment")) {
        payment::walk(&walk).await?;
    }
    if matches!(flow, None | Some("invoice")) {
        invoice::walk(&walk, wait()).await?;
    }
    if flow == Some("payout") || (flow.is_none() && payout::is_wanted()) {
        payout::walk(&walk).await?;
    }
    Ok(())
}

fn client(clock: Arc<SystemClock>) -> Result<Client, Failure> {
    let base_url = setting("FINAN_BASE_URL").unwrap_or_else(|| DEFAULT_BASE_URL.to_owned());
    let base_url = BaseUrl::parse(&base_url, AllowHttp::LoopbackOnly)?;
    let client_id = setting("FINAN_CLIENT_ID").unwrap_or_default();
    let secret = SecretText::new(setting("FINAN_SECRET_KEY").unwrap_or_default());
    Client::connect(base_url, Credentials::new(&client_id, &secret)?, clock)
}

async fn account_id(client: &Client) -> Result<String, Failure> {
    let listed = client
        .list_master_accounts(&AccountFilter::default(), PageRequest::FIRST, Priority::Click)
        .await?;
    let first = listed
        .value
        .rows
        .first()
        .map(|account| account.account_id.clone());
    let chosen = setting("FINAN_ACCOUNT_ID").or(first);
    print_step(
        "accounts",
        &listed,
        json!({"count": listed.value.rows.len(), "account_id": chosen}),
    );
    chosen.ok_or_else(|| Failure::not_sent(Code::NotFound, "no account to receive the money"))
}

fn wait() -> Duration {
    let seconds = setting("FINAN_WAIT_SECONDS").and_then(|text| text.parse().ok());
    Duration::from_secs(seconds.unwrap_or_default())
}

#[expect(clippy::disallowed_methods, reason = "examples read their configuration here")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}
