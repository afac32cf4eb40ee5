//! Makes or changes a customer.

use super::{CODE_PREFIX, check, kept, of, phone_owner, view};
use crate::books::{self, Book, changed, code_taken, made_code};
use crate::{Till, TillError, ids};
use contract::customer::{CustomerSaveRequest, CustomerView};
use domain::{Customer, CustomerId, MirrorState};
use store::StoreError;

/// Keeps a customer at once; the gateway is told as soon as the line allows.
///
/// # Errors
/// `customer_gone`; `contact_missing`; `field_refused`; `code_taken` with the `field` (`code` or `phone`) and the `name` of the one
/// that has it; storage errors.
pub async fn save(till: &Till, request: CustomerSaveRequest) -> Result<CustomerView, TillError> {
    till.books.touch(till.clock.monotonic_ms());
    let now = till.now();
    let before = match &request.customer_id {
        Some(id) => Some(of(till, id).await?),
        None => None,
    };
    let id = before
        .as_ref()
        .map_or_else(|| CustomerId::new(ids::new(now)), |one| one.id);
    let environment = before
        .as_ref()
        .map_or_else(|| till.line().environment, |one| one.environment);
    let mut facts = kept(request.facts);
    if facts.code.is_empty() {
        let known = before.as_ref().map(|one| one.facts.code.clone());
        facts.code = known.unwrap_or_else(|| made_code(CODE_PREFIX, id.uuid()));
    }
    check(&facts)?;
    if let Some(owner) = phone_owner(till, environment, &facts.phone, Some(id)).await? {
        return Err(code_taken("phone", &owner.facts.name));
    }
    if let Some(same) = before.as_ref().filter(|one| is_unchanged(one, &facts)) {
        return Ok(view(same));
    }
    let mirror = changed(before.as_ref().map(|one| &one.mirror), now);
    let row = Customer {
        id,
        environment,
        facts,
        mirror,
    };
    let saved = match till.store.save_customer(row).await {
        Err(StoreError::CodeTaken(code)) => {
            let owner = Customer::by_code(&till.store, environment, &code).await?;
            let name = owner.map(|one| one.facts.name).unwrap_or_default();
            return Err(code_taken(Customer::CODE, &name));
        }
        saved => saved?,
    };
    till.books.wanted.ring();
    books::tell(till).await?;
    Ok(view(&saved))
}

/// Nothing is told to the gateway that it knows. What it refused is tried again even so.
fn is_unchanged(before: &Customer, facts: &domain::CustomerFacts) -> bool {
    before.facts == *facts && !matches!(before.mirror.state, MirrorState::Refused | MirrorState::Gone)
}
