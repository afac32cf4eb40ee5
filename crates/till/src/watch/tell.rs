//! Tells everybody what changed.

use crate::{Till, TillError, payments, sales};
use contract::event::TillEvent;
use domain::Payment;

/// A payment changed; `is_verdict` when its verdict or phase did, which sounds once.
pub(crate) async fn tell(till: &Till, payment: &Payment, is_verdict: bool) -> Result<(), TillError> {
    let sale = till.store.sale(payment.sale_id).await?;
    sales::changed(till, &sale).await?;
    if is_verdict {
        let payment = payments::view(till, payment).await?;
        till.events.send(TillEvent::Verdict { payment });
    }
    Ok(())
}

/// The freshness light changed.
pub(crate) fn tell_freshness(till: &Till) {
    let freshness = till.freshness().view();
    till.events.send(TillEvent::Freshness { freshness });
}
