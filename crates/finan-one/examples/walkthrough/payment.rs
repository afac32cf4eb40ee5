//! Flow 1: create a payment, show its link and QR, ask for its status.

use dong::Dong;
use finan_one::payments::{CreatePayment, Payment, build_create};
use gateway::{Failure, Priority};
use serde_json::json;

use crate::lines::print_step;
use crate::{Step, Walk};

const AMOUNT: Dong = Dong::new(500_000);

pub(crate) async fn walk(walk: &Walk) -> Step {
    let payment = create(walk)
        .await
        .map_err(|failure| ("create_payment", failure))?;
    let line = json!({
        "step": "share_payment", "ok": true, "payment_url": payment.payment_url, "qr_code": payment.qr_code,
    });
    println!("{line}");
    let asked = walk
        .client
        .get_payment(&payment.payment_request_id, Priority::Click)
        .await;
    let answer = asked.map_err(|failure| ("payment_status", failure))?;
    let values = json!({
        "payment_request_id": answer.value.payment_request_id,
        "status": answer.value.status,
        "amount": answer.value.amount,
        "received": answer.value.received,
    });
    print_step("payment_status", &answer, values);
    Ok(())
}

async fn create(walk: &Walk) -> Result<Payment, Failure> {
    let reference_id = format!("ORDER-{}", walk.began_ms);
    let body = build_create(&CreatePayment {
        account_id: walk.account_id.clone(),
        amount: AMOUNT,
        description: format!("Don hang {reference_id}"),
        reference_id: reference_id.clone(),
        customer: None,
        items: Vec::new(),
    })?;
    let answer = walk
        .client
        .send_create_payment(body.as_bytes(), Priority::Click)
        .await?;
    let values = json!({
        "payment_request_id": answer.value.payment_request_id,
        "reference_id": reference_id,
        "amount": AMOUNT,
        "status": answer.value.status,
    });
    print_step("create_payment", &answer, values);
    Ok(answer.value)
}
