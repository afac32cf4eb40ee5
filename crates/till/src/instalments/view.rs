//! What the page shows of an instalment payment.

use super::cancel::may_cancel;
use super::confirm_first_part::may_confirm;
use super::refund::may_refund;
use crate::qr;
use contract::instalment::{
    FirstPartView, InstalmentStageView, InstalmentView, RefundView, SaidView, StepPhase, StepView,
};
use contract::{Certainty, ErrorBody, ErrorCode, Time};
use domain::{
    Instalment, InstalmentStage, IntentKind, IntentState, Payment, QrState, Step, StepDetail, UnixMs, text,
};

/// The gateway's words are cut to this many characters.
const MOST_WORD_CHARS: usize = 60;
const MOST_MESSAGE_CHARS: usize = 300;

/// The gateway's words, safe to put beside ours.
pub(crate) fn said(result: &str, message: &str) -> SaidView {
    SaidView {
        result: text::clean(result, MOST_WORD_CHARS),
        message: text::clean(message, MOST_MESSAGE_CHARS),
    }
}

/// What a payment has of its own; none for transfers.
pub(crate) fn view(payment: &Payment, now: UnixMs) -> Option<InstalmentView> {
    let own = payment.instalment.as_ref()?;
    let stage = payment.instalment_stage()?;
    Some(InstalmentView {
        stage: InstalmentStageView::from(stage),
        said: words(payment),
        customer_name: own.customer.full_name(),
        customer_phone: own.customer.phone.clone(),
        goods: own.goods.clone(),
        plan: own.plan.clone().map(Into::into),
        qr: drawn(payment, stage, now),
        link_problem: link_problem(payment, stage),
        first_part: first_part(own),
        cancel: own.step(IntentKind::InstalmentCancel).map(step),
        refund: own.step(IntentKind::InstalmentRefund).and_then(refund),
        can_confirm_first_part: may_confirm(payment),
        can_cancel: may_cancel(payment) && !payment.has_step(IntentKind::InstalmentCancel),
        can_refund: may_refund(payment),
    })
}

/// What the gateway said last: about the payment, or when it refused it.
fn words(payment: &Payment) -> Option<SaidView> {
    let heard = payment.heard.as_ref();
    let told = heard.and_then(|heard| {
        let reason = heard.reason.as_deref()?;
        Some(said(reason, heard.message.as_deref().unwrap_or_default()))
    });
    told.or_else(|| {
        let refused = payment.said.as_ref()?;
        Some(said(&refused.result, &refused.message))
    })
}

/// The link as a QR, while it leads anywhere.
fn drawn(payment: &Payment, stage: InstalmentStage, now: UnixMs) -> Option<contract::qr::QrDrawing> {
    let is_of_use = matches!(stage, InstalmentStage::Waiting | InstalmentStage::InProgress);
    let is_shown =
        payment.intent == IntentState::Done && payment.qr_state == QrState::Shown && !payment.is_expired(now);
    let text = payment.qr_text.as_deref().filter(|_| is_of_use && is_shown)?;
    qr::drawing(text)
}

fn link_problem(payment: &Payment, stage: InstalmentStage) -> Option<ErrorCode> {
    let is_open = payment.intent == IntentState::Done
        && matches!(stage, InstalmentStage::Waiting | InstalmentStage::InProgress);
    let problem = payment.qr_problem.as_deref().filter(|_| is_open)?;
    ErrorCode::from_stored(problem)
}

fn first_part(own: &Instalment) -> Option<FirstPartView> {
    let confirmation = own.step(IntentKind::FirstPartConfirm);
    match confirmation.map(|one| (&one.detail, one)) {
        Some((
            StepDetail::FirstPart {
                amount,
                tender,
                receipt,
            },
            one,
        )) => Some(FirstPartView {
            amount: Some(*amount),
            tender: Some((*tender).into()),
            receipt: receipt.clone(),
            confirmation: Some(step(one)),
        }),
        _ => own.first_part.map(|amount| FirstPartView {
            amount: Some(amount),
            tender: None,
            receipt: None,
            confirmation: None,
        }),
    }
}

fn refund(one: &Step) -> Option<RefundView> {
    let StepDetail::Refund { amount, reason } = &one.detail else {
        return None;
    };
    Some(RefundView {
        amount: *amount,
        reason: reason.clone(),
        step: step(one),
    })
}

/// A step on any payment.
pub(crate) fn step(one: &Step) -> StepView {
    let phase = match one.state {
        IntentState::Draft | IntentState::Committed | IntentState::Sending => StepPhase::Sending,
        IntentState::Unknown | IntentState::Looking | IntentState::Absent => StepPhase::Unclear,
        IntentState::Done => StepPhase::Done,
        IntentState::Rejected | IntentState::Dropped => StepPhase::Refused,
    };
    StepView {
        phase,
        reference: one.reference.clone(),
        gateway_id: one
            .gateway_id
            .as_deref()
            .map(|id| text::clean(id, MOST_WORD_CHARS)),
        said: one.said.as_ref().map(|words| said(&words.result, &words.message)),
        problem: problem(one, phase),
        at: Time::from_ms(one.created_at),
        next_try_at: one.next_look_at.map(Time::from_ms),
    }
}

fn problem(one: &Step, phase: StepPhase) -> Option<ErrorBody> {
    let code = one.last_failure.as_deref()?;
    let certainty = match phase {
        StepPhase::Sending => Certainty::NotSent,
        StepPhase::Unclear => Certainty::Unknown,
        StepPhase::Refused => Certainty::Refused,
        StepPhase::Done => return None,
    };
    let code = ErrorCode::from_stored(code).unwrap_or(ErrorCode::Internal);
    let mut body = ErrorBody::of(code);
    if let Some(words) = &one.said {
        let words = said(&words.result, &words.message);
        body = body.with("result", words.result).with("message", words.message);
    }
    body.certainty = Some(certainty);
    Some(body)
}
