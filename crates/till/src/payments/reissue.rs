//! Makes a new payment in place of one whose QR has run out or was refused. The old one is watched on.

use super::running::running;
use super::{draft, of, view};
use crate::journal::{self, Wanted};
use crate::{Till, TillError, sales};
use contract::ErrorCode;
use contract::payment::{PaymentRequest, PaymentView};
use domain::{IntentState, Method, Payment, QrState, Sale, Verdict};
use dong::Dong;

/// Asks for the same money again. Asked twice, the second gives what the first made.
///
/// # Errors
/// `payment_not_ready` for an instalment payment, whose form is filled in anew; while the old QR still runs or money is in; `nothing_missing`, `missing_uncertain`; otherwise as for a new payment.
pub async fn reissue(till: &Till, request: PaymentRequest) -> Result<PaymentView, TillError> {
    let deciding = till.deciding.lock().await;
    let old = of(till, &request.payment_id).await?;
    if let Some(newer) = old.replaced_by {
        drop(deciding);
        return view(till, &till.store.payment(newer).await?).await;
    }
    if !may_reissue(&old, till.now()) {
        return Err(ErrorCode::PaymentNotReady.into());
    }
    let sale = sales::of(till, old.sale_id).await?;
    let payments = till.store.payments_of_sale(sale.id).await?;
    let others: Vec<_> = payments.into_iter().filter(|one| one.id != old.id).collect();
    if let Some(running) = running(&others, till.now()) {
        return view(till, running).await;
    }
    let wanted = Wanted {
        id: draft(till, sale.id).await?,
        amount: still_missing(&sale, &others, old.amount)?,
        in_place_of: Some(old.id),
    };
    let payment = journal::ask(till, deciding, &sale, wanted).await?;
    view(till, &payment).await
}

/// The old amount, or less when part of it came by another way meanwhile.
fn still_missing(sale: &Sale, others: &[Payment], old: Dong) -> Result<Dong, TillError> {
    let balance = sale.balance(others).ok_or(ErrorCode::AmountEmpty)?;
    if balance.is_uncertain {
        return Err(ErrorCode::MissingUncertain.into());
    }
    if balance.missing.is_zero() {
        return Err(ErrorCode::NothingMissing.into());
    }
    Ok(old.min(balance.missing))
}

fn may_reissue(old: &Payment, now: domain::UnixMs) -> bool {
    let has_ended = match old.intent {
        IntentState::Done => old.is_expired(now) || matches!(old.qr_state, QrState::Refused | QrState::None),
        IntentState::Rejected | IntentState::Dropped => true,
        _ => false,
    };
    old.method == Method::Transfer && has_ended && matches!(old.verdict(), Verdict::Unpaid)
}
