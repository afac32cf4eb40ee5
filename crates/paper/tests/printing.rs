//! The files: a PDF that opens with its text in it, pictures whose QR is read back, dots for a print head.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests")]

mod samples;

use image::{DynamicImage, GrayImage};
use lopdf::Document;
use paper::{Invoice, Paper, PaperError, Press};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

const SLIPS: [(Paper, u32); 2] = [(Paper::Slip80, 576), (Paper::Slip58, 384)];

fn pdf(invoice: &Invoice, paper: Paper) -> Vec<u8> {
    Press::new()
        .unwrap()
        .invoice(invoice, paper)
        .unwrap()
        .pdf()
        .unwrap()
}

fn text_of(bytes: &[u8]) -> (usize, String) {
    let document = Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    (pages.len(), document.extract_text(&pages).unwrap())
}

fn picture(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).unwrap()
}

fn decoded(picture: GrayImage) -> String {
    let mut prepared = rqrr::PreparedImage::prepare(picture);
    let grids = prepared.detect_grids();
    assert_eq!(grids.len(), 1, "one code in the picture");
    grids[0].decode().unwrap().1
}

/// Whether the outermost `margin` pixels on every side are white.
fn has_white_edges(picture: &GrayImage, margin: u32) -> bool {
    let (width, height) = picture.dimensions();
    picture.enumerate_pixels().all(|(x, y, pixel)| {
        let is_inside = (margin..width - margin).contains(&x) && (margin..height - margin).contains(&y);
        is_inside || pixel.0 == [255]
    })
}

#[test]
fn a_link_is_scanned_with_the_camera_and_an_account_with_the_banking_app() {
    let mut invoice = samples::of_lines(1);
    let (_, of_account) = text_of(&pdf(&invoice, Paper::A5));
    assert!(
        of_account.contains("Quét mã bằng ứng dụng ngân hàng"),
        "{of_account}"
    );
    if let Some(payment) = &mut invoice.payment {
        payment.account_number = String::new();
    }
    for paper in [Paper::A5, Paper::A4, Paper::Slip80] {
        let (_, of_link) = text_of(&pdf(&invoice, paper));
        let plain = of_link.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(plain.contains("camera điện thoại"), "{plain}");
        assert!(!plain.contains("ứng dụng ngân hàng"), "{plain}");
    }
}

#[test]
fn a_pdf_opens_and_holds_its_pages_and_its_text() {
    for (count, pages) in [(1, 1), (20, 2), (500, 19)] {
        let (found, text) = text_of(&pdf(&samples::of_lines(count), Paper::A4));
        assert_eq!(found, pages, "{count} lines");
        for part in [
            "Phiếu yêu cầu thanh toán – không phải hóa đơn điện tử",
            "Công ty TNHH Thương mại Dịch vụ Đất Việt",
            "1.246.320 ₫",
            "Bằng chữ: Một triệu hai trăm bốn mươi sáu nghìn ba trăm hai mươi đồng.",
            "0123 4567 8901 2",
            &format!("Trang 1/{pages}"),
        ] {
            assert!(text.contains(part), "{count} lines: {part} in {text}");
        }
    }
}

#[test]
fn an_ordinary_invoice_is_one_page_of_every_paper() {
    for paper in [Paper::A4, Paper::A5, Paper::Slip80, Paper::Slip58] {
        let (pages, text) = text_of(&pdf(&samples::ordinary(), paper));
        assert_eq!(pages, 1, "{paper:?}");
        assert!(text.contains("1.246.320 ₫"), "{paper:?}");
    }
}

#[test]
fn the_same_invoice_gives_the_same_bytes() {
    let invoice = samples::of_lines(40);
    assert_eq!(pdf(&invoice, Paper::A5), pdf(&invoice, Paper::A5));
}

#[test]
fn pictures_of_sheets_are_readable_and_not_clipped() {
    let press = Press::new().unwrap();
    let mut practice = samples::practice();
    practice.is_reprint = false;
    for invoice in [samples::ordinary(), practice] {
        for (paper, width) in [(Paper::A4, 1241), (Paper::A5, 875)] {
            let print = press.invoice(&invoice, paper).unwrap();
            let sheet = picture(&print.png(0, 150).unwrap()).into_luma8();
            assert_eq!(sheet.width(), width, "{paper:?} at 150 dots per inch");
            assert!(has_white_edges(&sheet, 29), "5 mm of {paper:?}");
            assert_eq!(decoded(sheet), samples::QR_TEXT, "{paper:?}");
        }
    }
}

#[test]
fn slips_are_dots_of_one_bit_as_wide_as_the_head() {
    let press = Press::new().unwrap();
    for (paper, width) in SLIPS {
        let dots = press
            .invoice(&samples::ordinary(), paper)
            .unwrap()
            .dots(0)
            .unwrap();
        assert_eq!(dots.width, width);
        assert_eq!(dots.bits.len(), usize::try_from(width / 8 * dots.height).unwrap());
        let png = dots.png().unwrap();
        assert_eq!(png[24..26], [1, 0], "one bit, shades of grey, as the header says");
        let picture = picture(&png).into_luma8();
        assert_eq!(picture.dimensions(), (width, dots.height));
        assert!(has_white_edges(&picture, 5));
        for (x, y, pixel) in picture.enumerate_pixels() {
            let byte = dots.bits[usize::try_from((y * width + x) / 8).unwrap()];
            assert_eq!(byte >> (7 - x % 8) & 1 == 1, pixel.0 == [0], "{x},{y}");
        }
        assert_eq!(decoded(picture), samples::QR_TEXT);
    }
}

#[test]
fn a_long_slip_comes_in_pieces() {
    let press = Press::new().unwrap();
    let print = press.invoice(&samples::of_lines(200), Paper::Slip80).unwrap();
    assert!(print.page_count() > 1);
    for piece in 0..print.page_count() {
        assert!(print.dots(piece).unwrap().height <= 8_000);
    }
}

#[test]
fn what_cannot_be_drawn_is_an_error() {
    let press = Press::new().unwrap();
    let print = press.invoice(&samples::ordinary(), Paper::A4).unwrap();
    assert_eq!(print.png(9, 150), Err(PaperError::NoSuchPage(9)));
    assert_eq!(print.png(0, 0), Err(PaperError::Resolution));
    assert_eq!(print.png(0, u16::MAX), Err(PaperError::Resolution));
    assert_eq!(print.dots(0), Err(PaperError::NotASlip));
}

#[test]
fn markup_is_text_and_long_or_strange_texts_are_survived() {
    let texts = [
        "</text><script>alert(1)</script>&amp;\"'",
        "\u{202e}\u{2066}đảo chiều\u{2069} \u{0}\u{7}",
        "🍜🧋👨\u{200d}👩\u{200d}👧 emoji",
        "(\\)Tj ET Q <</Type/Catalog>> endstream",
        &"ộ".repeat(10_000),
        &"một từ ".repeat(2_000),
    ];
    for text in texts {
        for paper in [Paper::A4, Paper::Slip58] {
            let (_, found) = text_of(&pdf(&samples::hostile(text), paper));
            assert!(found.contains("775.807 ₫"), "{paper:?} {found}");
        }
    }
    let (_, found) = text_of(&pdf(&samples::hostile(texts[0]), Paper::A4));
    assert!(found.contains("<script>alert(1)</script>&amp;"), "{found}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_text_gives_a_pdf_that_opens(text in "(?s).{0,120}") {
        let press = Press::new().unwrap();
        let print = press.invoice(&samples::hostile(&text), Paper::A5).unwrap();
        let count = print.page_count();
        prop_assert_eq!(text_of(&print.pdf().unwrap()).0, count);
    }
}
