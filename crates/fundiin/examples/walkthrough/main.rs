//! Walks through the gateway at `FUNDIIN_BASE_URL` (the sandbox when unset; http is allowed on loopback)
//! with `FUNDIIN_CLIENT_ID`, `FUNDIIN_SECRET_KEY`, `FUNDIIN_MERCHANT_ID`, `FUNDIIN_STORE_ID`: initiate,
//! status, cancel; then initiate, status, refund. Prints one JSON line a step. The second transaction must
//! be paid by somebody within `FUNDIIN_WAIT_SECONDS` (10), while its status is asked for.
#![expect(clippy::print_stdout, reason = "a command-line program")]

use std::process::ExitCode;

mod lines;
mod order;
mod setting;
mod steps;

use lines::print_failure;
use setting::Setting;
use steps::{Step, Stop, Walk};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match walk().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            print_failure(stop.step, &stop.error);
            ExitCode::FAILURE
        }
    }
}

async fn walk() -> Step<()> {
    let setting = Setting::read()?;
    let walk = Walk::connect(&setting)?;
    walk.clock().await?;

    let cancelled = walk.initiate("A").await?;
    walk.status(&cancelled).await?;
    walk.cancel(&cancelled).await?;

    let paid = walk.initiate("B").await?;
    let status = walk.status_until_paid(&paid, setting.wait).await?;
    match status.payment_trans_id {
        Some(payment_trans_id) => walk.refund(&paid, payment_trans_id).await,
        None => Err(Stop::not_paid("refund")),
    }
}
