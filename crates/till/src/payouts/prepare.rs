//! Fixes what a person reads back: content, bytes and id. Nothing is kept on disk, nothing is sent.

use super::read::{in_words, understand};
use super::{Prepared, Seen, destination, notices, sources};
use crate::{Till, TillError, ids, invoices, owner};
use contract::payout::{PayoutDraftRequest, PayoutReadBackView};
use domain::{IntentId, PayoutContent, PayoutId};
use finan_one::accounts::AccountNumber;
use finan_one::payouts::{CreatePayout, build_create};

/// What is read back. Exactly this is sent by [`super::create()`], whatever the form says later.
///
/// # Errors
/// `owner_locked`; the first problem of the form, with its field; no keys; storage errors.
pub async fn prepare(till: &Till, request: PayoutDraftRequest) -> Result<PayoutReadBackView, TillError> {
    owner::require_unlocked(till).await?;
    let line = till.line();
    line.require(domain::Gateway::FinanOne)?;
    let (content, bank) = understand(till, &request).await?.content()?;
    let id = PayoutId::new(ids::new(till.now()));
    let body = body(id, &content)?;
    let account = sources::one(till, &content.account_id).await?;
    let notices = notices::of(till, &content, &bank, &account).await?;
    let (words_vi, words_en) = in_words(till, content.amount);
    let view = PayoutReadBackView {
        payout_id: id.to_string(),
        destination: destination(&content.destination),
        account,
        amount: content.amount,
        words_vi,
        words_en,
        description: content.description.clone(),
        notices,
    };
    let prepared = Prepared {
        id,
        environment: line.environment,
        seen: Seen { content, body },
    };
    till.payouts.prepare(prepared, till.clock.monotonic_ms());
    Ok(view)
}

/// The exact bytes for a content: the same content gives the same bytes.
pub(crate) fn body(id: PayoutId, content: &PayoutContent) -> Result<Vec<u8>, TillError> {
    let to = &content.destination;
    let wanted = CreatePayout {
        account_id: content.account_id.as_str().to_owned(),
        amount: content.amount,
        beneficiary_account_name: to.account_name.clone(),
        beneficiary_account_number: AccountNumber::new(&to.account_number),
        beneficiary_bank_id: to.bank_id.clone(),
        reference_id: IntentId::from(id).reference(),
        description: content.description.clone(),
    };
    let body = build_create(&wanted).map_err(|invalid| invoices::refused_field(&invalid))?;
    Ok(body.into_bytes())
}
