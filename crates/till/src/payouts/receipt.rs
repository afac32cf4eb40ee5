//! A receipt of a payout on paper.

use crate::{Till, TillError};
use contract::invoice::PaperView;
use contract::payout::{PayoutReceiptFileRequest, PayoutReceiptRequest};
use contract::qr::PictureView;
use contract::ErrorCode;

/// The receipt as pictures.
///
/// # Errors
/// None.
pub async fn receipt(_till: &Till, _request: PayoutReceiptRequest) -> Result<PaperView, TillError> {
    std::future::ready(Err(ErrorCode::Internal.into())).await
}

/// The receipt as a file.
///
/// # Errors
/// None.
pub async fn save_receipt(_till: &Till, _request: PayoutReceiptFileRequest) -> Result<PictureView, TillError> {
    std::future::ready(Err(ErrorCode::Internal.into())).await
}
