//! The body that says what an invoice is, in the order of the page's sample. Pure: the same invoice gives
//! the same bytes.

use chrono::{DateTime, Datelike, SecondsFormat, Utc};
use serde::Serialize;

mod discount;
mod item;

use discount::WireDiscount;
use item::WireItem;

use super::choice::PaymentMethod;
use super::details::InvoiceDetails;
use crate::assumptions::{BANK_TRANSFER_NEEDS_ACCOUNT, LONGEST_NOTE};
use crate::error::{InvalidField, Reason};
use crate::path::{Body, checked};
use crate::text;
use crate::wire::Purpose;

#[derive(Serialize)]
struct Wire<'a> {
    invoice_code: &'a str,
    transaction_date: String,
    due_date: String,
    items: Vec<WireItem<'a>>,
    tax_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    discount: Option<WireDiscount>,
    customer: WireCustomer<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    payment_methods: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_id: Option<&'a str>,
}

#[derive(Serialize)]
struct WireCustomer<'a> {
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
}

/// The exact bytes that create the invoice: compact JSON to store, sign and send.
///
/// # Errors
/// The first field that cannot be sent.
pub fn build_create(invoice: &InvoiceDetails) -> Result<Body, InvalidField> {
    body(invoice, Purpose::Create)
}

/// The exact bytes that make an existing invoice what `invoice` says, absent values included
/// ([`crate::assumptions::UPDATES_ARE_WHOLE`]).
///
/// # Errors
/// The first field that cannot be sent.
pub fn build_update(invoice: &InvoiceDetails) -> Result<Body, InvalidField> {
    body(invoice, Purpose::Update)
}

fn body(invoice: &InvoiceDetails, purpose: Purpose) -> Result<Body, InvalidField> {
    let note = text::optional("note", invoice.note.as_deref(), LONGEST_NOTE)?;
    let transaction_date = date("transaction_date", invoice.transaction_date)?;
    let due_date = date("due_date", invoice.due_date)?;
    if invoice.due_date < invoice.transaction_date {
        return Err(InvalidField::new("due_date", Reason::BeforeTransaction));
    }
    Body::of_details(&Wire {
        invoice_code: new_code(&invoice.invoice_code)?,
        transaction_date,
        due_date,
        items: item::all(&invoice.items, purpose)?,
        tax_type: invoice.tax_type.as_str(),
        discount: discount::of(invoice.discount, purpose)?,
        customer: customer(invoice, purpose).map_err(|invalid| invalid.within("customer"))?,
        note: purpose.text(note),
        payment_methods: methods(&invoice.payment_methods)?,
        account_id: account(invoice)?,
    })
}

/// Printable ASCII without spaces: what comes back in a list must be what was sent, character for character.
fn new_code(code: &str) -> Result<&str, InvalidField> {
    let code = text::code("invoice_code", code)?;
    if code.bytes().all(|byte| byte.is_ascii_graphic()) {
        Ok(code)
    } else {
        Err(InvalidField::new("invoice_code", Reason::BadCharacters))
    }
}

/// ISO 8601 in UTC with `Z`.
fn date(field: &str, at: DateTime<Utc>) -> Result<String, InvalidField> {
    if (1_000..=9_999).contains(&at.year()) {
        Ok(at.to_rfc3339_opts(SecondsFormat::Secs, true))
    } else {
        Err(InvalidField::new(field, Reason::NotADate))
    }
}

fn customer(invoice: &InvoiceDetails, purpose: Purpose) -> Result<WireCustomer<'_>, InvalidField> {
    Ok(WireCustomer {
        code: text::code("code", &invoice.customer_code)?,
        email: purpose.text(text::email("email", invoice.customer_email.as_deref())?),
    })
}

fn methods(methods: &[PaymentMethod]) -> Result<Vec<&'static str>, InvalidField> {
    let wrong = |reason| Err(InvalidField::new("payment_methods", reason));
    let mut words: Vec<&'static str> = Vec::new();
    for method in methods {
        if words.contains(&method.as_str()) {
            return wrong(Reason::Repeated);
        }
        words.push(method.as_str());
    }
    if words.is_empty() {
        wrong(Reason::Missing)
    } else {
        Ok(words)
    }
}

fn account(invoice: &InvoiceDetails) -> Result<Option<&str>, InvalidField> {
    let given = invoice
        .account_id
        .as_deref()
        .map(str::trim)
        .filter(|id| !id.is_empty());
    let is_needed =
        BANK_TRANSFER_NEEDS_ACCOUNT && invoice.payment_methods.contains(&PaymentMethod::BankTransfer);
    match given {
        None if is_needed => Err(InvalidField::new("account_id", Reason::Missing)),
        None => Ok(None),
        Some(id) => checked(id)
            .map(Some)
            .map_err(|_| InvalidField::new("account_id", Reason::BadCharacters)),
    }
}

#[cfg(test)]
mod tests;
