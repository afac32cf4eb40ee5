//! Makes or changes a product.

use super::facts::kept;
use super::{CODE_PREFIX, check, of, view, with_defaults};
use crate::books::{self, Book, changed, code_taken, codes, made_code};
use crate::{Till, TillError, ids};
use contract::product::{ProductSaveRequest, ProductView};
use domain::{MirrorState, Product, ProductId};
use store::StoreError;

/// Keeps a product at once; the gateway is told as soon as the line allows.
///
/// # Errors
/// `product_gone`; `field_refused`; `code_taken` with the `field` `sku` and the `name` of the one that has it; storage errors.
pub async fn save(till: &Till, request: ProductSaveRequest) -> Result<ProductView, TillError> {
    till.books.touch(till.clock.monotonic_ms());
    let now = till.now();
    let before = match &request.product_id {
        Some(id) => Some(of(till, id).await?),
        None => None,
    };
    let id = before
        .as_ref()
        .map_or_else(|| ProductId::new(ids::new(now)), |one| one.id);
    let environment = before
        .as_ref()
        .map_or_else(|| till.line().environment, |one| one.environment);
    let codes = codes::of(till).await?;
    let mut facts = with_defaults(kept(&request.facts), &codes, before.is_none());
    if facts.sku.is_empty() {
        let known = before.as_ref().map(|one| one.facts.sku.clone());
        facts.sku = known.unwrap_or_else(|| made_code(CODE_PREFIX, id.uuid()));
    }
    check(&facts)?;
    if let Some(same) = before.as_ref().filter(|one| is_unchanged(one, &facts)) {
        return Ok(view(same, &codes));
    }
    let row = Product {
        id,
        environment,
        facts,
        quick_key: None,
        mirror: changed(before.as_ref().map(|one| &one.mirror), now),
    };
    let saved = match till.store.save_product(row).await {
        Err(StoreError::CodeTaken(sku)) => {
            let owner = Product::by_code(&till.store, environment, &sku).await?;
            let name = owner.map(|one| one.facts.name).unwrap_or_default();
            return Err(code_taken(Product::CODE, &name));
        }
        saved => saved?,
    };
    till.books.wanted.ring();
    books::tell(till).await?;
    Ok(view(&saved, &codes))
}

/// Nothing is told to the gateway that it knows. What it refused is tried again even so.
fn is_unchanged(before: &Product, facts: &domain::ProductFacts) -> bool {
    before.facts == *facts && !matches!(before.mirror.state, MirrorState::Refused | MirrorState::Gone)
}
