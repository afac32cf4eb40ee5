//! Customers.

use super::Tills;
use contract::ErrorBody;
use contract::customer::{
    CustomerDetailView, CustomerListRequest, CustomerPage, CustomerRequest, CustomerSaveRequest, CustomerView,
};

#[tauri::command]
pub(crate) async fn customer_list(
    till: Tills<'_>,
    request: CustomerListRequest,
) -> Result<CustomerPage, ErrorBody> {
    Ok(till::customers::list(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn customer_get(
    till: Tills<'_>,
    request: CustomerRequest,
) -> Result<CustomerDetailView, ErrorBody> {
    Ok(till::customers::get(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn customer_save(
    till: Tills<'_>,
    request: CustomerSaveRequest,
) -> Result<CustomerView, ErrorBody> {
    Ok(till::customers::save(&till, request).await?)
}

#[tauri::command]
pub(crate) async fn customer_delete(till: Tills<'_>, request: CustomerRequest) -> Result<(), ErrorBody> {
    Ok(till::customers::delete(&till, request).await?)
}
