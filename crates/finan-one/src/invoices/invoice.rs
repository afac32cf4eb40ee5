//! An invoice as the gateway describes it, whatever its status word is. Its sums are the gateway's.

use std::fmt;

use chrono::{DateTime, Utc};
use dong::Dong;

use super::details::Discount;
use super::line::InvoiceLine;
use crate::assumptions::{
    BANK_TRANSFER_FIELDS, CREATED_AT_FIELDS, DUE_DATE_FIELDS, INVOICE_CODE_FIELDS, INVOICE_DUE_FIELDS,
    INVOICE_ID_FIELDS, INVOICE_TAX_FIELDS, INVOICE_TOTAL_FIELDS, PAID_AT_FIELDS, PAYMENT_METHODS_FIELDS,
    QR_FIELDS, RECEIVED_FIELDS, TRANSACTION_DATE_FIELDS, UPDATED_AT_FIELDS,
};
use crate::wire::Fields;

/// An invoice. `Debug` shows neither the customer nor the link nor the note.
#[derive(Clone, PartialEq, Eq)]
pub struct Invoice {
    /// The id to ask for it by.
    pub invoice_id: String,
    /// Our own code; none when the gateway left it out.
    pub invoice_code: Option<String>,
    /// Hosted page for the customer, as sent; not checked here.
    pub payment_link: Option<String>,
    /// The gateway's word, kept as it is; empty when it sent none. No page lists the words: those of a
    /// payment are expected `[I]`.
    pub status: String,
    /// When the sale was.
    pub transaction_date: Option<DateTime<Utc>>,
    /// When it is due.
    pub due_date: Option<DateTime<Utc>>,
    /// The gateway's word for what the prices mean: see [`super::TaxType::from_word`].
    pub tax_type: Option<String>,
    /// The lines that could be read.
    pub items: Vec<InvoiceLine>,
    /// How many lines could not be read and are missing from `items`.
    pub unreadable_items: usize,
    /// Discount; none also when it cannot be read, as the sums say what it came to.
    pub discount: Option<Discount>,
    /// Tax in the total.
    pub tax_amount: Option<Dong>,
    /// What the customer owes in all.
    pub total_amount: Option<Dong>,
    /// What has come in.
    pub received: Option<Dong>,
    /// What is still to be paid.
    pub due_amount: Option<Dong>,
    /// The customer's `customer_code`.
    pub customer_code: Option<String>,
    /// Where the invoice goes.
    pub customer_email: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// The gateway's words for how it may be paid: see [`super::PaymentMethod::from_word`].
    pub payment_methods: Vec<String>,
    /// The account that receives a bank transfer.
    pub account_id: Option<String>,
    /// QR of the bank transfer, should the gateway send one: no page says so.
    pub qr_code: Option<String>,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
    /// When the money came.
    pub paid_at: Option<DateTime<Utc>>,
}

impl Invoice {
    /// None without an id, or with a sum that cannot be read: money is never guessed.
    pub(super) fn read(fields: &Fields) -> Option<Self> {
        let transfer = fields.object(BANK_TRANSFER_FIELDS).unwrap_or_default();
        let customer = fields.object(&["customer"]).unwrap_or_default();
        let lines = fields.objects(&["items"]);
        let items: Vec<_> = lines.iter().filter_map(InvoiceLine::read).collect();
        let customer_code = text(&customer, &["code", "customer_code"]);
        Some(Self {
            invoice_id: text(fields, INVOICE_ID_FIELDS)?,
            invoice_code: text(fields, INVOICE_CODE_FIELDS),
            payment_link: text(fields, &["payment_link"]),
            status: fields.text(&["status"]).unwrap_or_default(),
            transaction_date: fields.time(TRANSACTION_DATE_FIELDS),
            due_date: fields.time(DUE_DATE_FIELDS),
            tax_type: text(fields, &["tax_type"]),
            unreadable_items: lines.len().saturating_sub(items.len()),
            items,
            discount: fields.object(&["discount"]).as_ref().and_then(discount),
            tax_amount: fields.dong(INVOICE_TAX_FIELDS).ok()?,
            total_amount: fields.dong(INVOICE_TOTAL_FIELDS).ok()?,
            received: fields.dong(RECEIVED_FIELDS).ok()?,
            due_amount: fields.dong(INVOICE_DUE_FIELDS).ok()?,
            customer_code: customer_code.or_else(|| text(fields, &["customer_code"])),
            customer_email: text(&customer, &["email"]),
            note: text(fields, &["note"]),
            payment_methods: fields.texts(PAYMENT_METHODS_FIELDS),
            account_id: text(fields, &["account_id"]),
            qr_code: text(&transfer, QR_FIELDS).or_else(|| text(fields, QR_FIELDS)),
            created_at: fields.time(CREATED_AT_FIELDS),
            updated_at: fields.time(UPDATED_AT_FIELDS),
            paid_at: fields.time(PAID_AT_FIELDS),
        })
    }
}

fn text(fields: &Fields, names: &[&str]) -> Option<String> {
    fields.text(names).filter(|text| !text.is_empty())
}

fn discount(fields: &Fields) -> Option<Discount> {
    if fields.flag(&["is_percentage"])? {
        let percent = fields.decimal(&["value"]).filter(|percent| !percent.is_zero())?;
        Some(Discount::Percent(percent.normalize()))
    } else {
        let amount = fields.dong(&["value"]).ok().flatten();
        amount.filter(|amount| !amount.is_zero()).map(Discount::Amount)
    }
}

impl fmt::Debug for Invoice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Invoice")
            .field("invoice_id", &self.invoice_id)
            .field("invoice_code", &self.invoice_code)
            .field("status", &self.status)
            .field("total_amount", &self.total_amount)
            .field("received", &self.received)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    fn read(json: &str) -> Option<Invoice> {
        Invoice::read(&Fields::of(json).unwrap())
    }

    #[test]
    fn an_id_is_enough_and_unknown_words_are_kept() {
        let bare = read(r#"{"id":"i","payment_link":null,"items":null,"customer":null}"#).unwrap();
        assert_eq!((bare.invoice_id.as_str(), bare.status.as_str()), ("i", ""));
        assert_eq!((bare.payment_link, bare.total_amount), (None, None));
        let odd = read(
            r#"{"invoice_id":"i","status":"Chờ_duyệt","tax_type":"mixed","payment_methods":["cash",1]}"#,
        )
        .unwrap();
        assert_eq!(
            (odd.status.as_str(), odd.tax_type.as_deref()),
            ("Chờ_duyệt", Some("mixed"))
        );
        assert_eq!(odd.payment_methods, ["cash"]);
    }

    #[test]
    fn older_names_are_read() {
        let older = read(
            r#"{"id":"i","order_code":"INV-1","value_at":"2024-01-20T17:00:00+07:00","due_at":"2024-01-27T10:00:00Z",
            "total_amount":"220000.0","tax_amount":20000,"payment_due_amount":220000,"payment_config":["card"]}"#,
        )
        .unwrap();
        assert_eq!(older.invoice_code.as_deref(), Some("INV-1"));
        assert_eq!(older.transaction_date.unwrap().timestamp(), 1_705_744_800);
        assert_eq!(
            (older.total_amount, older.tax_amount, older.due_amount),
            (
                Some(Dong::new(220_000)),
                Some(Dong::new(20_000)),
                Some(Dong::new(220_000))
            )
        );
        assert_eq!(older.payment_methods, ["card"]);
    }

    #[test]
    fn lines_that_cannot_be_read_are_counted() {
        let invoice = read(
            r#"{"invoice_id":"i","items":[{"code":"S1","quantity":2},{"code":"S2","unit_price":1.5},7]}"#,
        )
        .unwrap();
        assert_eq!((invoice.items.len(), invoice.unreadable_items), (1, 2));
    }

    #[test]
    fn money_is_never_guessed() {
        for json in [
            r#"{"invoice_id":"i","total_amount":0.5}"#,
            r#"{"invoice_id":"i","payment_due_amount":"all"}"#,
            r#"{"total_amount":1}"#,
            r#"{"invoice_id":"","total_amount":1}"#,
        ] {
            assert_eq!(read(json), None, "{json}");
        }
    }

    #[test]
    fn a_discount_is_exact_or_absent() {
        let discount = |json: &str| {
            read(&format!(r#"{{"invoice_id":"i","discount":{json}}}"#))
                .unwrap()
                .discount
        };
        let percent = Some(Discount::Percent(Decimal::new(25, 1)));
        assert_eq!(discount(r#"{"is_percentage":true,"value":2.50}"#), percent);
        let amount = Some(Discount::Amount(Dong::new(10_000)));
        assert_eq!(discount(r#"{"is_percentage":false,"value":"10000"}"#), amount);
        for json in [
            "null",
            r#"{"is_percentage":false,"value":0}"#,
            r#"{"is_percentage":false,"value":0.5}"#,
            r#"{"value":5}"#,
        ] {
            assert_eq!(discount(json), None, "{json}");
        }
    }

    #[test]
    fn debug_shows_no_customer_no_link_and_no_note() {
        let json = r#"{"invoice_id":"i","payment_link":"canary","note":"canary","customer":{"code":"canary","email":"canary"}}"#;
        assert!(!format!("{:?}", read(json).unwrap()).contains("canary"));
    }
}
