//! What stands on a page.

use crate::invoice::Qr;
use crate::text::Run;

/// How dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shade {
    Black,
    /// Text that stands back.
    Soft,
    /// Lines between rows.
    Line,
    /// What lies below the text.
    Pale,
    White,
}

impl Shade {
    /// 0 is black, 255 is white.
    pub(crate) const fn grey(self) -> u8 {
        match self {
            Self::Black => 0,
            Self::Soft => 88,
            Self::Line => 190,
            Self::Pale => 226,
            Self::White => 255,
        }
    }
}

/// Which point of a line of text its place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Centre,
    Right,
}

/// One thing on a page; units from its upper left corner.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    /// A line of text from `x` on the baseline `y`.
    Text { x: i32, y: i32, run: Run, shade: Shade },
    /// A filled rectangle.
    Bar {
        x: i32,
        y: i32,
        width: i32,
        height: i32,
        shade: Shade,
    },
    /// A QR on its own white ground, margin included; every module is a whole number of units.
    Code { x: i32, y: i32, module: i32, qr: Qr },
    /// Text across the page, turned about its middle.
    Stamp { x: i32, y: i32, run: Run, shade: Shade },
}

impl Mark {
    pub(crate) fn down(self, by: i32) -> Self {
        match self {
            Self::Text { x, y, run, shade } => Self::Text {
                x,
                y: y + by,
                run,
                shade,
            },
            Self::Bar {
                x,
                y,
                width,
                height,
                shade,
            } => Self::Bar {
                x,
                y: y + by,
                width,
                height,
                shade,
            },
            Self::Code { x, y, module, qr } => Self::Code {
                x,
                y: y + by,
                module,
                qr,
            },
            Self::Stamp { x, y, run, shade } => Self::Stamp {
                x,
                y: y + by,
                run,
                shade,
            },
        }
    }
}

/// A page or a piece of a slip.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) width: i32,
    pub(crate) height: i32,
    /// What the paper has on each side beside the page.
    pub(crate) beside: i32,
    pub(crate) units_per_cm: i32,
    /// From the lowest to the uppermost.
    pub(crate) marks: Vec<Mark>,
}
