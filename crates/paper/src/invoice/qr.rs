//! The modules of a QR code, from wherever they come.

use crate::error::PaperError;

/// White modules around the code on every side.
const MARGIN: i32 = 4;

/// The modules of a QR code; its margin is added in print.
#[derive(Clone, PartialEq, Eq)]
pub struct Qr {
    rows: Vec<Vec<bool>>,
    width: i32,
}

impl std::fmt::Debug for Qr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Qr")
            .field("width", &self.width)
            .finish_non_exhaustive()
    }
}

impl Qr {
    /// A code of `rows` from the top, `true` for a dark module, without margin.
    ///
    /// # Errors
    /// [`PaperError::Qr`] when the rows are not a square of 21, 25, … 177 modules.
    pub fn new(rows: Vec<Vec<bool>>) -> Result<Self, PaperError> {
        let side = rows.len();
        let is_size_of_a_code = (21..=177).contains(&side) && side % 4 == 1;
        if !is_size_of_a_code || rows.iter().any(|row| row.len() != side) {
            return Err(PaperError::Qr);
        }
        let width = i32::try_from(side).map_err(|_| PaperError::Qr)?;
        Ok(Self { rows, width })
    }

    /// Modules on a side, margin included.
    pub(crate) const fn side(&self) -> i32 {
        self.width + 2 * MARGIN
    }

    /// Horizontal runs of dark modules as column, row and length; margin included.
    pub(crate) fn dark_runs(&self) -> Vec<(i32, i32, i32)> {
        let mut runs = Vec::new();
        for (row, modules) in (MARGIN..).zip(&self.rows) {
            let mut column = MARGIN;
            for run in modules.chunk_by(|left, right| left == right) {
                let length = i32::try_from(run.len()).unwrap_or(0);
                if run.first() == Some(&true) {
                    runs.push((column, row, length));
                }
                column += length;
            }
        }
        runs
    }
}
