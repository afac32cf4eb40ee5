//! The amounts this shop asks for most.

use crate::{Till, TillError};
use contract::amount::FrequentView;

/// How many are offered.
const OFFERED: usize = 5;

/// The most frequent amounts of this world, most frequent first.
///
/// # Errors
/// Storage errors.
pub async fn frequent(till: &Till) -> Result<FrequentView, TillError> {
    let amounts = till
        .store
        .frequent_amounts(till.line().environment, OFFERED)
        .await?;
    Ok(FrequentView { amounts })
}
