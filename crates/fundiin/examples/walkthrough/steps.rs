//! The steps, each a call and its line.

use std::sync::Arc;
use std::time::Duration;

use fundiin::payments::{Cancel, Refund, TransactionStatus, build_cancel, build_initiate, build_refund};
use fundiin::values::{IdempotencyKey, Lang, ReferenceId};
use fundiin::{CallError, Client, InvalidField, Merchant};
use gateway::{Clock, Code, Failure, Priority, SystemClock};
use serde_json::json;

use crate::lines::print_step;
use crate::order::{AMOUNT, order};
use crate::setting::Setting;

const POLL: Duration = Duration::from_secs(2);

/// Where the walk ended.
pub(crate) struct Stop {
    pub(crate) step: &'static str,
    pub(crate) error: Box<CallError>,
}

impl Stop {
    pub(crate) fn at(step: &'static str, error: CallError) -> Self {
        Self {
            step,
            error: Box::new(error),
        }
    }

    /// Nothing to give back.
    pub(crate) fn not_paid(step: &'static str) -> Self {
        let failure = Failure::not_sent(
            Code::NotFound,
            "nobody has paid: there is no payment to give back",
        );
        Self::at(step, failure.into())
    }
}

pub(crate) type Step<T> = Result<T, Stop>;

pub(crate) struct Walk {
    client: Client,
    clock: Arc<SystemClock>,
    merchant: Merchant,
    started_ms: i64,
}

impl Walk {
    pub(crate) fn connect(setting: &Setting) -> Step<Self> {
        let clock = Arc::new(SystemClock::new());
        let client = Client::connect(
            setting.base_url.clone(),
            setting.credentials.clone(),
            clock.clone(),
        )
        .map_err(|failure| Stop::at("configure", failure.into()))?;
        Ok(Self {
            client,
            started_ms: clock.now_ms(),
            clock,
            merchant: setting.merchant.clone(),
        })
    }

    pub(crate) async fn clock(&self) -> Step<()> {
        let reading = self.client.probe_clock(Priority::Click).await;
        let reading = reading.map_err(|failure| Stop::at("clock", failure.into()))?;
        println!(
            "{}",
            json!({"step": "clock", "ok": true, "skew_ms": reading.skew_ms})
        );
        Ok(())
    }

    pub(crate) async fn initiate(&self, suffix: &str) -> Step<ReferenceId> {
        let stop = |error| Stop::at("initiate", error);
        let name = format!("ORDER-{}-{suffix}", self.started_ms);
        let reference_id = ReferenceId::new(&name).map_err(|invalid| stop(unsendable(&invalid)))?;
        let body = order(&self.merchant, &reference_id)
            .and_then(|order| build_initiate(&order))
            .map_err(|invalid| stop(unsendable(&invalid)))?;
        let key = key(&name).map_err(stop)?;
        let answer = self
            .client
            .send_initiate(body.as_bytes(), &key, Priority::Click)
            .await;
        let answer = answer.map_err(stop)?;
        let link = |checked: &Result<fundiin::PaymentLink, fundiin::LinkProblem>| match checked {
            Ok(link) => json!(link.as_str()),
            Err(problem) => json!({"refused": problem.code()}),
        };
        let values = json!({
            "reference_id": name,
            "amount": AMOUNT,
            "payment_url": link(&answer.value.payment_url),
            "qr_data": link(&answer.value.qr_data),
        });
        print_step("initiate", &answer, values);
        Ok(reference_id)
    }

    pub(crate) async fn status(&self, reference_id: &ReferenceId) -> Step<TransactionStatus> {
        let asked = self
            .client
            .transaction_status(&self.merchant, reference_id, Some(Lang::Vi), Priority::Click)
            .await;
        let answer = asked.map_err(|error| Stop::at("status", error))?;
        let status = &answer.value;
        let values = json!({
            "reference_id": reference_id.as_str(),
            "payment_status": status.payment_status.as_ref().map(|word| word.as_str()),
            "result_status": status.result_status.as_ref().map(|word| word.as_str()),
            "amount": status.amount,
            "payment_trans_id": status.payment_trans_id,
        });
        print_step("status", &answer, values);
        Ok(answer.value)
    }

    pub(crate) async fn status_until_paid(
        &self,
        reference_id: &ReferenceId,
        wait: Duration,
    ) -> Step<TransactionStatus> {
        let mut left = wait;
        loop {
            let status = self.status(reference_id).await?;
            let is_over = status.payment_status.as_ref().is_some_and(|word| word.is_final());
            if is_over || left.is_zero() {
                return Ok(status);
            }
            let pause = left.min(POLL);
            self.clock.sleep(pause).await;
            left = left.saturating_sub(pause);
        }
    }

    pub(crate) async fn cancel(&self, reference_id: &ReferenceId) -> Step<()> {
        let stop = |error| Stop::at("cancel", error);
        let cancel = Cancel {
            merchant: self.merchant.clone(),
            reference_id: reference_id.clone(),
            lang: Some(Lang::Vi),
            description: Some("Khách đổi ý".to_owned()),
        };
        let body = build_cancel(&cancel).map_err(|invalid| stop(unsendable(&invalid)))?;
        let key = key(&format!("{}-CANCEL", reference_id.as_str())).map_err(stop)?;
        let answer = self
            .client
            .send_cancel(body.as_bytes(), &key, Priority::Click)
            .await;
        let answer = answer.map_err(stop)?;
        let outcome = format!("{:?}", answer.value);
        print_step(
            "cancel",
            &answer,
            json!({"reference_id": reference_id.as_str(), "outcome": outcome}),
        );
        Ok(())
    }

    pub(crate) async fn refund(&self, paid: &ReferenceId, payment_trans_id: String) -> Step<()> {
        let stop = |error| Stop::at("refund", error);
        let name = format!("{}-REFUND", paid.as_str());
        let refund = Refund {
            merchant: self.merchant.clone(),
            reference_id: ReferenceId::new(&name).map_err(|invalid| stop(unsendable(&invalid)))?,
            payment_reference_id: paid.clone(),
            payment_trans_id,
            paid_amount: AMOUNT,
            lang: Some(Lang::Vi),
            description: Some("Khách trả hàng".to_owned()),
        };
        let body = build_refund(&refund).map_err(|invalid| stop(unsendable(&invalid)))?;
        let key = key(&name).map_err(stop)?;
        let answer = self
            .client
            .send_refund(body.as_bytes(), &key, Priority::Click)
            .await;
        let answer = answer.map_err(stop)?;
        let values = json!({
            "reference_id": name,
            "refund_trans_id": answer.value.refund_trans_id,
            "amount": answer.value.amount,
        });
        print_step("refund", &answer, values);
        Ok(())
    }
}

fn key(text: &str) -> Result<IdempotencyKey, CallError> {
    IdempotencyKey::new(text).map_err(|invalid| unsendable(&invalid))
}

fn unsendable(invalid: &InvalidField) -> CallError {
    Failure::not_sent(Code::BadRequest, &invalid.to_string()).into()
}
