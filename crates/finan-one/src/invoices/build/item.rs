//! Lines of an invoice as they are sent.

use dong::Dong;
use serde::Serialize;

use super::super::details::InvoiceItem;
use crate::assumptions::{LARGEST_PRICE, LONGEST_NOTE, MOST_INVOICE_ITEMS, ZERO_UNIT_PRICE_IS_ABSENT};
use crate::error::{InvalidField, Reason};
use crate::text;
use crate::wire::Purpose;

#[derive(Serialize)]
pub(super) struct WireItem<'a> {
    code: &'a str,
    tax_code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit_price: Option<Dong>,
    quantity: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

pub(super) fn all(items: &[InvoiceItem], purpose: Purpose) -> Result<Vec<WireItem<'_>>, InvalidField> {
    if items.is_empty() {
        return Err(InvalidField::new("items", Reason::Missing));
    }
    if items.len() > MOST_INVOICE_ITEMS {
        return Err(InvalidField::new("items", Reason::TooMany));
    }
    let numbered = items.iter().enumerate();
    let wires: Result<Vec<_>, _> = numbered
        .map(|(index, item)| one(item, purpose).map_err(|invalid| invalid.within(&format!("items[{index}]"))))
        .collect();
    let wires = wires?;
    sum_fits(items)?;
    Ok(wires)
}

fn one(item: &InvoiceItem, purpose: Purpose) -> Result<WireItem<'_>, InvalidField> {
    let note = text::optional("note", item.note.as_deref(), LONGEST_NOTE)?;
    if item.quantity == 0 {
        return Err(InvalidField::new("quantity", Reason::NotPositive));
    }
    Ok(WireItem {
        code: text::code("code", &item.code)?,
        tax_code: text::code("tax_code", &item.tax_code)?,
        unit_price: item.unit_price.map(unit_price).transpose()?,
        quantity: item.quantity,
        note: purpose.text(note),
    })
}

fn unit_price(price: Dong) -> Result<Dong, InvalidField> {
    if ZERO_UNIT_PRICE_IS_ABSENT && !price.is_positive() {
        return Err(InvalidField::new("unit_price", Reason::NotPositive));
    }
    text::price("unit_price", price)
}

/// What the lines come to must be an amount that every reader sees exactly; prices taken from products
/// are not known here.
fn sum_fits(items: &[InvoiceItem]) -> Result<(), InvalidField> {
    let line = |item: &InvoiceItem| match item.unit_price {
        Some(price) => price.checked_mul(i64::from(item.quantity)),
        None => Some(Dong::ZERO),
    };
    let sum = items
        .iter()
        .try_fold(Dong::ZERO, |sum, item| sum.checked_add(line(item)?));
    if sum.is_some_and(|sum| sum <= LARGEST_PRICE) {
        Ok(())
    } else {
        Err(InvalidField::new("items", Reason::TooLarge))
    }
}
