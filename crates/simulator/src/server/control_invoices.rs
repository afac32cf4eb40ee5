//! The hand at Finan One's invoices over HTTP: `/_hand/invoice` with an id or a code and what the customer does.

use dong::Dong;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::hand::{Hand, HandError, SimulatedInvoice};

/// What the customer does, and with which invoice.
#[derive(Deserialize)]
pub(super) struct Deed {
    id: Option<String>,
    code: Option<String>,
    #[serde(flatten)]
    what: What,
}

#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
enum What {
    Pay { amount: Amount },
    Age,
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
}

/// Does it, and shows the invoice.
pub(super) fn act(hand: &Hand, deed: &Deed) -> (u16, Value) {
    match done(hand, deed) {
        Ok(invoice) => (200, json!({ "invoice": invoice })),
        Err(error) => (404, json!({ "error": error.code() })),
    }
}

fn done(hand: &Hand, deed: &Deed) -> Result<SimulatedInvoice, HandError> {
    let by_code = |code: &String| Some(hand.invoice_with_code(code)?.invoice_id);
    let id = deed.id.clone().or_else(|| deed.code.as_ref().and_then(by_code));
    let id = id.ok_or(HandError::NoSuchInvoice)?;
    match &deed.what {
        What::Pay {
            amount: Amount::Dong(amount),
        } => hand.pay_invoice(&id, *amount),
        What::Pay {
            amount: Amount::Word(AmountWord::Full),
        } => hand.pay_invoice_full(&id),
        What::Age => hand.age_invoice(&id),
    }
}
