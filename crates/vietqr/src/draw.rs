//! Drawing any text as a QR code: error level M, four modules of margin, black on pure white in every theme.
//! The only user of `qrcode` and `image`. Draws what it is given; whether it may be shown is the guard's matter.

mod matrix;
mod png;
mod svg;

use thiserror::Error;

pub use matrix::Matrix;
pub use svg::Outline;

/// White modules around the code on every side.
pub const MARGIN: u32 = 4;

/// Why a text cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DrawError {
    /// The text is empty.
    #[error("there is nothing to draw")]
    Empty,
    /// The text does not fit a QR code of level M.
    #[error("the text does not fit a QR code")]
    TooLong,
    /// The picture would be empty or larger than can be written.
    #[error("the picture cannot be written at this size")]
    Size,
}

impl DrawError {
    /// A stable name of the reason.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "draw_empty",
            Self::TooLong => "draw_too_long",
            Self::Size => "draw_size",
        }
    }
}

/// The modules of `text` without margin.
///
/// # Errors
/// [`DrawError`] when the text is empty or too long.
pub fn matrix(text: &str) -> Result<Matrix, DrawError> {
    Matrix::of(text)
}

/// `text` as the outline of its dark modules.
///
/// # Errors
/// [`DrawError`] when the text is empty or too long.
pub fn outline(text: &str) -> Result<Outline, DrawError> {
    Ok(Outline::of(&Matrix::of(text)?))
}

/// `text` as an SVG document: margin included, `viewBox` in modules, no size of its own.
///
/// # Errors
/// [`DrawError`] when the text is empty or too long.
pub fn svg(text: &str) -> Result<String, DrawError> {
    Ok(svg::document(&Matrix::of(text)?))
}

/// `text` as the bytes of a grey PNG with margin, each module `module_pixels` wide.
///
/// # Errors
/// [`DrawError`] when the text is empty or too long or the size is zero or above 64 pixels a module.
pub fn png(text: &str, module_pixels: u32) -> Result<Vec<u8>, DrawError> {
    png::bytes(&Matrix::of(text)?, module_pixels)
}

#[cfg(test)]
mod tests;
