//! Reading an invoice: what is missing or of the wrong kind is 400, what breaks a rule 422.

use chrono::DateTime;
use dong::Dong;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::assumptions::business::{SMALLEST_INVOICE_TOTAL, UNKNOWN_CODE_STATUS};
use crate::assumptions::{OTHER_PAYMENT_METHODS, Switches, UNKNOWN_ACCOUNT_STATUS};
use crate::books::{Books, Discount, Invoice, Line, Product, Row, TaxType, tax_percent, totals, transfer_qr};
use crate::finan_one::fields::Fields;
use crate::finan_one::refusal::Refusal;

const BANK_TRANSFER: &str = "bank_transfer";

pub(super) fn invoice(fields: &Fields, books: &Books, switches: &Switches) -> Result<Invoice, Refusal> {
    let code = fields.required_text("invoice_code")?;
    let transaction_at_ms = date(fields, "transaction_date")?;
    let due_at_ms = date(fields, "due_date")?;
    let tax_word = fields.required_text("tax_type")?;
    let tax_type = TaxType::of(&tax_word).ok_or_else(|| fields.against("tax_type", "is not supported"))?;
    let discount = discount(fields)?;
    let customer_code = customer(fields, books)?;
    fields.text("note")?;
    let methods = methods(fields)?;
    let lines = lines(fields, books)?;
    if due_at_ms < transaction_at_ms {
        return Err(fields.against("due_date", "is before transaction_date"));
    }
    let sums = totals(&lines, tax_type, discount, &switches.business);
    let smallest = Dong::new(SMALLEST_INVOICE_TOTAL);
    let sums = sums
        .filter(|sums| sums.total >= smallest && sums.total.get() <= switches.largest_amount)
        .ok_or_else(|| Refusal::invalid("total is out of range"))?;
    let transfer_detail = transfer_detail(fields, books, switches, &methods, (&code, sums.total))?;
    let mut body = fields.known(&[
        "invoice_code",
        "tax_type",
        "note",
        "payment_methods",
        "account_id",
    ]);
    let customer = fields.required_group("customer")?.known(&["code", "email"]);
    body.insert("customer".to_owned(), Value::Object(customer));
    if discount.is_some() {
        body.extend(fields.known(&["discount"]));
    }
    body.extend(fields.known(&["transaction_date", "due_date", "items"]));
    Ok(Invoice {
        code,
        customer_code,
        lines,
        totals: sums,
        transaction_at_ms,
        due_at_ms,
        transfer_detail,
        transfers: Vec::new(),
        body,
    })
}

/// `[G][D]` ISO 8601 with `Z`.
fn date(fields: &Fields, name: &str) -> Result<i64, Refusal> {
    let text = fields.required_text(name)?;
    let read = DateTime::parse_from_rfc3339(&text)
        .ok()
        .filter(|_| text.ends_with('Z'));
    read.map(|at| at.timestamp_millis())
        .ok_or_else(|| fields.must(name, "be an ISO 8601 date-time in UTC"))
}

/// A value of zero is no discount.
fn discount(fields: &Fields) -> Result<Option<Discount>, Refusal> {
    let Some(group) = fields.group("discount")? else {
        return Ok(None);
    };
    let is_percentage = group.required_flag("is_percentage")?;
    let value = group.required_number("value")?;
    let value = Decimal::from_str_exact(&value)
        .or_else(|_| Decimal::from_scientific(&value))
        .map_err(|_| group.must("value", "be a number that fits"))?;
    if value.is_sign_negative() || is_percentage && value > Decimal::ONE_HUNDRED {
        return Err(group.against("value", "is out of range"));
    }
    let discount = if is_percentage {
        Discount::Percent(value)
    } else {
        Discount::Amount(value)
    };
    Ok(Some(discount).filter(|_| !value.is_zero()))
}

fn customer(fields: &Fields, books: &Books) -> Result<String, Refusal> {
    let customer = fields.required_group("customer")?;
    let code = customer.required_text("code")?;
    customer.text("email")?;
    if books.business.customers.with_code(&code).is_none() {
        return Err(Refusal::new(UNKNOWN_CODE_STATUS, "customer.code is unknown"));
    }
    Ok(code)
}

fn methods(fields: &Fields) -> Result<Vec<String>, Refusal> {
    let methods = fields.texts("payment_methods")?;
    if methods.is_empty() {
        return Err(fields.missing("payment_methods"));
    }
    let is_known =
        |method: &String| method == BANK_TRANSFER || OTHER_PAYMENT_METHODS.contains(&method.as_str());
    if methods.iter().all(is_known) {
        Ok(methods)
    } else {
        Err(fields.against("payment_methods", "has a method that is not supported"))
    }
}

fn lines(fields: &Fields, books: &Books) -> Result<Vec<Line>, Refusal> {
    let items = fields.groups("items")?;
    if items.is_empty() {
        return Err(fields.missing("items"));
    }
    items.iter().map(|item| line(item, books)).collect()
}

fn line(item: &Fields, books: &Books) -> Result<Line, Refusal> {
    let code = item.required_text("code")?;
    let tax_code = item.required_text("tax_code")?;
    let quantity = item.required_integer("quantity")?;
    let unit_price = item.integer("unit_price")?;
    let note = item.text("note")?.filter(|note| !note.is_empty());
    if quantity < 1 {
        return Err(item.against("quantity", "must be above zero"));
    }
    if unit_price.is_some_and(|price| price < 0) {
        return Err(item.against("unit_price", "must not be negative"));
    }
    let product: &Row<Product> = books
        .business
        .products
        .with_code(&code)
        .ok_or_else(|| Refusal::new(UNKNOWN_CODE_STATUS, "items: product code is unknown"))?;
    if tax_percent(&tax_code).is_none() {
        return Err(Refusal::new(UNKNOWN_CODE_STATUS, "items: tax_code is unknown"));
    }
    // [I] Zero counts as left out, as in the page's own request type.
    let unit_price = unit_price.filter(|price| *price > 0).map(Dong::new);
    Ok(Line {
        code,
        name: product.kept.name.clone(),
        unit_price: unit_price.unwrap_or(product.kept.sale_price),
        quantity,
        tax_code,
        note,
    })
}

/// Checks the account of a bank transfer; a QR only where the switch says that invoices have one.
fn transfer_detail(
    fields: &Fields,
    books: &Books,
    switches: &Switches,
    methods: &[String],
    (code, total): (&str, Dong),
) -> Result<Option<Value>, Refusal> {
    let account_id = fields.text("account_id")?.filter(|id| !id.is_empty());
    let is_transfer = methods.iter().any(|method| method == BANK_TRANSFER);
    let Some(account_id) = account_id else {
        // [D] for Shinhan; [I] for every bank, as nothing else says where the money goes.
        return if is_transfer {
            Err(fields.missing("account_id"))
        } else {
            Ok(None)
        };
    };
    let Some(chosen) = books.account(&account_id) else {
        return Err(Refusal::new(UNKNOWN_ACCOUNT_STATUS, "account not found"));
    };
    let receiving = books.receiving_account(chosen);
    let detail = || {
        json!({
            "qr_code": transfer_qr(&receiving, total, code),
            "account_number": receiving.account_number,
            "account_name": receiving.account_name,
            "bank_code": receiving.bank_code,
        })
    };
    Ok((is_transfer && switches.business.invoices_carry_a_qr).then(detail))
}
