//! POST `/v2/payments` (contract §4): a transaction is created, and nothing is paid yet.

use serde_json::{Map, Value};

use super::fields::Fields;
use super::plans::{self, DEFAULT_PLAN};
use super::refusal::Refusal;
use super::setting::Setting;
use super::{order, parties};
use crate::assumptions::fundiin::{LongExpiry, PAYMENT_URL_PREFIX};
use crate::books::{Instalments, NewInstalment};
use crate::faults::LinkFault;

/// `[D]` Default and longest time to pay.
const LIFE_MS: i64 = 30 * 60 * 1_000;
const STRANGERS_PREFIX: &str = "https://fundiin.vn.thanh-toan.example/v2/payment?token=";
const PLAIN_PREFIX: &str = "http://fundiin.vn/v2/payment?token=";

/// Checks in the order: fields, merchant, store, reference, amount, phone, limits.
pub(crate) fn initiate(
    books: &mut Instalments,
    fields: &Fields<'_>,
    setting: &Setting<'_>,
    link: Option<LinkFault>,
) -> Result<Map<String, Value>, Refusal> {
    let merchant_id = fields.required_text("merchantId")?;
    let store_id = parties::own_or_left_out(fields, "storeId", setting)?;
    let reference_id = fields.present_text("referenceId")?;
    parties::own_or_left_out(fields, "platformId", setting)?;
    let payment_method = check_kind(fields, setting)?;
    let amount = fields.money("amount")?;
    let items = fields.list("items")?.ok_or_else(|| fields.wrong("items"))?;
    let sum = order::check_items(&items, setting)?;
    let phone_number = order::check_customer(&fields.required_object("customer")?)?;
    order::check_shipping(&fields.required_object("shipping")?)?;
    let (life_ms, plan) = check_options(fields, setting)?;

    parties::check_merchant(merchant_id, setting)?;
    parties::check_store(store_id, setting)?;
    parties::check_reference(reference_id)?;
    if books.knows_reference(reference_id) {
        return Err(Refusal::new("DUPLICATE_REFERENCE_ID"));
    }
    let amount = parties::valid_amount(amount)?;
    if setting.switches.items_must_add_up && sum != amount.get() {
        return Err(Refusal::new("INVALID_AMOUNT"));
    }
    order::check_phone(phone_number)?;
    if amount.get() < setting.switches.smallest_amount {
        return Err(Refusal::new("AMOUNT_BELOW_MINIMUM_LIMIT"));
    }
    if amount.get() > setting.switches.largest_amount {
        return Err(Refusal::new("AMOUNT_EXCEEDED_UPPER_LIMIT"));
    }
    let new = NewInstalment {
        reference_id: reference_id.to_owned(),
        store_id: store_id.to_owned(),
        payment_method: payment_method.to_owned(),
        amount,
        first_part: plan.first_part(amount),
        description: fields.required_text("description")?.to_owned(),
        url_prefix: url_prefix(link).to_owned(),
    };
    let row = books.open(new, setting.now_ms, life_ms);
    let link = Value::from(row.payment_url());
    Ok(Map::from_iter([
        ("paymentUrl".to_owned(), link.clone()),
        ("qrData".to_owned(), link),
    ]))
}

/// The fields that say what kind of payment it is.
fn check_kind<'a>(fields: &Fields<'a>, setting: &Setting<'_>) -> Result<&'a str, Refusal> {
    fields.required_text("requestType")?;
    fields.one_of("requestType", &["installment"])?;
    let methods: &[&str] = if setting.switches.takes_bnpl {
        &["APP", "POS", "WEB", "BNPL"]
    } else {
        &["APP", "POS", "WEB"]
    };
    let payment_method = fields.one_of("paymentMethod", methods)?;
    fields.required_texts(&["description", "successRedirectUrl", "unSuccessRedirectUrl"])?;
    payment_method.ok_or_else(|| fields.wrong("paymentMethod"))
}

/// The optional fields, and what they decide: the time to pay and the plan.
fn check_options(fields: &Fields<'_>, setting: &Setting<'_>) -> Result<(i64, plans::Plan), Refusal> {
    parties::check_language(fields)?;
    fields.texts(&["extraData"])?;
    fields.one_of(
        "terminalType",
        &["DESKTOP_BROWSER", "MOBILE_BROWSER", "MOBILE_APP"],
    )?;
    if let Some(seller) = fields.object("seller")? {
        order::check_seller(&seller)?;
    }
    fields.flag("sendSms")?;
    fields.flag("sendEmail")?;
    let life_ms = match fields.whole("transExpiredTime")? {
        None => LIFE_MS,
        Some(ms) if (1..=LIFE_MS).contains(&ms) => ms,
        Some(ms) if ms > LIFE_MS && setting.switches.long_expiry == LongExpiry::Cut => LIFE_MS,
        Some(_) => return Err(fields.wrong("transExpiredTime")),
    };
    let Some(installment) = fields.object("installment")? else {
        return Ok((life_ms, DEFAULT_PLAN));
    };
    let package_id = installment.present_text("packageId")?;
    let plan = plans::with_id(package_id);
    let is_refused = plan.is_none() && !package_id.is_empty() && setting.switches.refuses_unknown_package;
    if is_refused {
        return Err(installment.wrong("packageId"));
    }
    Ok((life_ms, plan.unwrap_or(DEFAULT_PLAN)))
}

const fn url_prefix(link: Option<LinkFault>) -> &'static str {
    match link {
        None => PAYMENT_URL_PREFIX,
        Some(LinkFault::StrangeHost) => STRANGERS_PREFIX,
        Some(LinkFault::NotHttps) => PLAIN_PREFIX,
    }
}
