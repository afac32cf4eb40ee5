//! Pictures: the same marks as the PDF has, drawn at any resolution in shades of grey.

#![expect(clippy::float_arithmetic, reason = "geometry, not money")]

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider as _};
use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Rect, Transform};

use super::pdf::STAMP_TURN;
use super::real::{at_size, half, pixels, pixels_per_unit, real};
use super::{Mark, Page, Shade, file};
use crate::error::PaperError;
use crate::text::{Faces, Run};

/// A page of A4 at 300 dots per inch is 9 million pixels.
const MOST_PIXELS: u64 = 12_000_000;

/// One byte of grey a pixel.
pub(super) struct Grey {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) pixels: Vec<u8>,
}

/// The page as a PNG in shades of grey.
pub(crate) fn grey_png(page: &Page, faces: &Faces, dots_per_inch: u16) -> Result<Vec<u8>, PaperError> {
    if dots_per_inch < 36 {
        return Err(PaperError::Resolution);
    }
    let grey = grey(page, faces, pixels_per_unit(page, dots_per_inch))?;
    file::grey_png(&grey, dots_per_inch)
}

/// The page at `scale` pixels a unit.
pub(super) fn grey(page: &Page, faces: &Faces, scale: f32) -> Result<Grey, PaperError> {
    let (width, height) = (pixels(page.width, scale), pixels(page.height, scale));
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PaperError::Resolution);
    }
    let mut canvas = Pixmap::new(width, height).ok_or(PaperError::Resolution)?;
    canvas.fill(Color::WHITE);
    for mark in &page.marks {
        draw(mark, &mut canvas, faces, Transform::from_scale(scale, scale));
    }
    Ok(Grey {
        width,
        height,
        pixels: canvas.pixels().iter().map(|pixel| pixel.red()).collect(),
    })
}

fn draw(mark: &Mark, canvas: &mut Pixmap, faces: &Faces, scale: Transform) {
    match mark {
        Mark::Text { x, y, run, shade } => {
            let place = scale.pre_translate(real(*x), real(*y));
            text(run, *shade, canvas, faces, place);
        }
        Mark::Bar {
            x,
            y,
            width,
            height,
            shade,
        } => fill([(*x, *y, *width, *height)], *shade, canvas, scale),
        Mark::Code { x, y, module, qr } => {
            let side = qr.side() * module;
            fill([(*x, *y, side, side)], Shade::White, canvas, scale);
            let runs = qr.dark_runs().into_iter().map(|(column, row, length)| {
                (x + column * module, y + row * module, length * module, *module)
            });
            fill(runs, Shade::Black, canvas, scale);
        }
        Mark::Stamp { x, y, run, shade } => {
            let place = scale
                .pre_concat(Transform::from_rotate_at(STAMP_TURN, real(*x), real(*y)))
                .pre_translate(real(*x) - half(run.width()), real(*y) + real(run.size) * 0.36);
            text(run, *shade, canvas, faces, place);
        }
    }
}

fn paint(shade: Shade) -> Paint<'static> {
    let mut paint = Paint::default();
    let grey = shade.grey();
    paint.set_color_rgba8(grey, grey, grey, u8::MAX);
    paint
}

fn fill(
    rectangles: impl IntoIterator<Item = (i32, i32, i32, i32)>,
    shade: Shade,
    canvas: &mut Pixmap,
    scale: Transform,
) {
    let mut path = PathBuilder::new();
    for (x, y, width, height) in rectangles {
        if let Some(rectangle) = Rect::from_xywh(real(x), real(y), real(width), real(height)) {
            path.push_rect(rectangle);
        }
    }
    if let Some(path) = path.finish() {
        canvas.fill_path(&path, &paint(shade), FillRule::Winding, scale, None);
    }
}

fn text(run: &Run, shade: Shade, canvas: &mut Pixmap, faces: &Faces, place: Transform) {
    let face = faces.cut(run.cut);
    let outlines = face.font().outline_glyphs();
    let size = Size::new(real(run.size));
    let mut pen = Pen::default();
    for glyph in &run.glyphs {
        pen.x = at_size(glyph.x, run, face.units_per_em());
        pen.y = at_size(glyph.y, run, face.units_per_em());
        if let Some(outline) = outlines.get(GlyphId::new(glyph.id)) {
            // A glyph of the built-in typeface draws, or every test of it fails.
            let _ = outline.draw(DrawSettings::unhinted(size, LocationRef::default()), &mut pen);
        }
    }
    if let Some(path) = pen.path.finish() {
        canvas.fill_path(&path, &paint(shade), FillRule::Winding, place, None);
    }
}

/// Collects the outlines of a line of text; up is negative on the canvas.
#[derive(Default)]
struct Pen {
    path: PathBuilder,
    x: f32,
    y: f32,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, -self.y - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, -self.y - y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.path
            .quad_to(self.x + x1, -self.y - y1, self.x + x, -self.y - y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.path.cubic_to(
            self.x + x1,
            -self.y - y1,
            self.x + x2,
            -self.y - y2,
            self.x + x,
            -self.y - y,
        );
    }

    fn close(&mut self) {
        self.path.close();
    }
}
