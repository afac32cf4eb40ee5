//! A part of a page before it has its place: marks from its own upper edge, and its height.

use super::{Align, Mark, Shade};
use crate::text::Run;

#[derive(Debug, Clone, Default)]
pub(crate) struct Block {
    pub(crate) height: i32,
    pub(crate) marks: Vec<Mark>,
}

impl Block {
    /// Nothing but room.
    pub(crate) const fn space(height: i32) -> Self {
        Self {
            height,
            marks: Vec::new(),
        }
    }

    /// The height of a line of text of `size`: room for two marks above a capital.
    pub(crate) const fn line_height(size: i32) -> i32 {
        size * 142 / 100
    }

    /// The baseline of a line of text of `size` below the line's upper edge.
    pub(crate) const fn baseline(size: i32) -> i32 {
        size * 106 / 100
    }

    /// Lines of text from `y` down; returns where they end.
    pub(crate) fn lines(&mut self, runs: Vec<Run>, x: i32, y: i32, align: Align, shade: Shade) -> i32 {
        let mut y = y;
        for run in runs {
            let size = run.size;
            self.text(run, x, y + Self::baseline(size), align, shade);
            y += Self::line_height(size);
        }
        self.height = self.height.max(y);
        y
    }

    /// One line of text on a baseline.
    pub(crate) fn text(&mut self, run: Run, x: i32, baseline: i32, align: Align, shade: Shade) {
        let x = match align {
            Align::Left => x,
            Align::Centre => x - run.width() / 2,
            Align::Right => x - run.width(),
        };
        if !run.glyphs.is_empty() {
            self.marks.push(Mark::Text {
                x,
                y: baseline,
                run,
                shade,
            });
        }
    }

    /// A horizontal line from `left` to `right`.
    pub(crate) fn rule(&mut self, left: i32, right: i32, y: i32, thickness: i32, shade: Shade) {
        self.marks.push(Mark::Bar {
            x: left,
            y,
            width: right - left,
            height: thickness,
            shade,
        });
        self.height = self.height.max(y + thickness);
    }

    /// Puts another block below this one.
    pub(crate) fn then(&mut self, below: Self) {
        let by = self.height;
        self.marks
            .extend(below.marks.into_iter().map(|mark| mark.down(by)));
        self.height += below.height;
    }

    /// Lays another block over this one.
    pub(crate) fn over(&mut self, other: Self) {
        self.height = self.height.max(other.height);
        self.marks.extend(other.marks);
    }
}
