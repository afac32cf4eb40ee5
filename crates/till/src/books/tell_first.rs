//! Tells the gateway of what an invoice names, before the invoice itself.

use super::Book;
use super::deliver::deliver;
use super::view::tell;
use crate::error::failure_body;
use crate::line::Line;
use crate::{Till, TillError};
use contract::{ErrorBody, ErrorCode};
use domain::{Customer, InvoiceContent, MirrorState, Product};
use gateway::Priority;
use std::collections::HashSet;
use std::sync::Arc;

/// Brings the customer and the products of an invoice to the gateway, when it does not know them yet. A code that is not in our books
/// may be known there, and passes.
///
/// # Errors
/// `not_at_gateway` with the `field` of the first one that could not be told, the `reason` why, and what is certain of the request.
pub(crate) async fn tell_first(
    till: &Till,
    content: &InvoiceContent,
    priority: Priority,
) -> Result<(), TillError> {
    let line = till.line();
    till.books.touch(till.clock.monotonic_ms());
    if let Some(customer) = &content.customer {
        bring::<Customer>(till, &line, &customer.code, "customer", priority).await?;
    }
    let mut brought = HashSet::new();
    for (place, one) in content.lines.iter().enumerate() {
        if brought.insert(&one.sku) {
            let field = format!("lines.{place}.name");
            bring::<Product>(till, &line, &one.sku, &field, priority).await?;
        }
    }
    Ok(())
}

async fn bring<B: Book>(
    till: &Till,
    line: &Arc<Line>,
    code: &str,
    field: &str,
    priority: Priority,
) -> Result<(), TillError> {
    let Some(seen) = B::by_code(&till.store, line.environment, code).await? else {
        return Ok(());
    };
    if !seen.mirror().state.is_pending() {
        return standing(&seen, field);
    }
    let _one_at_a_time = till.books.take_up(seen.uuid()).await;
    let Some(row) = B::by_code(&till.store, line.environment, code).await? else {
        return Ok(());
    };
    let told = match deliver(till, line, &row, priority).await {
        Ok(Some(MirrorState::Refused | MirrorState::Gone) | None) => Err(TillError::Refused(not_there(
            field,
            Some(ErrorCode::RefusedContent),
        ))),
        Ok(Some(_)) => Ok(()),
        Err(TillError::Gateway(failure)) => {
            let reason = failure_body(&failure);
            Err(TillError::Refused(ErrorBody {
                certainty: reason.certainty,
                request_id: reason.request_id,
                ..not_there(field, Some(reason.code))
            }))
        }
        Err(error) => Err(error),
    };
    tell(till).await?;
    told
}

/// A row that the gateway refused is there only in an older form, or not at all.
fn standing<B: Book>(row: &B, field: &str) -> Result<(), TillError> {
    let mirror = row.mirror();
    if mirror.state == MirrorState::Refused && mirror.gateway_id.is_none() {
        let reason = mirror.problem.as_deref().and_then(ErrorCode::from_stored);
        return Err(TillError::Refused(not_there(field, reason)));
    }
    Ok(())
}

fn not_there(field: &str, reason: Option<ErrorCode>) -> ErrorBody {
    let body = ErrorBody::of(ErrorCode::NotAtGateway).with("field", field);
    match reason {
        Some(reason) => body.with("reason", reason.as_str()),
        None => body,
    }
}
