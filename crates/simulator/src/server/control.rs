//! The hand over HTTP, for tests in other languages: `/_hand/pay`, `payments`, `invoice`, `invoices`,
//! `payout`, `payouts`, `bank`, `instalment`, `instalments`, `notices`, `faults`, `requests`, `clock`.
//! Served only where it was asked for, and never to a page in a browser.

use std::sync::Arc;

use axum::body::Bytes;
use axum::http::header::ORIGIN;
use axum::http::request;
use dong::Dong;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{control_instalments, control_invoices, control_payouts};
use crate::faults::FaultRule;
use crate::hand::{Hand, HandError, SimulatedPayment};
use crate::shared::Shared;

#[derive(Deserialize)]
struct Pay {
    id: Option<String>,
    reference: Option<String>,
    amount: Amount,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Amount {
    Dong(Dong),
    Word(AmountWord),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum AmountWord {
    Full,
    Short,
    Over,
    Late,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Rules {
    Many { faults: Vec<FaultRule> },
    List(Vec<FaultRule>),
    One(FaultRule),
}

#[derive(Deserialize)]
struct Clock {
    advance_seconds: i64,
}

/// Does what is asked and answers a status and a JSON value.
pub(crate) fn obey(
    shared: &Arc<Shared>,
    parts: &request::Parts,
    command: &str,
    body: &Bytes,
) -> (u16, Value) {
    if parts.headers.contains_key(ORIGIN) {
        return (403, json!({ "error": "not_for_browsers" }));
    }
    let hand = Hand::new(Arc::clone(shared));
    match (parts.method.as_str(), command) {
        ("GET", "payments") => (200, json!({ "payments": hand.payments() })),
        ("GET", "requests") => (200, json!({ "requests": hand.requests() })),
        ("GET", "faults") => (200, json!({ "faults": hand.faults() })),
        ("POST", "pay") => with(body, |pay: Pay| match transfer(&hand, &pay) {
            Ok(payment) => (200, json!({ "payment": payment })),
            Err(error) => (404, json!({ "error": error.code() })),
        }),
        ("GET", "instalments") => (200, json!({ "instalments": hand.instalments() })),
        ("GET", "notices") => (200, json!({ "notices": hand.notices() })),
        ("POST", "instalment") => with(body, |deed: control_instalments::Deed| {
            control_instalments::act(&hand, &deed)
        }),
        ("GET", "invoices") => (200, json!({ "invoices": hand.invoices() })),
        ("POST", "invoice") => with(body, |deed: control_invoices::Deed| {
            control_invoices::act(&hand, &deed)
        }),
        ("GET", "payouts") => control_payouts::list(&hand),
        ("POST", "payout") => with(body, |deed| control_payouts::act(&hand, deed)),
        ("POST", "bank") => with(body, |bank: control_payouts::Bank| {
            control_payouts::change_bank(&hand, &bank)
        }),
        ("POST", "faults") => with(body, |rules: Rules| {
            hand.set_faults(match rules {
                Rules::Many { faults } | Rules::List(faults) => faults,
                Rules::One(rule) => vec![rule],
            });
            (200, json!({ "faults": hand.faults() }))
        }),
        ("POST", "clock") => with(body, |clock: Clock| {
            hand.advance_clock(clock.advance_seconds);
            (200, json!({ "now": shared.clock.now_seconds() }))
        }),
        _ => (404, json!({ "error": "no_such_command" })),
    }
}

fn with<T: for<'de> Deserialize<'de>>(body: &Bytes, act: impl FnOnce(T) -> (u16, Value)) -> (u16, Value) {
    match serde_json::from_slice(body) {
        Ok(read) => act(read),
        Err(error) => (
            400,
            json!({ "error": "not_understood", "detail": error.to_string() }),
        ),
    }
}

fn transfer(hand: &Hand, pay: &Pay) -> Result<SimulatedPayment, HandError> {
    let by_reference = |reference: &String| hand.payment_with_reference(reference);
    let id = pay
        .id
        .clone()
        .or_else(|| Some(pay.reference.as_ref().and_then(by_reference)?.payment_request_id))
        .ok_or(HandError::NoSuchPayment)?;
    match pay.amount {
        Amount::Dong(amount) => hand.pay(&id, amount),
        Amount::Word(AmountWord::Full) => hand.pay_full(&id),
        Amount::Word(AmountWord::Short) => hand.pay_short(&id),
        Amount::Word(AmountWord::Over) => hand.pay_over(&id),
        Amount::Word(AmountWord::Late) => hand.pay_late(&id),
    }
}
