//! The hand at payouts over HTTP: `/_hand/payout` with an id or a reference and what is done; `/_hand/bank` for
//! who may make payouts and from how much.

use dong::Dong;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::hand::{Hand, HandError, PayoutOutcome};

/// What is done, and with which payout.
#[derive(Deserialize)]
pub(super) struct Deed {
    id: Option<String>,
    reference: Option<String>,
    #[serde(flatten)]
    what: What,
}

#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
enum What {
    /// Reads the bank's SMS.
    Code,
    Settle {
        outcome: PayoutOutcome,
    },
    ExpireCode,
}

/// What is changed for all payouts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bank {
    is_whitelisted: Option<bool>,
    balance: Option<Dong>,
}

/// Every payout.
pub(super) fn list(hand: &Hand) -> (u16, Value) {
    (200, json!({ "payouts": hand.payouts() }))
}

/// Does it, and shows the payout, or the code alone.
pub(super) fn act(hand: &Hand, deed: Deed) -> (u16, Value) {
    let by_reference = |reference: &String| Some(hand.payout_with_reference(reference)?.id);
    let id = deed.id.or_else(|| deed.reference.as_ref().and_then(by_reference));
    let no_such_payout = HandError::NoSuchPayout;
    let Some(id) = id else {
        return (404, json!({ "error": no_such_payout.code() }));
    };
    let done = match deed.what {
        What::Code => {
            return match hand.payout_code(&id) {
                Some(code) => (200, json!({ "code": code })),
                None => (404, json!({ "error": no_such_payout.code() })),
            };
        }
        What::Settle { outcome } => hand.settle_payout(&id, outcome),
        What::ExpireCode => hand.expire_payout_code(&id),
    };
    match done {
        Ok(payout) => (200, json!({ "payout": payout })),
        Err(error) => (
            if error == HandError::NotOpen { 409 } else { 404 },
            json!({ "error": error.code() }),
        ),
    }
}

/// Changes what is given, and shows both.
pub(super) fn change_bank(hand: &Hand, bank: &Bank) -> (u16, Value) {
    if let Some(is_whitelisted) = bank.is_whitelisted {
        hand.set_whitelisted(is_whitelisted);
    }
    if let Some(balance) = bank.balance {
        hand.set_balance(balance);
    }
    (
        200,
        json!({ "is_whitelisted": hand.is_whitelisted(), "balance": hand.balance() }),
    )
}
