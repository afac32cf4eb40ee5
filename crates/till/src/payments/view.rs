//! A payment as the page shows it.

use crate::{Till, TillError, accounts, instalments, qr};
use contract::payment::{PaymentPhase, PaymentView};
use contract::{Certainty, ErrorBody, ErrorCode, Time};
use domain::{
    GatewayStatus, InstalmentStage, IntentState, Method, Payment, Sale, UnixMs, Verdict, mask, text,
};
use store::Account;

/// Words of the gateway are cut to this many characters.
const MOST_WORD_CHARS: usize = 60;

/// One payment.
pub(crate) async fn view(till: &Till, payment: &Payment) -> Result<PaymentView, TillError> {
    let sale = till.store.sale(payment.sale_id).await?;
    let accounts = till.store.accounts(payment.environment).await?;
    Ok(compose(till, &sale, &accounts, payment))
}

/// The payments of one sale, in their order.
pub(crate) async fn views(
    till: &Till,
    sale: &Sale,
    payments: &[Payment],
) -> Result<Vec<PaymentView>, TillError> {
    let accounts = till.store.accounts(sale.environment).await?;
    Ok(payments
        .iter()
        .map(|payment| compose(till, sale, &accounts, payment))
        .collect())
}

/// Where a request stands, in the page's words.
pub(crate) fn phase(payment: &Payment, now: UnixMs) -> PaymentPhase {
    match payment.intent {
        IntentState::Rejected => PaymentPhase::Rejected,
        IntentState::Dropped => PaymentPhase::Closed,
        IntentState::Draft | IntentState::Committed | IntentState::Sending => PaymentPhase::Sending,
        IntentState::Unknown | IntentState::Looking | IntentState::Absent => PaymentPhase::LookingUp,
        IntentState::Done => match payment.instalment_stage() {
            Some(stage) => instalment_phase(stage, payment.verdict()),
            None => transfer_phase(payment, now),
        },
    }
}

const fn instalment_phase(stage: InstalmentStage, verdict: Verdict) -> PaymentPhase {
    match stage {
        InstalmentStage::Expired => PaymentPhase::Expired,
        InstalmentStage::Refused | InstalmentStage::Cancelled => PaymentPhase::Failed,
        InstalmentStage::Accepted if verdict.has_money() => PaymentPhase::Closed,
        InstalmentStage::Accepted
        | InstalmentStage::Waiting
        | InstalmentStage::InProgress
        | InstalmentStage::FirstPart => PaymentPhase::Open,
    }
}

fn transfer_phase(payment: &Payment, now: UnixMs) -> PaymentPhase {
    match payment.verdict() {
        Verdict::Paid | Verdict::Over | Verdict::Late | Verdict::Short => PaymentPhase::Closed,
        Verdict::Unpaid | Verdict::Unknown if payment.is_expired(now) => PaymentPhase::Expired,
        Verdict::Unpaid | Verdict::Unknown => PaymentPhase::Open,
    }
}

fn compose(till: &Till, sale: &Sale, accounts: &[Account], payment: &Payment) -> PaymentView {
    let now = till.now();
    let verdict = payment.verdict();
    let account = accounts
        .iter()
        .find(|one| payment.account_id.as_ref() == Some(&one.id));
    let account_name = account
        .map(|one| text::clean(&one.name, MOST_WORD_CHARS))
        .unwrap_or_default();
    let problem = payment.qr_problem.as_deref().and_then(ErrorCode::from_stored);
    let (qr, qr_problem) = match payment.intent {
        IntentState::Done if needs_qr(payment) && payment.method == Method::Transfer => qr::views(
            payment.qr_state,
            problem,
            payment.qr_text.as_deref(),
            &account_name,
        ),
        _ => (None, None),
    };
    let received = payment.received();
    let short = |received| payment.amount.checked_sub(received);
    let over = |received: dong::Dong| received.checked_sub(payment.amount);
    let told = |verdict_is: Verdict| received.filter(|_| verdict == verdict_is && payment.heard.is_some());
    PaymentView {
        id: payment.id.to_string(),
        sale_id: sale.id.to_string(),
        sale_number: u32::try_from(sale.number).unwrap_or(u32::MAX),
        sale_name: sale.name.clone(),
        method: payment.method.into(),
        reference: payment.reference.clone(),
        memo_code: payment.id.memo_code(),
        amount: payment.amount,
        received,
        missing: told(Verdict::Short).and_then(short),
        give_back: told(Verdict::Over).and_then(over),
        verdict: verdict.into(),
        is_late: payment.is_late,
        phase: phase(payment, now),
        gateway_status: payment.heard.as_ref().map(|heard| status_word(&heard.status)),
        account_name,
        bank_name: account.map(accounts::bank_name).unwrap_or_default(),
        account_last_four: account
            .map(|one| mask::last_four(&one.number))
            .unwrap_or_default(),
        qr,
        qr_problem,
        instalment: instalments::view(payment, now),
        is_refunded: payment.is_refunded(),
        payment_url: payment.payment_url.clone(),
        created_at: Time::from_ms(payment.created_at),
        expires_at: payment.expires_at.map(Time::from_ms),
        checked_at: checked_at(till, payment).map(Time::from_ms),
        money_seen_at: payment.money_seen_at.map(Time::from_ms),
        problem: failure(payment),
        next_look_at: payment.next_look_at.map(Time::from_ms),
        replaced_by: payment.replaced_by.map(|id| id.to_string()),
        request_id: payment.request_id.clone(),
    }
}

/// A QR whose money is in, or that another took the place of, is drawn no more: every event carries its sale's payments.
fn needs_qr(payment: &Payment) -> bool {
    !payment.verdict().has_money() && payment.replaced_by.is_none()
}

fn status_word(status: &GatewayStatus) -> String {
    text::clean(status.as_str(), MOST_WORD_CHARS)
}

/// The watch hears of all open payments at once, so its last answer is this payment's too.
fn checked_at(till: &Till, payment: &Payment) -> Option<UnixMs> {
    let heard = payment.heard.as_ref()?.at;
    let is_watched = payment.watched_until.is_some_and(|until| until > till.now());
    // Each instalment payment is asked for by itself.
    let is_of_list = payment.method == Method::Transfer;
    let watched = till
        .freshness(payment.method)
        .checked_at
        .filter(|_| is_of_list && is_watched && !payment.verdict().has_money());
    Some(watched.map_or(heard, |at| at.max(heard)))
}

fn failure(payment: &Payment) -> Option<ErrorBody> {
    let code = payment
        .last_failure
        .as_deref()
        .map(|word| ErrorCode::from_stored(word).unwrap_or(ErrorCode::Internal))?;
    let certainty = match payment.intent {
        IntentState::Draft | IntentState::Committed | IntentState::Dropped => Certainty::NotSent,
        IntentState::Rejected => Certainty::Refused,
        _ => Certainty::Unknown,
    };
    let mut body = ErrorBody::of(code);
    if let Some(said) = &payment.said {
        let said = instalments::said(&said.result, &said.message);
        body = body.with("result", said.result).with("message", said.message);
    }
    body.certainty = Some(certainty);
    body.request_id.clone_from(&payment.request_id);
    Some(body)
}
