//! The quick keys of the counter.

use super::view;
use crate::books::codes;
use crate::{Till, TillError, ids};
use contract::ErrorCode;
use contract::product::{QuickKeysRequest, QuickKeysView};
use domain::Product;
use store::StoreError;

/// Keys on the counter.
const MOST_KEYS: usize = 24;

/// The products on the keys, in order; keys after the last one that has a product are left out.
///
/// # Errors
/// Storage errors.
pub async fn get(till: &Till) -> Result<QuickKeysView, TillError> {
    let keys = till.store.quick_keys(till.line().environment).await?;
    let codes = codes::of(till).await?;
    let shown = |key: &Option<Product>| key.as_ref().map(|product| view(product, &codes));
    Ok(QuickKeysView {
        keys: keys.iter().map(shown).collect(),
    })
}

/// Gives the keys to products; every other product has none then.
///
/// # Errors
/// `bad_request` for more than 24 keys or a product on two of them; `product_gone`; storage errors.
pub async fn set(till: &Till, request: QuickKeysRequest) -> Result<QuickKeysView, TillError> {
    let ids = request.product_ids.iter();
    let keys: Vec<_> = ids
        .map(|id| id.as_deref().map(ids::product).transpose())
        .collect::<Result<_, _>>()?;
    let mut named: Vec<_> = keys.iter().flatten().collect();
    let count = named.len();
    named.sort();
    named.dedup();
    if keys.len() > MOST_KEYS || named.len() < count {
        return Err(ErrorCode::BadRequest.into());
    }
    match till.store.set_quick_keys(till.line().environment, keys).await {
        Err(StoreError::NotFound(_)) => Err(ErrorCode::ProductGone.into()),
        set => {
            set?;
            get(till).await
        }
    }
}
