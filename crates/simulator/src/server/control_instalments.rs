//! The hand at Fundiin over HTTP: `/_hand/instalment` with a reference and what the customer does.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::hand::{Hand, HandError};

/// What the customer does, and with which payment.
#[derive(Deserialize)]
pub(super) struct Deed {
    reference: String,
    #[serde(rename = "do")]
    what: What,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Begin,
    Accept,
    Refuse,
    Decline,
    Expire,
    FirstPartHere,
}

/// Does it, and shows the payment.
pub(super) fn act(hand: &Hand, deed: &Deed) -> (u16, Value) {
    let reference = &deed.reference;
    let done = match deed.what {
        What::Begin => hand.instalment_begins(reference),
        What::Accept => hand.instalment_accepts(reference),
        What::Refuse => hand.instalment_refuses(reference),
        What::Decline => hand.instalment_is_declined(reference),
        What::Expire => hand.instalment_expires(reference),
        What::FirstPartHere => hand.instalment_pays_first_part_here(reference),
    };
    match done {
        Ok(instalment) => (200, json!({ "instalment": instalment })),
        Err(error) => (
            if error == HandError::NotOpen { 409 } else { 404 },
            json!({ "error": error.code() }),
        ),
    }
}
