//! The papers and their measures.
//!
//! Lengths are whole units: hundredths of a millimetre on sheets, dots of the print head on slips, so that everything on
//! a slip lies on the printer's own grid.

use crate::ink::Shade;

/// What is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// A4, upright.
    A4,
    /// A5, upright.
    A5,
    /// A till slip on a roll of 80 mm: 576 dots.
    Slip80,
    /// A till slip on a roll of 58 mm: 384 dots.
    Slip58,
}

/// The longest piece of a slip in dots, one metre: a longer slip comes in pieces that follow each other without a gap.
const LONGEST_PIECE: i32 = 8_000;

impl Paper {
    /// Whether it is a slip for a thermal printer.
    #[must_use]
    pub const fn is_slip(self) -> bool {
        matches!(self, Self::Slip80 | Self::Slip58)
    }

    pub(crate) const fn measures(self) -> Measures {
        match self {
            Self::A4 => A4,
            Self::A5 => A5,
            Self::Slip80 => SLIP_80,
            Self::Slip58 => SLIP_58,
        }
    }
}

/// The measures of a paper, in its units.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measures {
    /// Units in ten millimetres.
    pub(crate) units_per_cm: i32,
    pub(crate) width: i32,
    /// Of a slip: the most.
    pub(crate) height: i32,
    /// What the roll has beside the print head, on each side; units.
    pub(crate) beside: i32,
    pub(crate) left: i32,
    pub(crate) right: i32,
    pub(crate) top: i32,
    /// Where text ends; of a sheet the foot is below.
    pub(crate) bottom: i32,
    pub(crate) body: i32,
    pub(crate) small: i32,
    pub(crate) name: i32,
    pub(crate) title: i32,
    pub(crate) total: i32,
    /// Between parts.
    pub(crate) gap: i32,
    /// Between columns.
    pub(crate) gutter: i32,
    pub(crate) hairline: i32,
    /// Of what stands back; a thermal printer knows only black.
    pub(crate) soft: Shade,
    pub(crate) line: Shade,
}

const A4: Measures = Measures {
    units_per_cm: 1_000,
    width: 21_000,
    height: 29_700,
    beside: 0,
    left: 1_900,
    right: 19_100,
    top: 1_800,
    bottom: 27_300,
    body: 340,
    small: 290,
    name: 520,
    title: 740,
    total: 520,
    gap: 800,
    gutter: 330,
    hairline: 18,
    soft: Shade::Soft,
    line: Shade::Line,
};

const A5: Measures = Measures {
    units_per_cm: 1_000,
    width: 14_800,
    height: 21_000,
    beside: 0,
    left: 1_200,
    right: 13_600,
    top: 1_100,
    bottom: 19_450,
    body: 268,
    small: 238,
    name: 420,
    title: 540,
    total: 420,
    gap: 350,
    gutter: 230,
    hairline: 16,
    soft: Shade::Soft,
    line: Shade::Line,
};

const SLIP_80: Measures = Measures {
    units_per_cm: 80,
    width: 576,
    height: LONGEST_PIECE,
    beside: 32,
    left: 10,
    right: 566,
    top: 12,
    bottom: LONGEST_PIECE - 12,
    body: 25,
    small: 21,
    name: 36,
    title: 30,
    total: 38,
    gap: 24,
    gutter: 16,
    hairline: 2,
    soft: Shade::Black,
    line: Shade::Black,
};

const SLIP_58: Measures = Measures {
    units_per_cm: 80,
    width: 384,
    height: LONGEST_PIECE,
    beside: 40,
    left: 6,
    right: 378,
    top: 10,
    bottom: LONGEST_PIECE - 10,
    body: 23,
    small: 20,
    name: 31,
    title: 26,
    total: 32,
    gap: 20,
    gutter: 12,
    hairline: 2,
    soft: Shade::Black,
    line: Shade::Black,
};

impl Measures {
    /// The width of text from margin to margin.
    pub(crate) const fn measure(&self) -> i32 {
        self.right - self.left
    }
}
