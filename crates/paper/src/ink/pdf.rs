//! PDF: text stays text, the typeface is embedded with the letters that are used.

#![expect(clippy::float_arithmetic, reason = "geometry, not money")]

use krilla::Document;
use krilla::color::luma;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::real::{half, of_em, points_per_unit, real};
use super::{Mark, Page, Shade};
use crate::error::PaperError;
use crate::text::{Cuts, Faces, Run};

/// The stamp climbs at this angle; degrees clockwise.
pub(super) const STAMP_TURN: f32 = -28.0;

/// What the file says about itself.
pub(crate) struct About<'a> {
    pub(crate) title: &'a str,
    pub(crate) author: &'a str,
    pub(crate) language: &'a str,
}

/// The pages as one file.
pub(crate) fn pdf(pages: &[Page], faces: &Faces, about: &About<'_>) -> Result<Vec<u8>, PaperError> {
    let fonts = Fonts {
        cuts: Cuts::try_each(|cut| Font::new(cut.bytes().into(), 0).ok_or(PaperError::Typeface))?,
        faces,
    };
    let mut document = Document::new();
    document.set_metadata(
        Metadata::new()
            .title(about.title.to_owned())
            .authors(vec![about.author.to_owned()])
            .language(about.language.to_owned()),
    );
    for page in pages {
        write(page, &mut document, &fonts)?;
    }
    document
        .finish()
        .map_err(|failure| PaperError::Writing(format!("{failure:?}")))
}

struct Fonts<'a> {
    cuts: Cuts<Font>,
    faces: &'a Faces,
}

fn write(page: &Page, document: &mut Document, fonts: &Fonts<'_>) -> Result<(), PaperError> {
    let scale = points_per_unit(page);
    let width = real(page.width + 2 * page.beside) * scale;
    let settings = PageSettings::from_wh(width, real(page.height) * scale)
        .ok_or_else(|| PaperError::Writing("the page has no size".to_owned()))?;
    let mut sheet = document.start_page_with(settings);
    let mut surface = sheet.surface();
    surface.push_transform(&Transform::from_row(
        scale,
        0.0,
        0.0,
        scale,
        real(page.beside) * scale,
        0.0,
    ));
    for mark in &page.marks {
        draw(mark, &mut surface, fonts);
    }
    surface.pop();
    surface.finish();
    sheet.finish();
    Ok(())
}

fn draw(mark: &Mark, surface: &mut Surface<'_>, fonts: &Fonts<'_>) {
    match mark {
        Mark::Text { x, y, run, shade } => {
            paint(surface, *shade);
            text(run, Point::from_xy(real(*x), real(*y)), surface, fonts);
        }
        Mark::Bar {
            x,
            y,
            width,
            height,
            shade,
        } => {
            paint(surface, *shade);
            fill([(*x, *y, *width, *height)], surface);
        }
        Mark::Code { x, y, module, qr } => {
            let side = qr.side() * module;
            paint(surface, Shade::White);
            fill([(*x, *y, side, side)], surface);
            paint(surface, Shade::Black);
            let runs = qr.dark_runs().into_iter().map(|(column, row, length)| {
                (x + column * module, y + row * module, length * module, *module)
            });
            fill(runs, surface);
        }
        Mark::Stamp { x, y, run, shade } => {
            paint(surface, *shade);
            surface.push_transform(&Transform::from_rotate_at(STAMP_TURN, real(*x), real(*y)));
            let start = Point::from_xy(real(*x) - half(run.width()), real(*y) + real(run.size) * 0.36);
            text(run, start, surface, fonts);
            surface.pop();
        }
    }
}

fn paint(surface: &mut Surface<'_>, shade: Shade) {
    surface.set_fill(Some(Fill {
        paint: luma::Color::new(shade.grey()).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }));
}

fn fill(rectangles: impl IntoIterator<Item = (i32, i32, i32, i32)>, surface: &mut Surface<'_>) {
    let mut path = PathBuilder::new();
    for (x, y, width, height) in rectangles {
        if let Some(rectangle) = Rect::from_xywh(real(x), real(y), real(width), real(height)) {
            path.push_rect(rectangle);
        }
    }
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

fn text(run: &Run, start: Point, surface: &mut Surface<'_>, fonts: &Fonts<'_>) {
    let em = fonts.faces.cut(run.cut).units_per_em();
    let glyphs: Vec<KrillaGlyph> = run
        .placed()
        .map(|(glyph, range, advance)| {
            let id = GlyphId::new(glyph.id);
            KrillaGlyph::new(id, of_em(advance, em), 0.0, of_em(glyph.y, em), 0.0, range, None)
        })
        .collect();
    let font = fonts.cuts.of(run.cut).clone();
    let indent = run.glyphs.first().map_or(0, |glyph| glyph.x);
    let start = Point::from_xy(start.x + of_em(indent, em) * real(run.size), start.y);
    surface.draw_glyphs(start, &glyphs, font, &run.text, real(run.size), false);
}
