//! SVG with one white and one black path.

use std::fmt::Write as _;

use super::{MARGIN, Matrix};

/// The dark modules of a code as one SVG path, for pages that build the picture themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Modules on a side, margin included: the side of the `viewBox`.
    pub side: u32,
    /// The value of the path's `d`, one unit a module.
    pub path: String,
}

impl Outline {
    pub(super) fn of(matrix: &Matrix) -> Self {
        let side = matrix.width() + 2 * MARGIN;
        let mut path = String::new();
        for (column, row, length) in matrix.dark_runs() {
            // Writing to a String cannot fail.
            let _ = write!(
                path,
                "M{} {}h{length}v1h-{length}z",
                column + MARGIN,
                row + MARGIN
            );
        }
        Self { side, path }
    }
}

pub(super) fn document(matrix: &Matrix) -> String {
    let Outline { side, path } = Outline::of(matrix);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    )
}
