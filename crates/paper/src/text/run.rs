//! A line of text with every glyph in its place.

use std::ops::Range;

use super::Cut;

/// A glyph; lengths in units of the typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub(crate) id: u32,
    /// From the start of the line.
    pub(crate) x: i32,
    /// Above the baseline.
    pub(crate) y: i32,
    /// Where its letter starts in the text; bytes.
    pub(crate) start: usize,
}

/// A line of text of one cut and size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) cut: Cut,
    /// Units of the paper.
    pub(crate) size: i32,
    /// Units of the typeface.
    advance: i32,
    units_per_em: i32,
}

impl Run {
    pub(super) fn new(
        text: &str,
        glyphs: Vec<Glyph>,
        advance: i32,
        cut: Cut,
        units_per_em: i32,
        size: i32,
    ) -> Self {
        Self {
            text: text.to_owned(),
            glyphs,
            cut,
            size,
            advance,
            units_per_em,
        }
    }

    /// Units of the paper, rounded up.
    pub(crate) fn width(&self) -> i32 {
        let exact = i64::from(self.advance) * i64::from(self.size);
        let em = i64::from(self.units_per_em.max(1));
        i32::try_from((exact + em - 1) / em).unwrap_or(i32::MAX)
    }

    /// Where each glyph's part of the text lies, and how far the pen moves behind it, in units of the typeface.
    pub(crate) fn placed(&self) -> impl Iterator<Item = (Glyph, Range<usize>, i32)> {
        let next = self
            .glyphs
            .iter()
            .skip(1)
            .map(|glyph| (glyph.start, glyph.x))
            .chain([(self.text.len(), self.advance)]);
        self.glyphs
            .iter()
            .zip(next)
            .map(|(glyph, (end, x))| (*glyph, glyph.start..end.max(glyph.start), x - glyph.x))
    }
}
