//! The bytes of an invoice, from what was entered.

use super::refused_field;
use crate::TillError;
use chrono::{DateTime, Utc};
use contract::ErrorCode;
use domain::{AccountId, Discount, InvoiceContent, InvoiceLine, TaxType, UnixMs};
use finan_one::invoices::{
    Discount as Sent, InvoiceDetails, InvoiceItem, PaymentMethod, TaxType as SentTaxType, build_create,
    build_update,
};

/// The exact bytes that make it.
///
/// # Errors
/// `field_refused` with the field that the gateway would refuse.
pub(super) fn creating(
    code: &str,
    content: &InvoiceContent,
    receiving: &AccountId,
) -> Result<Vec<u8>, TillError> {
    let details = details(code, content, receiving)?;
    let body = build_create(&details).map_err(|invalid| refused_field(&invalid))?;
    Ok(body.into_bytes())
}

/// The exact bytes that change it.
///
/// # Errors
/// As for [`creating`].
pub(super) fn changing(
    code: &str,
    content: &InvoiceContent,
    receiving: &AccountId,
) -> Result<Vec<u8>, TillError> {
    let details = details(code, content, receiving)?;
    let body = build_update(&details).map_err(|invalid| refused_field(&invalid))?;
    Ok(body.into_bytes())
}

fn details(code: &str, content: &InvoiceContent, receiving: &AccountId) -> Result<InvoiceDetails, TillError> {
    let customer = content.customer.as_ref().ok_or(ErrorCode::CustomerMissing)?;
    let methods: Vec<_> = content
        .payment_methods
        .iter()
        .filter_map(|word| PaymentMethod::from_word(word))
        .collect();
    let takes_transfers = methods.contains(&PaymentMethod::BankTransfer);
    let account = content.account_id.as_ref().unwrap_or(receiving);
    Ok(InvoiceDetails {
        invoice_code: code.to_owned(),
        transaction_date: moment(content.transaction_date)?,
        due_date: moment(content.due_date)?,
        tax_type: match content.tax_type {
            TaxType::PriceExcludingTax => SentTaxType::PriceExcludingTax,
            TaxType::PriceIncludingTax => SentTaxType::PriceIncludingTax,
            TaxType::TaxNotApplicable => SentTaxType::TaxNotApplicable,
        },
        items: content.lines.iter().map(item).collect::<Result<_, _>>()?,
        discount: discount(content.discount),
        customer_code: customer.code.clone(),
        customer_email: filled(&customer.email),
        note: filled(&content.note),
        payment_methods: methods,
        account_id: takes_transfers.then(|| account.as_str().to_owned()),
    })
}

fn item(line: &InvoiceLine) -> Result<InvoiceItem, TillError> {
    Ok(InvoiceItem {
        code: line.sku.clone(),
        tax_code: line.tax_code.clone(),
        unit_price: Some(line.unit_price),
        quantity: u32::try_from(line.quantity).map_err(|_| ErrorCode::QuantityRefused)?,
        note: filled(&line.note),
    })
}

/// Nothing taken off is not a discount of nothing.
fn discount(discount: Discount) -> Option<Sent> {
    match discount {
        Discount::Percent(percent) if !percent.is_zero() => Some(Sent::Percent(percent)),
        Discount::Amount(amount) if !amount.is_zero() => Some(Sent::Amount(amount)),
        Discount::None | Discount::Percent(_) | Discount::Amount(_) => None,
    }
}

fn moment(at: UnixMs) -> Result<DateTime<Utc>, TillError> {
    DateTime::from_timestamp_millis(at).ok_or_else(|| ErrorCode::BadRequest.into())
}

fn filled(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}
