//! Stops an import or an export that runs.

use crate::{Till, TillError};
use contract::books::ImportRequest;

/// Stops it at the next part; what was taken stays and can be undone. One that is over already is left as it is.
///
/// # Errors
/// None.
pub async fn cancel(till: &Till, request: ImportRequest) -> Result<(), TillError> {
    till.imports.running.cancel(&request.import_id);
    std::future::ready(Ok(())).await
}
