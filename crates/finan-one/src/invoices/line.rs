//! A line of an invoice as the gateway describes it.

use dong::Dong;
use rust_decimal::Decimal;

use crate::assumptions::AMOUNT_FIELDS;
use crate::wire::Fields;

/// A line of an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceLine {
    /// The product's `sku_code`.
    pub code: String,
    /// What it is called; the request has no name, so the gateway may send none.
    pub name: Option<String>,
    /// Tax code.
    pub tax_code: Option<String>,
    /// Price of one.
    pub unit_price: Option<Dong>,
    /// How many; whole in a request, kept exactly here.
    pub quantity: Option<Decimal>,
    /// Price of all, when the gateway says.
    pub amount: Option<Dong>,
    /// Note.
    pub note: Option<String>,
}

impl InvoiceLine {
    /// None without a code, or with a number that cannot be read: money is never guessed.
    pub(super) fn read(fields: &Fields) -> Option<Self> {
        let quantity = fields.decimal(&["quantity"]);
        let is_readable = quantity.is_some() || fields.raw(&["quantity"]).is_none();
        Some(Self {
            code: text(fields, &["code", "sku_code"])?,
            name: text(fields, &["name", "item_name"]),
            tax_code: text(fields, &["tax_code"]),
            unit_price: fields.dong(&["unit_price", "price"]).ok()?,
            quantity: is_readable.then_some(quantity)?,
            amount: fields.dong(AMOUNT_FIELDS).ok()?,
            note: text(fields, &["note"]),
        })
    }
}

fn text(fields: &Fields, names: &[&str]) -> Option<String> {
    fields.text(names).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<InvoiceLine> {
        InvoiceLine::read(&Fields::of(json).unwrap())
    }

    #[test]
    fn numbers_may_be_texts_or_missing_and_never_guessed() {
        let line = read(r#"{"code":"S1","unit_price":"100000.0","quantity":"1.50","note":""}"#).unwrap();
        assert_eq!(line.unit_price, Some(Dong::new(100_000)));
        assert_eq!((line.quantity, line.note), (Some(Decimal::new(15, 1)), None));
        let bare = read(r#"{"sku_code":"S1"}"#).unwrap();
        assert_eq!(
            (bare.code.as_str(), bare.quantity, bare.unit_price),
            ("S1", None, None)
        );
        for json in [
            r#"{"unit_price":1}"#,
            r#"{"code":"S1","unit_price":0.5}"#,
            r#"{"code":"S1","quantity":"two"}"#,
        ] {
            assert_eq!(read(json), None, "{json}");
        }
    }
}
