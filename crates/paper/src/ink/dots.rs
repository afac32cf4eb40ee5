//! A slip as dots of a print head: one bit each, nothing between black and white.

use super::picture::grey;
use super::{Page, file};
use crate::error::PaperError;
use crate::text::Faces;

/// A pixel this light is still a dot: strokes of a small text must not break.
const LIGHTEST_DOT: u8 = 150;

/// A piece of a slip as dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dots {
    /// Dots in a row: 576 or 384, always whole bytes.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Row by row, eight dots a byte, the leftmost dot is the highest bit, 1 is black: what a raster command takes.
    pub bits: Vec<u8>,
}

impl Dots {
    pub(crate) fn of(page: &Page, faces: &Faces) -> Result<Self, PaperError> {
        let grey = grey(page, faces, 1.0)?;
        let bits = grey
            .pixels
            .chunks(8)
            .map(|eight| {
                eight
                    .iter()
                    .fold(0_u8, |byte, pixel| byte << 1 | u8::from(*pixel < LIGHTEST_DOT))
            })
            .collect();
        Ok(Self {
            width: grey.width,
            height: grey.height,
            bits,
        })
    }

    /// The dots as a PNG of one bit a pixel.
    ///
    /// # Errors
    /// [`PaperError::Writing`] when the file cannot be put together.
    pub fn png(&self) -> Result<Vec<u8>, PaperError> {
        file::dots_png(self)
    }
}
