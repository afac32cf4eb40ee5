//! Tells the gateway that the shop took the first part.

use super::heard::{merchant_of, reference_of};
use super::refused_field;
use crate::payments::{of, view};
use crate::{Till, TillError, amounts, ids, journal};
use contract::instalment::{FirstPartRequest, TenderView};
use contract::payment::PaymentView;
use contract::{ErrorBody, ErrorCode};
use domain::{InstalmentStage, IntentId, IntentKind, IntentState, Payment, StepDetail, text};
use dong::Dong;
use fundiin::payments::{ConfirmStore, build_confirm_store};
use fundiin::values::Tender;
use store::NewStep;

/// A receipt number is cut to this many characters.
const MOST_CHARS: usize = 60;

/// Confirms it, once: while a confirmation is under way or done, none is sent.
///
/// # Errors
/// `payment_not_ready` when no first part can be taken; `first_part_differs` when the gateway asked for another sum;
/// `amount_too_large` for the whole amount or more; no keys.
pub async fn confirm_first_part(till: &Till, request: FirstPartRequest) -> Result<PaymentView, TillError> {
    let amount = amounts::check(request.amount)?;
    let deciding = till.deciding.lock().await;
    let payment = of(till, &request.payment_id).await?;
    if payment.has_step(IntentKind::FirstPartConfirm) {
        drop(deciding);
        return view(till, &payment).await;
    }
    check_amount(&payment, amount)?;
    let line = till.line();
    line.instalments.client()?;
    let receipt = Some(text::clean(&request.receipt, MOST_CHARS)).filter(|text| !text.is_empty());
    let body = build_confirm_store(&ConfirmStore {
        merchant: merchant_of(till, &line).await?,
        reference_id: reference_of(&payment.reference)?,
        first_part: amount,
        tender: tender(request.tender),
        store_payment_ref: receipt.clone(),
        cashier_id: None,
        description: None,
        extra_data: None,
    })
    .map_err(|invalid| refused_field(&invalid))?;
    let step = NewStep {
        id: IntentId::new(ids::new(till.now())),
        detail: StepDetail::FirstPart {
            amount,
            tender: request.tender.into(),
            receipt,
        },
        body: body.into_bytes(),
        at: till.now(),
    };
    let payment = journal::decide_step(till, deciding, payment.id, step).await?;
    view(till, &payment).await
}

fn check_amount(payment: &Payment, amount: Dong) -> Result<(), TillError> {
    if !may_confirm(payment) {
        return Err(ErrorCode::PaymentNotReady.into());
    }
    let asked = payment.instalment.as_ref().and_then(|own| own.first_part);
    if let Some(asked) = asked.filter(|asked| *asked != amount) {
        let body = ErrorBody::of(ErrorCode::FirstPartDiffers).with("amount", asked.get());
        return Err(TillError::Refused(body));
    }
    if amount >= payment.amount {
        return Err(ErrorCode::AmountTooLarge.into());
    }
    Ok(())
}

/// Whether the customer may be paying the first part in the shop. The gateway tells of it in a notification that a desktop app cannot
/// receive, so an open payment is enough.
pub(super) fn may_confirm(payment: &Payment) -> bool {
    let is_open = matches!(
        payment.instalment_stage(),
        Some(InstalmentStage::Waiting | InstalmentStage::InProgress | InstalmentStage::FirstPart)
    );
    payment.intent == IntentState::Done
        && is_open
        && !payment.has_step(IntentKind::FirstPartConfirm)
        && !payment.has_step(IntentKind::InstalmentCancel)
}

const fn tender(tender: TenderView) -> Tender {
    match tender {
        TenderView::Cash => Tender::Cash,
        TenderView::Card => Tender::Card,
        TenderView::BankTransfer => Tender::BankTransfer,
        TenderView::Wallet => Tender::Wallet,
    }
}
