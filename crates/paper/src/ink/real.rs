//! The one place where whole units become the fractions that files and rasters are made of. No money comes here.

#![expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "lengths on paper are far below 2^24 units"
)]
#![expect(clippy::float_arithmetic, reason = "geometry, not money")]

use super::Page;
use crate::text::Run;

/// Points in ten millimetres.
const POINTS_PER_CM: f32 = 72.0 / 2.54;

/// A length.
pub(super) const fn real(length: i32) -> f32 {
    length as f32
}

/// Points in a unit of this page.
pub(super) fn points_per_unit(page: &Page) -> f32 {
    POINTS_PER_CM / real(page.units_per_cm)
}

/// The size of a pixel of `dots_per_inch` in units of the page, inverted: pixels in a unit.
pub(super) fn pixels_per_unit(page: &Page, dots_per_inch: u16) -> f32 {
    f32::from(dots_per_inch) / 2.54 / real(page.units_per_cm)
}

/// `length` at `scale`, rounded up to whole pixels.
pub(super) fn pixels(length: i32, scale: f32) -> u32 {
    (real(length) * scale - 0.01).ceil() as u32
}

/// A length of the typeface at the run's size.
pub(super) fn at_size(length: i32, run: &Run, units_per_em: i32) -> f32 {
    real(length) * real(run.size) / real(units_per_em)
}

/// A length of the typeface as a part of an em.
pub(super) fn of_em(length: i32, units_per_em: i32) -> f32 {
    real(length) / real(units_per_em)
}

/// Half of a length.
pub(super) fn half(length: i32) -> f32 {
    real(length) / 2.0
}
