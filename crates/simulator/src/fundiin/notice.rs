//! The notification that Fundiin posts to the merchant (contract §8): compact, all twelve keys that the WooCommerce
//! plugin insists on, `null` where there is nothing to say.

use serde_json::{Value, json};

use super::plans::money;
use super::setting::Setting;
use super::words;
use crate::assumptions::fundiin::InStoreFlow;
use crate::books::{Instalment, State};
use crate::clock::fundiin_time;

/// The body for the state that `row` is in.
pub(crate) fn compose(row: &Instalment, setting: &Setting<'_>) -> String {
    let awaits_here = row.state == State::AwaitsFirstPartHere;
    let said = if awaits_here && setting.switches.in_store_flow == InStoreFlow::NoticeSaysSuccess {
        State::Paid
    } else {
        row.state
    };
    let is_success = said == State::Paid;
    let when = |holds: bool, value: Value| if holds { value } else { Value::Null };
    let mut notice = json!({
        "merchantId": setting.credentials.merchant_id,
        "referenceId": row.new.reference_id,
        "storeId": row.new.store_id,
        "amount": money(row.new.amount),
        "paymentTransId": when(is_success, row.payment_trans_id.as_str().into()),
        "paymentMethod": when(is_success || awaits_here, words::method(row).into()),
        "paymentChannel": when(is_success, row.new.payment_method.as_str().into()),
        "paymentStatus": words::payment_status(said),
        "notificationType": "PAYMENT_STATUS",
        "resultStatus": words::result(said),
        "resultMsg": words::text(words::result(said), false),
        "customerId": when(is_success || awaits_here, row.customer_id.as_str().into()),
        "paymentTime": when(said != State::InProgress, fundiin_time(row.changed_at_ms).into()),
    });
    if row.is_paid_here
        && let Some(fields) = notice.as_object_mut()
    {
        fields.insert("downPaymentAmount".to_owned(), money(row.new.first_part));
    }
    notice.to_string()
}
