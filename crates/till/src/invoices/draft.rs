//! Drafts: on this machine only, kept with every change.

use super::content;
use super::view::draft_view;
use crate::{Till, TillError, ids};
use contract::ErrorCode;
use contract::invoice::{InvoiceDraftSaveRequest, InvoiceDraftView, InvoiceRequest};
use domain::{InvoiceDraft, PaymentId, UnixMs, text};
use store::StoreError;

/// Letters of a code that are not mistaken for each other.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// A code fits the pattern of references.
const MOST_CODE_CHARS: usize = 40;

/// One draft.
///
/// # Errors
/// `invoice_gone`; storage errors.
pub async fn get(till: &Till, request: InvoiceRequest) -> Result<InvoiceDraftView, TillError> {
    let draft = of(till, &request.invoice_id).await?;
    draft_view(till, &draft).await
}

/// Begins or saves a draft. Whatever is wrong with it is told and kept.
///
/// # Errors
/// `invoice_gone` for one that was sent or thrown away; `bad_request`, `discount_refused` for what cannot be kept; storage errors.
pub async fn save(till: &Till, request: InvoiceDraftSaveRequest) -> Result<InvoiceDraftView, TillError> {
    let content = content::kept(request.content)?;
    let now = till.now();
    let typed = text::clean(&request.code, MOST_CODE_CHARS);
    let draft = match request.invoice_id {
        None => {
            let id = PaymentId::new(ids::new(now));
            let code = if typed.is_empty() { code_of(id, now) } else { typed };
            InvoiceDraft {
                id,
                environment: till.line().environment,
                code,
                content,
                created_at: now,
                updated_at: now,
            }
        }
        Some(id) => {
            let old = of(till, &id).await?;
            InvoiceDraft {
                code: if typed.is_empty() { old.code } else { typed },
                content,
                updated_at: now,
                ..old
            }
        }
    };
    till.store.save_invoice_draft(draft.clone()).await?;
    draft_view(till, &draft).await
}

/// Throws a draft away.
///
/// # Errors
/// `invoice_gone`; storage errors.
pub async fn delete(till: &Till, request: InvoiceRequest) -> Result<(), TillError> {
    let draft = of(till, &request.invoice_id).await?;
    Ok(till.store.delete_invoice_draft(draft.id).await?)
}

/// The draft a page names, in the present world.
pub(super) async fn of(till: &Till, id: &str) -> Result<InvoiceDraft, TillError> {
    let gone = || TillError::from(ErrorCode::InvoiceGone);
    let id = ids::payment(id).map_err(|_| gone())?;
    match till.store.invoice_draft(id).await {
        Ok(draft) if draft.environment == till.line().environment => Ok(draft),
        Ok(_) | Err(StoreError::NotFound(_)) => Err(gone()),
        Err(error) => Err(error.into()),
    }
}

/// A code that people can say: the day and four letters of the id, so that two tills don't make the same.
pub(super) fn code_of(id: PaymentId, now: UnixMs) -> String {
    let day = chrono::DateTime::from_timestamp_millis(now.saturating_add(VIETNAM_OFFSET_MS))
        .map(|day| day.format("%y%m%d").to_string())
        .unwrap_or_default();
    let mut rest = id.uuid().as_u128();
    let mut tail = String::new();
    for _ in 0..4 {
        let place = usize::try_from(rest % 32).unwrap_or_default();
        tail.push(LETTERS.get(place).copied().map_or('0', char::from));
        rest /= 32;
    }
    format!("PT-{day}-{tail}")
}

/// Vietnam's clocks are seven hours ahead, all year.
const VIETNAM_OFFSET_MS: UnixMs = 7 * 3_600_000;

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_code_names_its_day_in_vietnam_and_differs() {
        let id = |n| PaymentId::new(Uuid::from_u128(n));
        assert_eq!(code_of(id(0), 1_795_285_800_000), "PT-261122-0000");
        assert_eq!(code_of(id(33), 1_795_240_000_000), "PT-261121-1100");
        assert_ne!(code_of(id(1), 0), code_of(id(2), 0));
    }
}
