//! PNG, one byte of grey a pixel.

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, GrayImage, ImageEncoder, Luma};

use super::{DrawError, MARGIN, Matrix};

/// Above this a picture is larger than any screen of a shop.
const LARGEST_MODULE: u32 = 64;

pub(super) fn bytes(matrix: &Matrix, module_pixels: u32) -> Result<Vec<u8>, DrawError> {
    if !(1..=LARGEST_MODULE).contains(&module_pixels) {
        return Err(DrawError::Size);
    }
    let side = (matrix.width() + 2 * MARGIN) * module_pixels;
    let mut picture = GrayImage::from_pixel(side, side, Luma([u8::MAX]));
    for (column, row, length) in matrix.dark_runs() {
        let left = (column + MARGIN) * module_pixels;
        let top = (row + MARGIN) * module_pixels;
        for y in top..top + module_pixels {
            for x in left..left + length * module_pixels {
                picture.put_pixel(x, y, Luma([0]));
            }
        }
    }
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes)
        .write_image(picture.as_raw(), side, side, ExtendedColorType::L8)
        .map_err(|_| DrawError::Size)?;
    Ok(bytes)
}
