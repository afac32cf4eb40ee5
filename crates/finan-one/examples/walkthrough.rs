//! Walks flow 1 of the integration guide against `FINAN_BASE_URL` with `FINAN_CLIENT_ID` and
//! `FINAN_SECRET_KEY`: accounts, create a payment, show its link and QR, ask for its status. Prints one
//! JSON line a step; `FINAN_ACCOUNT_ID` chooses the receiving account. The base URL may be http on loopback.
#![expect(clippy::print_stdout, reason = "a command-line program")]

use std::process::ExitCode;
use std::sync::Arc;

use dong::Dong;
use finan_one::accounts::AccountFilter;
use finan_one::payments::{CreatePayment, Payment, build_create};
use finan_one::{Client, Credentials, DEFAULT_BASE_URL, PageRequest};
use gateway::{AllowHttp, Answer, BaseUrl, Clock, Code, Failure, Priority, SecretText, SystemClock};
use serde_json::{Value, json};

const AMOUNT: Dong = Dong::new(500_000);

type Step = Result<(), (&'static str, Failure)>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match walk().await {
        Ok(()) => ExitCode::SUCCESS,
        Err((step, failure)) => {
            print_failure(step, &failure);
            ExitCode::FAILURE
        }
    }
}

async fn walk() -> Step {
    let clock = Arc::new(SystemClock::new());
    let reference_id = format!("ORDER-{}", clock.now_ms());
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
    let payment = create(&client, account_id, reference_id)
        .await
        .map_err(|failure| ("create_payment", failure))?;
    let line = json!({
        "step": "share_payment", "ok": true, "payment_url": payment.payment_url, "qr_code": payment.qr_code,
    });
    println!("{line}");
    let asked = client
        .get_payment(&payment.payment_request_id, Priority::Click)
        .await;
    let answer = asked.map_err(|failure| ("payment_status", failure))?;
    let values = json!({
        "payment_request_id": answer.value.payment_request_id,
        "status": answer.value.status,
        "amount": answer.value.amount,
        "received": answer.value.received,
    });
    print_step("payment_status", &answer, values);
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

async fn create(client: &Client, account_id: String, reference_id: String) -> Result<Payment, Failure> {
    let body = build_create(&CreatePayment {
        account_id,
        amount: AMOUNT,
        description: format!("Don hang {reference_id}"),
        reference_id: reference_id.clone(),
        customer: None,
        items: Vec::new(),
    })?;
    let answer = client
        .send_create_payment(body.as_bytes(), Priority::Click)
        .await?;
    let values = json!({
        "payment_request_id": answer.value.payment_request_id,
        "reference_id": reference_id,
        "amount": AMOUNT,
        "status": answer.value.status,
    });
    print_step("create_payment", &answer, values);
    Ok(answer.value)
}

fn print_step<T>(step: &str, answer: &Answer<T>, values: Value) {
    let mut line = json!({
        "step": step, "ok": true, "http_status": answer.http_status, "request_id": answer.request_id,
    });
    if let (Some(line), Value::Object(values)) = (line.as_object_mut(), values) {
        line.extend(values);
    }
    println!("{line}");
}

fn print_failure(step: &str, failure: &Failure) {
    let line = json!({
        "step": step,
        "ok": false,
        "error": failure.code.as_str(),
        "certainty": failure.certainty,
        "detail": failure.detail,
        "http_status": failure.http_status,
        "request_id": failure.request_id,
    });
    println!("{line}");
}

#[expect(clippy::disallowed_methods, reason = "examples read their configuration here")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}
