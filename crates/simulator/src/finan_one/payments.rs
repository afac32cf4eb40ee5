//! Payment requests (Payment page; contract section 9).

use axum::body::Bytes;
use dong::Dong;
use serde_json::{Map, Value, json};

use super::envelope::Answer;
use super::fields::{Fields, Query};
use super::pages::Page;
use super::refusal::Refusal;
use crate::assumptions::{OTHER_PAYMENT_METHODS, Switches, UNKNOWN_ACCOUNT_STATUS};
use crate::books::{NewPayment, Payment};
use crate::clock::iso;
use crate::faults::Plan;
use crate::shared::Shared;

/// `POST /api/v1/payments`.
pub(crate) fn create(shared: &Shared, body: &Bytes, plan: &Plan) -> Result<Answer, Refusal> {
    let new = read(&Fields::of(body)?, &shared.switches)?;
    let now_ms = shared.clock.now_ms();
    shared.change_books(|books| {
        let Some(chosen) = books.account(&new.account_id).cloned() else {
            return Err(Refusal::new(UNKNOWN_ACCOUNT_STATUS, "account not found"));
        };
        let is_taken = |reference: &String| books.count_with_reference(reference) > 0;
        if shared.switches.reference_id_is_unique && new.reference_id.as_ref().is_some_and(is_taken) {
            return Err(Refusal::new(409, "reference_id already exists"));
        }
        let receiving = books.receiving_account(&chosen);
        let payment = books.request_payment(new, &receiving, now_ms, plan.qr);
        Ok(Answer::created(view(&payment, &shared.switches, plan)))
    })
}

/// `GET /api/v1/payments`.
pub(crate) fn list(shared: &Shared, query: &Query, plan: &Plan) -> Result<Answer, Refusal> {
    let books = shared.books();
    let rows = books.payments();
    let page = Page::asked(query, rows.len())?;
    let shown = if shared.switches.newest_first {
        page.cut(rows.iter().rev())
    } else {
        page.cut(rows.iter())
    };
    let shown = shown.into_iter().map(|payment| {
        let mut row = view(payment, &shared.switches, plan);
        if !shared.switches.list_carries_reference_id
            && let Some(fields) = row.as_object_mut()
        {
            fields.remove("reference_id");
        }
        row
    });
    Ok(Answer::list(shown.collect(), page))
}

/// `GET /api/v1/payments/:id`.
pub(crate) fn one(shared: &Shared, id: &str, plan: &Plan) -> Result<Answer, Refusal> {
    let books = shared.books();
    books
        .payment(id)
        .map(|payment| Answer::ok(view(payment, &shared.switches, plan)))
        .ok_or_else(|| Refusal::new(404, "payment not found"))
}

fn read(fields: &Fields, switches: &Switches) -> Result<NewPayment, Refusal> {
    let payment_method = fields.required_text("payment_method")?;
    let account_id = fields.required_text("account_id")?;
    let amount = fields.required_integer("amount")?;
    let new = NewPayment {
        account_id,
        amount: Dong::new(amount),
        description: fields.text("description")?,
        reference_id: fields.text("reference_id")?.filter(|text| !text.is_empty()),
        reference_type: fields.text("reference_type")?,
        customer: fields.object("customer")?,
        payment_method,
    };
    fields.object("merchant")?;
    fields.check_objects("items")?;
    fields.text("success_redirect_url")?;
    fields.text("failure_redirect_url")?;
    let method = new.payment_method.as_str();
    if method != "bank_transfer" && !OTHER_PAYMENT_METHODS.contains(&method) {
        return Err(Refusal::invalid("payment_method is not supported"));
    }
    if amount < switches.smallest_amount.max(1) || amount > switches.largest_amount {
        return Err(Refusal::invalid("amount is out of range"));
    }
    Ok(new)
}

fn view(payment: &Payment, switches: &Switches, plan: &Plan) -> Value {
    let mut view = Map::new();
    let mut put = |name: &str, value: Value| view.insert(name.to_owned(), value);
    put("payment_request_id", payment.payment_request_id.as_str().into());
    put("payment_url", payment.payment_url().into());
    put("payment_method", payment.payment_method.as_str().into());
    put("account_id", payment.account_id.as_str().into());
    put("amount", payment.amount.get().into());
    put(
        "status",
        plan.status_word.as_deref().unwrap_or(payment.status()).into(),
    );
    let texts = [
        ("description", &payment.description),
        ("reference_id", &payment.reference_id),
        ("reference_type", &payment.reference_type),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            put(name, text.as_str().into());
        }
    }
    if let Some(customer) = &payment.customer {
        put("customer", customer.clone());
    }
    if let Some(qr_code) = &payment.qr_code {
        let account = &payment.receiving;
        let detail = json!({
            "qr_code": qr_code,
            "account_number": account.account_number,
            "account_name": account.account_name,
            "bank_code": account.bank_code,
        });
        put(&switches.bank_transfer_field, detail);
    }
    if let Some(name) = &switches.received_amount_field {
        put(name, payment.received().get().into());
    }
    if let Some(name) = &switches.created_at_field {
        put(name, iso(payment.created_at_ms).into());
        put("updated_at", iso(payment.updated_at_ms()).into());
    }
    if let Some(name) = &switches.expiry_field {
        put(name, iso(payment.expires_at_ms()).into());
    }
    Value::Object(view)
}
