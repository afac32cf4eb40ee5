//! SVG with one white and one black path.

use std::fmt::Write as _;

use super::{MARGIN, Matrix};

pub(super) fn document(matrix: &Matrix) -> String {
    let side = matrix.width() + 2 * MARGIN;
    let mut dark = String::new();
    for (column, row, length) in matrix.dark_runs() {
        // Writing to a String cannot fail.
        let _ = write!(
            dark,
            "M{} {}h{length}v1h-{length}z",
            column + MARGIN,
            row + MARGIN
        );
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{dark}\"/></svg>"
    )
}
