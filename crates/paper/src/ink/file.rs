//! PNG files. They say how large a pixel is, so that a picture prints at the paper's size.

use png::{BitDepth, ColorType, Encoder, PixelDimensions, Unit};

use super::Dots;
use super::picture::Grey;
use crate::error::PaperError;

/// Print heads have eight dots a millimetre.
const DOTS_PER_METRE: u32 = 8_000;

pub(super) fn grey_png(grey: &Grey, dots_per_inch: u16) -> Result<Vec<u8>, PaperError> {
    let per_metre = u32::from(dots_per_inch) * 10_000 / 254;
    write(
        (grey.width, grey.height),
        BitDepth::Eight,
        per_metre,
        &grey.pixels,
    )
}

pub(super) fn dots_png(dots: &Dots) -> Result<Vec<u8>, PaperError> {
    let light: Vec<u8> = dots.bits.iter().map(|byte| !byte).collect();
    write((dots.width, dots.height), BitDepth::One, DOTS_PER_METRE, &light)
}

fn write(
    (width, height): (u32, u32),
    depth: BitDepth,
    per_metre: u32,
    data: &[u8],
) -> Result<Vec<u8>, PaperError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(depth);
    encoder.set_pixel_dims(Some(PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: Unit::Meter,
    }));
    let failed = |failure: png::EncodingError| PaperError::Writing(failure.to_string());
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(data).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}
