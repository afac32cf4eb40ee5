//! The built-in typeface, Be Vietnam Pro (SIL Open Font License, beside it in `fonts/`).

use harfrust::{Direction, Feature, ShapeOptions, ShapePlan, ShaperData, Tag, UnicodeBuffer, script};
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use super::run::{Glyph, Run};
use crate::error::PaperError;

const REGULAR: &[u8] = include_bytes!("../../fonts/BeVietnamPro-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("../../fonts/BeVietnamPro-SemiBold.ttf");
const REGULAR_FIGURES: &[u8] = include_bytes!("../../fonts/BeVietnamFigures-Regular.ttf");
const SEMI_BOLD_FIGURES: &[u8] = include_bytes!("../../fonts/BeVietnamFigures-SemiBold.ttf");

/// How heavy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    SemiBold,
}

/// A cut of the typeface. The cuts of figures hold little more than digits, all of one width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    Regular,
    SemiBold,
    RegularFigures,
    SemiBoldFigures,
}

impl Cut {
    pub(crate) const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::SemiBold => SEMI_BOLD,
            Self::RegularFigures => REGULAR_FIGURES,
            Self::SemiBoldFigures => SEMI_BOLD_FIGURES,
        }
    }
}

/// One of something for each cut.
pub(crate) struct Cuts<T> {
    pub(crate) regular: T,
    pub(crate) semi_bold: T,
    pub(crate) regular_figures: T,
    pub(crate) semi_bold_figures: T,
}

impl<T> Cuts<T> {
    pub(crate) fn try_each<E>(make: impl Fn(Cut) -> Result<T, E>) -> Result<Self, E> {
        Ok(Self {
            regular: make(Cut::Regular)?,
            semi_bold: make(Cut::SemiBold)?,
            regular_figures: make(Cut::RegularFigures)?,
            semi_bold_figures: make(Cut::SemiBoldFigures)?,
        })
    }

    pub(crate) const fn of(&self, cut: Cut) -> &T {
        match cut {
            Cut::Regular => &self.regular,
            Cut::SemiBold => &self.semi_bold,
            Cut::RegularFigures => &self.regular_figures,
            Cut::SemiBoldFigures => &self.semi_bold_figures,
        }
    }
}

pub(crate) struct Faces(Cuts<Face>);

impl Faces {
    pub(super) fn new() -> Result<Self, PaperError> {
        Cuts::try_each(Face::new).map(Self)
    }

    pub(crate) const fn cut(&self, cut: Cut) -> &Face {
        self.0.of(cut)
    }

    pub(super) const fn text(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => self.cut(Cut::Regular),
            Weight::SemiBold => self.cut(Cut::SemiBold),
        }
    }

    /// The face of figures, or that of text when it is more than figures.
    pub(super) fn figures(&self, text: &str, weight: Weight) -> &Face {
        let figures = match weight {
            Weight::Regular => self.cut(Cut::RegularFigures),
            Weight::SemiBold => self.cut(Cut::SemiBoldFigures),
        };
        if text.chars().all(|letter| figures.has(letter)) {
            figures
        } else {
            self.text(weight)
        }
    }

    pub(super) fn has(&self, letter: char) -> bool {
        self.cut(Cut::Regular).has(letter) && self.cut(Cut::SemiBold).has(letter)
    }
}

/// One cut, ready to set text.
pub(crate) struct Face {
    cut: Cut,
    font: FontRef<'static>,
    shaper: ShaperData,
    plan: ShapePlan,
    features: [Feature; 1],
    units_per_em: i32,
}

impl Face {
    fn new(cut: Cut) -> Result<Self, PaperError> {
        let font = FontRef::new(cut.bytes()).map_err(|_| PaperError::Typeface)?;
        let head = font.head().map_err(|_| PaperError::Typeface)?;
        let shaper = ShaperData::new(&font);
        // A letter stays a letter, so that the text of a PDF can be searched letter by letter.
        let features = [Feature::new(Tag::new(b"liga"), 0, ..)];
        let plan = ShapePlan::new(
            &shaper.shaper(&font).build(),
            Direction::LeftToRight,
            Some(script::LATIN),
            None,
            &features,
        );
        Ok(Self {
            cut,
            units_per_em: i32::from(head.units_per_em()),
            font,
            shaper,
            plan,
            features,
        })
    }

    pub(crate) const fn font(&self) -> &FontRef<'static> {
        &self.font
    }

    pub(crate) const fn units_per_em(&self) -> i32 {
        self.units_per_em
    }

    fn has(&self, letter: char) -> bool {
        self.font
            .charmap()
            .map(letter)
            .is_some_and(|glyph| glyph != GlyphId::NOTDEF)
    }

    /// Text with the typeface's own kerning.
    pub(super) fn shape(&self, text: &str, size: i32) -> Run {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let options = ShapeOptions::new()
            .plan(Some(&self.plan))
            .features(&self.features);
        let shaped = self.shaper.shaper(&self.font).build().shape(buffer, options);
        let mut pen = 0;
        let mut glyphs = Vec::with_capacity(shaped.len());
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            glyphs.push(Glyph {
                id: info.glyph_id,
                x: pen + position.x_offset,
                y: position.y_offset,
                start: usize::try_from(info.cluster).unwrap_or(0),
            });
            pen += position.x_advance;
        }
        Run::new(text, glyphs, pen, self.cut, self.units_per_em, size)
    }
}
