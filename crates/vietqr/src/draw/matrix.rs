//! The modules of a QR code.

use qrcode::{Color, EcLevel, QrCode};

use super::DrawError;

/// A square of dark and light modules without margin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    width: u32,
    rows: Vec<Vec<bool>>,
}

impl Matrix {
    pub(super) fn of(text: &str) -> Result<Self, DrawError> {
        if text.is_empty() {
            return Err(DrawError::Empty);
        }
        let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| DrawError::TooLong)?;
        let width = u32::try_from(code.width()).map_err(|_| DrawError::TooLong)?;
        let rows = code
            .to_colors()
            .chunks(code.width())
            .map(|row| row.iter().map(|module| *module == Color::Dark).collect())
            .collect();
        Ok(Self { width, rows })
    }

    /// Modules on a side, margin not counted.
    #[must_use]
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// The rows from the top, `true` for a dark module.
    pub fn rows(&self) -> impl Iterator<Item = &[bool]> {
        self.rows.iter().map(Vec::as_slice)
    }

    /// Horizontal runs of dark modules as column, row and length.
    pub(super) fn dark_runs(&self) -> Vec<(u32, u32, u32)> {
        let mut runs = Vec::new();
        for (row, modules) in (0_u32..).zip(self.rows()) {
            let mut column = 0;
            for run in modules.chunk_by(|left, right| left == right) {
                let length = run.iter().fold(0_u32, |length, _| length + 1);
                if run.first() == Some(&true) {
                    runs.push((column, row, length));
                }
                column += length;
            }
        }
        runs
    }
}
