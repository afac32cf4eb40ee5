//! Tells everybody what changed.

use crate::error::failure_body;
use crate::{Till, TillError, invoices, payments, practice, sales};
use contract::event::TillEvent;
use domain::{Method, Payment};
use gateway::Failure;

/// A payment changed in what is shown of it, not in its verdict.
pub(crate) async fn tell(till: &Till, payment: &Payment) -> Result<(), TillError> {
    if payment.method == Method::Invoice {
        invoices::changed(till, payment).await?;
        return crate::display::refresh(till).await;
    }
    let sale = till.store.sale(payment.sale_id).await?;
    sales::changed(till, &sale).await.map(drop)
}

/// A payment may have changed since it was `before`: sounds when its verdict or phase did.
pub(crate) async fn tell_since(till: &Till, before: &Payment) -> Result<(), TillError> {
    let payment = till.store.payment(before.id).await?;
    tell(till, &payment).await?;
    let now = till.now();
    let heard = |one: &Payment| (one.verdict(), payments::phase(one, now));
    if heard(before) != heard(&payment) {
        let payment = payments::view(till, &payment).await?;
        till.events.send(TillEvent::Verdict { payment });
    }
    Ok(())
}

/// The gateway of this method answered: the counter knows again.
pub(crate) fn answered(till: &Till, method: Method) {
    till.freshness(method).answered(till.now());
    tell_freshness(till, method);
}

/// The gateway of this method could not be asked.
pub(crate) fn failed(till: &Till, method: Method, failure: &Failure) {
    note_failure(till, method, failure_body(failure));
}

/// The same, for any reason.
pub(super) fn note_failure(till: &Till, method: Method, problem: contract::ErrorBody) {
    let is_first = till.freshness(method).failed(till.now(), problem);
    tell_freshness(till, method);
    if is_first {
        // The screens have a moment to wait for: that of losing patience.
        till.wake.ring();
    }
}

/// The freshness light changed.
pub(crate) fn tell_freshness(till: &Till, method: Method) {
    // Whenever a gateway was asked, a practised trouble may have struck.
    practice::tell_if_changed(till);
    let freshness = till.freshness(method).view();
    till.events.send(TillEvent::Freshness {
        method: method.into(),
        freshness,
    });
}
