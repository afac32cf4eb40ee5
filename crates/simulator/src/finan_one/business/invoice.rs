//! Invoices (Invoice page; contract section 11.3). What an answer shows beyond `payment_link` `[G]` is named
//! as in the request `[I]` or as in the older API `[L]`.

mod read;

use serde_json::{Map, Value, json};

use super::Shown;
use crate::assumptions::Switches;
use crate::assumptions::business::{INVOICE_ID_PREFIX, NOT_ALLOWED_STATUS};
use crate::books::{Books, Invoice, Line, Row};
use crate::clock::iso;
use crate::faults::Plan;
use crate::finan_one::fields::Fields;
use crate::finan_one::refusal::Refusal;

impl Shown for Invoice {
    const NAME: &'static str = "invoice";
    const ID_FIELD: &'static str = "invoice_id";
    const ID_PREFIX: &'static str = INVOICE_ID_PREFIX;
    const CODE_FIELD: (Option<&'static str>, &'static str) = (None, "invoice_code");

    fn read(fields: &Fields, books: &Books, switches: &Switches) -> Result<Self, Refusal> {
        read::invoice(fields, books, switches)
    }

    fn show(row: &Row<Self>, view: &mut Map<String, Value>, switches: &Switches, plan: &Plan) {
        let invoice = &row.kept;
        let mut put = |name: &str, value: Value| view.insert(name.to_owned(), value);
        put("payment_link", row.payment_link().into());
        let word = plan.status_word.as_deref().unwrap_or(invoice.status());
        put("status", word.into());
        put("transaction_date", iso(invoice.transaction_at_ms).into());
        put("due_date", iso(invoice.due_at_ms).into());
        put("items", invoice.lines.iter().map(line).collect());
        put("tax_amount", invoice.totals.tax.get().into());
        put("total_amount", invoice.totals.total.get().into());
        put("payment_due_amount", invoice.missing().get().max(0).into());
        if let Some(name) = &switches.received_amount_field {
            put(name, invoice.received().get().into());
        }
        if let Some(detail) = &invoice.transfer_detail {
            put(&switches.bank_transfer_field, detail.clone());
        }
    }

    fn check_change(row: &Row<Self>) -> Result<(), Refusal> {
        if row.kept.transfers.is_empty() {
            return Ok(());
        }
        Err(Refusal::new(
            NOT_ALLOWED_STATUS,
            "money has come for this invoice",
        ))
    }

    fn check_delete(row: &Row<Self>, _: &Books, _: &Switches) -> Result<(), Refusal> {
        Self::check_change(row)
    }
}

fn line(line: &Line) -> Value {
    let mut view = json!({
        "code": line.code,
        "name": line.name,
        "tax_code": line.tax_code,
        "unit_price": line.unit_price,
        "quantity": line.quantity,
    });
    if let (Some(note), Some(fields)) = (&line.note, view.as_object_mut()) {
        fields.insert("note".to_owned(), note.as_str().into());
    }
    view
}
