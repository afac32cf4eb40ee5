//! Reading amounts.

use super::Tills;
use contract::ErrorBody;
use contract::amount::{AmountRequest, AmountView, FrequentView};

#[tauri::command]
pub(crate) async fn amount_read(till: Tills<'_>, request: AmountRequest) -> Result<AmountView, ErrorBody> {
    Ok(till::amounts::read(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn amount_frequent(till: Tills<'_>) -> Result<FrequentView, ErrorBody> {
    Ok(till::amounts::frequent(&till).await?)
}
