//! Products and quick keys.

use super::Tills;
use contract::ErrorBody;
use contract::product::{
    ProductCodeRequest, ProductListRequest, ProductPage, ProductPriceRequest, ProductPriceView,
    ProductRequest, ProductSaveRequest, ProductView, QuickKeysRequest, QuickKeysView,
};

#[tauri::command]
pub(crate) async fn product_list(
    till: Tills<'_>,
    request: ProductListRequest,
) -> Result<ProductPage, ErrorBody> {
    Ok(till::products::list(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn product_by_code(
    till: Tills<'_>,
    request: ProductCodeRequest,
) -> Result<Option<ProductView>, ErrorBody> {
    Ok(till::products::by_code(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn product_price(
    till: Tills<'_>,
    request: ProductPriceRequest,
) -> Result<ProductPriceView, ErrorBody> {
    Ok(till::products::price(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn product_save(
    till: Tills<'_>,
    request: ProductSaveRequest,
) -> Result<ProductView, ErrorBody> {
    Ok(till::products::save(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn product_delete(till: Tills<'_>, request: ProductRequest) -> Result<(), ErrorBody> {
    Ok(till::products::delete(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn quick_keys_get(till: Tills<'_>) -> Result<QuickKeysView, ErrorBody> {
    Ok(till::products::quick_keys_get(&till).await?)
}

#[tauri::command]
pub(crate) async fn quick_keys_set(
    till: Tills<'_>,
    request: QuickKeysRequest,
) -> Result<QuickKeysView, ErrorBody> {
    Ok(till::products::quick_keys_set(&till, request).await?)
}
