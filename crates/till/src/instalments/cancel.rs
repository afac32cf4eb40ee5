//! Cancels an unpaid instalment payment.

use super::heard::{merchant_of, reference_of};
use super::{lang, refused_field};
use crate::payments::{of, view};
use crate::{Till, TillError, ids, journal};
use contract::ErrorCode;
use contract::payment::{PaymentRequest, PaymentView};
use domain::{InstalmentStage, IntentId, IntentKind, IntentState, Payment, StepDetail};
use fundiin::payments::{Cancel, build_cancel};
use store::NewStep;

/// Cancels it, once: asked again while the first is under way or done, nothing more is sent.
///
/// # Errors
/// `payment_not_ready` when it is not open at the gateway any more; no keys.
pub async fn cancel(till: &Till, request: PaymentRequest) -> Result<PaymentView, TillError> {
    let deciding = till.deciding.lock().await;
    let payment = of(till, &request.payment_id).await?;
    if payment.has_step(IntentKind::InstalmentCancel) {
        drop(deciding);
        return view(till, &payment).await;
    }
    if !may_cancel(&payment) {
        return Err(ErrorCode::PaymentNotReady.into());
    }
    let line = till.line();
    line.instalments.client()?;
    let body = build_cancel(&Cancel {
        merchant: merchant_of(till, &line).await?,
        reference_id: reference_of(&payment.reference)?,
        lang: Some(lang(till)),
        description: None,
    })
    .map_err(|invalid| refused_field(&invalid))?;
    let step = NewStep {
        id: IntentId::new(ids::new(till.now())),
        detail: StepDetail::Cancel,
        body: body.into_bytes(),
        at: till.now(),
    };
    let payment = journal::decide_step(till, deciding, payment.id, step).await?;
    view(till, &payment).await
}

/// Whether the gateway has it and nobody paid it.
pub(super) fn may_cancel(payment: &Payment) -> bool {
    let is_open = matches!(
        payment.instalment_stage(),
        Some(InstalmentStage::Waiting | InstalmentStage::InProgress | InstalmentStage::FirstPart)
    );
    payment.intent == IntentState::Done && is_open && !payment.has_step(IntentKind::FirstPartConfirm)
}
