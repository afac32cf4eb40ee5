//! Saves a QR as a picture, to be sent to the customer.

use super::of;
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::payment::PaymentRequest;
use contract::qr::PictureView;
use domain::QrState;
use std::path::Path;

/// Pixels a module: a QR of 41 modules becomes a picture of about 600 pixels.
const MODULE_PIXELS: u32 = 12;
/// The folder below the person's pictures.
const FOLDER: &str = "Tien Ve";

/// Saves the checked QR of a payment that still runs.
///
/// # Errors
/// `payment_not_ready` when no QR may be shown; `picture_failed`.
pub async fn save_picture(till: &Till, request: PaymentRequest) -> Result<PictureView, TillError> {
    let payment = of(till, &request.payment_id).await?;
    match (payment.qr_state, &payment.qr_text) {
        (QrState::Shown, Some(text)) if !payment.is_expired(till.now()) => {
            let name = format!("{}-{}.png", payment.id.memo_code(), payment.amount.get());
            write_picture(&till.config.pictures, &name, text).await
        }
        _ => Err(ErrorCode::PaymentNotReady.into()),
    }
}

/// Draws a text and writes it below the person's pictures.
pub(crate) async fn write_picture(pictures: &Path, name: &str, text: &str) -> Result<PictureView, TillError> {
    let text = text.to_owned();
    let drawn = tokio::task::spawn_blocking(move || vietqr::draw::png(&text, MODULE_PIXELS));
    let bytes = drawn.await.map_err(|_| ErrorCode::Internal)?;
    write_file(pictures, name, bytes.map_err(|_| ErrorCode::PictureFailed)?).await
}

/// Writes a file below the person's pictures.
pub(crate) async fn write_file(
    pictures: &Path,
    name: &str,
    bytes: Vec<u8>,
) -> Result<PictureView, TillError> {
    let (folder, file) = (pictures.join(FOLDER), name.to_owned());
    let shown = folder.display().to_string();
    let written = tokio::task::spawn_blocking(move || {
        std::fs::create_dir_all(&folder).map_err(|_| ErrorCode::PictureFailed)?;
        std::fs::write(folder.join(&file), bytes).map_err(|_| ErrorCode::PictureFailed)?;
        Ok::<_, ErrorCode>(file)
    });
    let file = written.await.map_err(|_| ErrorCode::Internal)??;
    Ok(PictureView { file, folder: shown })
}
