//! Makes a payment for what is missing in a sale.

use super::view;
use crate::journal::{self, Wanted};
use crate::{Till, TillError, ids, sales};
use contract::ErrorCode;
use contract::payment::PaymentView;
use contract::sale::SaleRequest;
use domain::{IntentState, Payment, PaymentId, UnixMs, Verdict};

/// Asks for the missing rest. While such a QR runs already, gives that one.
///
/// # Errors
/// `nothing_missing`; `missing_uncertain` when the gateway's sum is not known; otherwise as for a new payment.
pub async fn rest(till: &Till, request: SaleRequest) -> Result<PaymentView, TillError> {
    let sale = sales::of(till, ids::sale(&request.sale_id)?).await?;
    let payments = till.store.payments_of_sale(sale.id).await?;
    let balance = sale.balance(&payments).ok_or(ErrorCode::AmountEmpty)?;
    if balance.is_uncertain {
        return Err(ErrorCode::MissingUncertain.into());
    }
    if balance.missing.is_zero() {
        return Err(ErrorCode::NothingMissing.into());
    }
    if let Some(running) = payments
        .iter()
        .rev()
        .find(|payment| still_runs(payment, till.now()))
    {
        return view(till, running).await;
    }
    let id = match till.store.draft_of_sale(sale.id).await? {
        Some(draft) => draft,
        None => {
            let id = PaymentId::new(ids::new(till.now()));
            till.store.mint_draft(id, sale.id, till.now()).await?;
            id
        }
    };
    let wanted = Wanted {
        id,
        amount: crate::amounts::check(balance.missing)?,
        in_place_of: None,
    };
    let payment = journal::ask(till, &sale, wanted).await?;
    view(till, &payment).await
}

fn still_runs(payment: &Payment, now: UnixMs) -> bool {
    let is_asked =
        payment.intent.is_open() || (payment.intent == IntentState::Done && !payment.is_expired(now));
    is_asked && payment.verdict() == Verdict::Unpaid && payment.replaced_by.is_none()
}
