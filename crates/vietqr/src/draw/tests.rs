use image::{GrayImage, ImageFormat, Luma};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

use super::*;

const LINK: &str = "https://gateway.example.vn/pay?ref=DH-1&sig=AbC_123%20đơn";

fn decode(picture: GrayImage) -> Vec<u8> {
    let mut prepared = rqrr::PreparedImage::prepare(picture);
    let grids = prepared.detect_grids();
    assert_eq!(grids.len(), 1, "one code in the picture");
    let mut bytes = Vec::new();
    let meta = grids[0].decode_to(&mut bytes).unwrap();
    assert_eq!(meta.ecc_level, 0, "level M is 00 in the format bits");
    bytes
}

fn from_png(text: &str, module_pixels: u32) -> Vec<u8> {
    let bytes = png(text, module_pixels).unwrap();
    decode(
        image::load_from_memory_with_format(&bytes, ImageFormat::Png)
            .unwrap()
            .to_luma8(),
    )
}

/// Fills the rectangles of the black path, reading the SVG text itself.
fn from_svg(text: &str, scale: u32) -> Vec<u8> {
    let svg = svg(text).unwrap();
    let between = |start: &str, end: &str| {
        let behind = svg.split_once(start).unwrap().1;
        behind.split_once(end).unwrap().0.to_owned()
    };
    let side: u32 = between("viewBox=\"0 0 ", " ").parse().unwrap();
    let mut picture = GrayImage::from_pixel(side * scale, side * scale, Luma([255]));
    for run in between("fill=\"#000\" d=\"", "\"").split('M').skip(1) {
        let (column, rest) = run.split_once(' ').unwrap();
        let (row, rest) = rest.split_once('h').unwrap();
        let (length, rest) = rest.split_once('v').unwrap();
        assert_eq!(rest, format!("1h-{length}z"));
        let [column, row, length] =
            [column, row, length].map(|number| number.parse::<u32>().unwrap() * scale);
        for y in row..row + scale {
            for x in column..column + length {
                picture.put_pixel(x, y, Luma([0]));
            }
        }
    }
    decode(picture)
}

#[test]
fn pictures_decode_to_the_very_bytes() {
    let vectors = crate::vectors::all();
    let texts = vectors
        .iter()
        .map(|vector| vector.string.as_str())
        .chain([LINK, "7", "PHỞ BÒ"]);
    for text in texts {
        assert_eq!(from_png(text, 4), text.as_bytes(), "{text}");
        assert_eq!(from_svg(text, 5), text.as_bytes(), "{text}");
    }
}

#[test]
fn margin_is_four_white_modules() {
    let picture = image::load_from_memory(&png(LINK, 1).unwrap())
        .unwrap()
        .to_luma8();
    let side = matrix(LINK).unwrap().width() + 2 * MARGIN;
    assert_eq!(picture.dimensions(), (side, side));
    for (x, y, pixel) in picture.enumerate_pixels() {
        let is_inside = (MARGIN..side - MARGIN).contains(&x) && (MARGIN..side - MARGIN).contains(&y);
        assert!(is_inside || pixel.0 == [255], "{x},{y}");
        assert!(matches!(pixel.0, [0 | 255]), "only pure black and white");
    }
    assert_eq!(
        picture.get_pixel(MARGIN, MARGIN).0,
        [0],
        "the finder pattern starts behind the margin"
    );
}

#[test]
fn what_cannot_be_drawn_is_an_error() {
    assert_eq!(svg(""), Err(DrawError::Empty));
    assert_eq!(svg(&"đ".repeat(2_000)), Err(DrawError::TooLong));
    assert_eq!(png("7", 0), Err(DrawError::Size));
    assert_eq!(png("7", u32::MAX), Err(DrawError::Size));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_survives_drawing(text in "\\PC{1,80}") {
        prop_assert_eq!(from_png(&text, 4), text.as_bytes());
    }
}
