//! Makes a new payment in place of one whose QR has run out or was refused. The old one is watched on.

use super::{of, view};
use crate::journal::{self, Wanted};
use crate::{Till, TillError, ids, sales};
use contract::ErrorCode;
use contract::payment::{PaymentRequest, PaymentView};
use domain::{IntentState, Payment, PaymentId, QrState, Verdict};

/// Asks for the same money again. Asked twice, the second gives what the first made.
///
/// # Errors
/// `payment_not_ready` while the old QR still runs or money is in; otherwise as for a new payment.
pub async fn reissue(till: &Till, request: PaymentRequest) -> Result<PaymentView, TillError> {
    let old = of(till, &request.payment_id).await?;
    if let Some(newer) = old.replaced_by {
        return view(till, &till.store.payment(newer).await?).await;
    }
    if !may_reissue(&old, till.now()) {
        return Err(ErrorCode::PaymentNotReady.into());
    }
    let sale = sales::of(till, old.sale_id).await?;
    let id = match till.store.draft_of_sale(sale.id).await? {
        Some(draft) => draft,
        None => new_draft(till, &old).await?,
    };
    let wanted = Wanted {
        id,
        amount: old.amount,
        in_place_of: Some(old.id),
    };
    let payment = journal::ask(till, &sale, wanted).await?;
    view(till, &payment).await
}

async fn new_draft(till: &Till, old: &Payment) -> Result<PaymentId, TillError> {
    let id = PaymentId::new(ids::new(till.now()));
    till.store.mint_draft(id, old.sale_id, till.now()).await?;
    Ok(id)
}

fn may_reissue(old: &Payment, now: domain::UnixMs) -> bool {
    let has_ended = match old.intent {
        IntentState::Done => old.is_expired(now) || matches!(old.qr_state, QrState::Refused | QrState::None),
        IntentState::Rejected | IntentState::Dropped => true,
        _ => false,
    };
    has_ended && matches!(old.verdict(), Verdict::Unpaid)
}
