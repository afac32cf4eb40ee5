//! Moments at which the screens change although nobody did anything: a QR runs out, thanks are over, patience with the line ends, an invoice
//! falls due.

use crate::display::PATIENCE_MS;
use crate::{Till, TillError, display, invoices, owner, sales};
use domain::{Method, UnixMs};

/// Shows what has passed. Gives the next such moment.
///
/// # Errors
/// Storage errors.
pub(crate) async fn pass(till: &Till) -> Result<Option<UnixMs>, TillError> {
    let now = till.now();
    let impatient_at = |method| {
        let since = till.freshness(method).failing_since;
        since.map(|since| since.saturating_add(PATIENCE_MS))
    };
    let mut next: Vec<UnixMs> = [Method::Transfer, Method::Instalment]
        .into_iter()
        .filter_map(impatient_at)
        .collect();
    next.push(till.display.thanks_until());
    for sale in till.store.open_sales(till.line().environment).await? {
        for payment in till.store.payments_of_sale(sale.id).await? {
            let Some(end) = payment.expires_at.filter(|_| payment.replaced_by.is_none()) else {
                continue;
            };
            next.push(end);
            if end <= now && till.moments.is_new(payment.id) {
                sales::changed(till, &sale).await?;
            }
        }
    }
    tell_fallen_due(till, now).await?;
    next.extend(owner::pass(till).await?);
    display::refresh(till).await?;
    Ok(next.into_iter().filter(|moment| *moment > now).min())
}

/// No moment of its own is waited for: this comes to pass twice a minute at least, and a due date is a matter of days.
async fn tell_fallen_due(till: &Till, now: UnixMs) -> Result<(), TillError> {
    let told_at = till.moments.due_told_at(now);
    for payment in till
        .store
        .fallen_due(till.line().environment, told_at, now)
        .await?
    {
        invoices::changed(till, &payment).await?;
    }
    Ok(())
}
