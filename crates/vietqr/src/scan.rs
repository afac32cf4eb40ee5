//! Reads the QR texts out of a picture that a person chose. The picture is a stranger's: it is measured before it is unpacked, and
//! whatever it holds ends as a text or as an error.

use image::{DynamicImage, GrayImage, ImageFormat, ImageReader, Limits};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 8 * 1024 * 1024;
/// Longest side of a picture that is unpacked, in pixels: more than a phone's camera has.
const LONGEST_SIDE: u32 = 10_000;
/// Most memory that unpacking may take.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// Larger pictures are made smaller before the search: a QR that fills a tenth of one can still be read.
const SEARCHED_SIDE: u32 = 2_000;
/// More codes than anybody holds before a camera.
const MOST_CODES: usize = 8;

/// Why a picture could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// The file or what it unpacks to is larger than any picture of a QR.
    #[error("the picture is too large")]
    TooLarge,
    /// It is neither PNG nor JPEG, or broken.
    #[error("this is no picture")]
    NoPicture,
    /// There is no QR that can be read.
    #[error("no QR code was found")]
    NoCode,
}

/// The texts of all QR codes in a PNG or JPEG, in no order.
///
/// # Errors
/// [`ScanError`].
pub fn picture(bytes: &[u8]) -> Result<Vec<String>, ScanError> {
    if bytes.len() > LARGEST_FILE {
        return Err(ScanError::TooLarge);
    }
    // Decoders are the only code here that reads a stranger's bytes; a fault in one of them must not end the till.
    let read = catch_unwind(AssertUnwindSafe(|| unpack(bytes).map(|grey| texts(&grey))));
    let found = read.unwrap_or(Err(ScanError::NoPicture))?;
    if found.is_empty() {
        Err(ScanError::NoCode)
    } else {
        Ok(found)
    }
}

fn unpack(bytes: &[u8]) -> Result<GrayImage, ScanError> {
    let format = image::guess_format(bytes).map_err(|_| ScanError::NoPicture)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg) {
        return Err(ScanError::NoPicture);
    }
    let reader = || ImageReader::with_format(Cursor::new(bytes), format);
    let (width, height) = reader().into_dimensions().map_err(|_| ScanError::NoPicture)?;
    let pixels = u64::from(width).saturating_mul(u64::from(height));
    // Eight bytes a pixel at the most: four channels of sixteen bits.
    if width > LONGEST_SIDE || height > LONGEST_SIDE || pixels.saturating_mul(8) > MOST_BYTES {
        return Err(ScanError::TooLarge);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_BYTES);
    let mut reader = reader();
    reader.limits(limits);
    let picture = reader.decode().map_err(|_| ScanError::NoPicture)?;
    Ok(searched(picture).into_luma8())
}

fn searched(picture: DynamicImage) -> DynamicImage {
    if picture.width().max(picture.height()) > SEARCHED_SIDE {
        picture.thumbnail(SEARCHED_SIDE, SEARCHED_SIDE)
    } else {
        picture
    }
}

/// Dark on light, or the other way round as on a phone at night.
fn texts(grey: &GrayImage) -> Vec<String> {
    let found = codes(grey);
    if !found.is_empty() {
        return found;
    }
    let mut inverted = grey.clone();
    image::imageops::invert(&mut inverted);
    codes(&inverted)
}

fn codes(grey: &GrayImage) -> Vec<String> {
    let mut prepared = rqrr::PreparedImage::prepare(grey.clone());
    let grids = prepared.detect_grids();
    let texts = grids.into_iter().take(MOST_CODES);
    texts
        .filter_map(|grid| grid.decode().ok())
        .map(|(_, text)| text)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageEncoder, Luma};

    const TEXT: &str =
        "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F";

    fn drawn() -> Vec<u8> {
        crate::draw::png(TEXT, 4).unwrap()
    }

    fn grey() -> GrayImage {
        image::load_from_memory(&drawn()).unwrap().into_luma8()
    }

    fn jpeg(grey: &GrayImage) -> Vec<u8> {
        let mut bytes = Vec::new();
        image::codecs::jpeg::JpegEncoder::new(&mut bytes)
            .write_image(grey, grey.width(), grey.height(), image::ExtendedColorType::L8)
            .unwrap();
        bytes
    }

    #[test]
    fn a_drawn_code_is_read_from_both_kinds_of_picture() {
        assert_eq!(picture(&drawn()).unwrap(), [TEXT]);
        assert_eq!(picture(&jpeg(&grey())).unwrap(), [TEXT]);
    }

    #[test]
    fn a_code_of_the_night_and_a_large_screen_are_read() {
        let mut night = grey();
        image::imageops::invert(&mut night);
        assert_eq!(picture(&jpeg(&night)).unwrap(), [TEXT]);
        let mut screen = GrayImage::from_pixel(4_000, 2_400, Luma([255]));
        let code = image::imageops::resize(&grey(), 1_200, 1_200, image::imageops::FilterType::Nearest);
        image::imageops::overlay(&mut screen, &code, 2_000, 600);
        assert_eq!(picture(&jpeg(&screen)).unwrap(), [TEXT]);
    }

    #[test]
    fn a_picture_without_a_code_says_so() {
        let blank = GrayImage::from_pixel(300, 300, Luma([200]));
        assert_eq!(picture(&jpeg(&blank)), Err(ScanError::NoCode));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for bytes in [&b""[..], b"GIF89a", b"<svg/>", b"\x89PNG\r\n\x1a\n", &[0xff; 64]] {
            assert_eq!(picture(bytes), Err(ScanError::NoPicture));
        }
        assert_eq!(picture(&vec![0; LARGEST_FILE + 1]), Err(ScanError::TooLarge));
    }

    #[test]
    fn a_picture_that_claims_to_be_huge_is_not_unpacked() {
        let mut png = drawn();
        // Width and height stand behind signature, length and name of the first chunk; its check sum follows its thirteen bytes.
        png[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        let sum = crc32(&png[12..29]);
        png[29..33].copy_from_slice(&sum.to_be_bytes());
        assert_eq!(picture(&png), Err(ScanError::TooLarge));
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
                if sum & 1 == 1 {
                    (sum >> 1) ^ 0xedb8_8320
                } else {
                    sum >> 1
                }
            })
        })
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
        /// Whatever is broken in a file, the answer is an error or a text.
        #[test]
        fn broken_pictures_are_survived(place in 8_usize..4_000, with: u8, cut in 0_usize..200) {
            for whole in [drawn(), jpeg(&grey())] {
                let mut bytes = whole;
                let length = bytes.len();
                bytes[place % length] = with;
                bytes.truncate(length - cut.min(length));
                let _text_or_error = picture(&bytes);
            }
        }
    }
}
