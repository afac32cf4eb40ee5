//! Gives a paid instalment payment back, in full: the gateway knows no part.

use super::heard::{merchant_of, reference_of};
use super::{lang, refused_field};
use crate::payments::{of, view};
use crate::{Till, TillError, ids, journal};
use contract::ErrorCode;
use contract::instalment::RefundRequest;
use contract::payment::PaymentView;
use domain::{InstalmentStage, IntentId, IntentKind, Payment, StepDetail, text};
use fundiin::payments::{Refund, build_refund};
use store::NewStep;

/// A reason is cut to this many characters.
const MOST_CHARS: usize = 200;

/// Gives it back under a new reference, once: while a refund is under way or done, no second one is made, whatever is clicked.
///
/// # Errors
/// `payment_not_ready` unless it is paid and the gateway's id is known; no keys.
pub async fn refund(till: &Till, request: RefundRequest) -> Result<PaymentView, TillError> {
    let deciding = till.deciding.lock().await;
    let payment = of(till, &request.payment_id).await?;
    if payment.has_step(IntentKind::InstalmentRefund) {
        drop(deciding);
        return view(till, &payment).await;
    }
    let trans_id = payment.gateway_id.clone().filter(|_| may_refund(&payment));
    let payment_trans_id = trans_id.ok_or(ErrorCode::PaymentNotReady)?;
    let line = till.line();
    line.instalments.client()?;
    let id = IntentId::new(ids::new(till.now()));
    let reason = Some(text::clean(&request.reason, MOST_CHARS)).filter(|reason| !reason.is_empty());
    let body = build_refund(&Refund {
        merchant: merchant_of(till, &line).await?,
        reference_id: reference_of(&id.reference())?,
        payment_reference_id: reference_of(&payment.reference)?,
        payment_trans_id,
        paid_amount: payment.amount,
        lang: Some(lang(till)),
        description: reason.clone(),
    })
    .map_err(|invalid| refused_field(&invalid))?;
    let step = NewStep {
        id,
        detail: StepDetail::Refund {
            amount: payment.amount,
            reason,
        },
        body: body.into_bytes(),
        at: till.now(),
    };
    let payment = journal::decide_step(till, deciding, payment.id, step).await?;
    view(till, &payment).await
}

/// Whether it is paid and no refund is under way or done.
pub(super) fn may_refund(payment: &Payment) -> bool {
    payment.instalment_stage() == Some(InstalmentStage::Accepted)
        && payment.gateway_id.is_some()
        && !payment.has_step(IntentKind::InstalmentRefund)
}
