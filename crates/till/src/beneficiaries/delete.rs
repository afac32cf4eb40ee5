//! Removes a beneficiary from the book; payouts stay as they are.

use super::of;
use crate::{Till, TillError, owner};
use contract::payout::BeneficiaryRequest;

/// Takes it out.
///
/// # Errors
/// `owner_locked`; `beneficiary_gone`; storage errors.
pub async fn delete(till: &Till, request: BeneficiaryRequest) -> Result<(), TillError> {
    owner::require_unlocked(till).await?;
    let row = of(till, &request.beneficiary_id).await?;
    Ok(till.store.delete_beneficiary(row.id).await?)
}
