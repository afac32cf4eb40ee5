use proptest::prelude::{ProptestConfig, prop_assert, proptest};

use super::*;
use crate::ink::Mark;
use crate::{Press, Qr};

#[path = "../../tests/samples/mod.rs"]
mod samples;

const PAPERS: [Paper; 4] = [Paper::A4, Paper::A5, Paper::Slip80, Paper::Slip58];

fn laid_out(invoice: &Invoice, paper: Paper) -> Vec<Page> {
    pages(&Typesetter::new().unwrap(), invoice, paper)
}

fn texts(page: &Page) -> Vec<&str> {
    page.marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text { run, .. } | Mark::Stamp { run, .. } => Some(run.text.as_str()),
            Mark::Bar { .. } | Mark::Code { .. } => None,
        })
        .collect()
}

/// What sticks out of the printed part of a page.
fn outside(page: &Page, paper: Paper) -> Vec<String> {
    let measures = paper.measures();
    let edge = measures.top / 2;
    let is_inside = |x: i32, y: i32, width: i32, height: i32| {
        x >= measures.left - 1
            && x + width <= measures.right + 1
            && y >= edge
            && y + height <= page.height - edge
    };
    page.marks
        .iter()
        .filter(|mark| match mark {
            Mark::Text { x, y, run, .. } => !is_inside(*x, y - run.size, run.width(), run.size * 13 / 10),
            Mark::Bar {
                x, y, width, height, ..
            } => !is_inside(*x, *y, *width, *height),
            Mark::Code { x, y, module, qr } => {
                // The white margin of a QR may reach into the paper's.
                let side = (qr.side() - 8) * module;
                !is_inside(x + 4 * module, y + 4 * module, side, side)
            }
            Mark::Stamp { run, .. } => run.width() > measures.measure(),
        })
        .map(|mark| format!("{mark:?}"))
        .collect()
}

#[test]
fn every_sample_stays_inside_its_paper() {
    for (name, invoice) in samples::all() {
        for paper in PAPERS {
            for page in laid_out(&invoice, paper) {
                assert_eq!(outside(&page, paper), Vec::<String>::new(), "{name} {paper:?}");
            }
        }
    }
}

#[test]
fn the_label_is_on_every_page_of_a_sheet_and_on_every_slip_in_both_languages() {
    for invoice in [samples::of_lines(60), samples::practice(), samples::hostile("")] {
        let label = crate::not_an_e_invoice(invoice.language);
        for paper in [Paper::A4, Paper::A5] {
            for page in laid_out(&invoice, paper) {
                assert!(texts(&page).contains(&label), "{paper:?}");
            }
        }
        for paper in [Paper::Slip80, Paper::Slip58] {
            assert!(
                texts(&laid_out(&invoice, paper)[0]).join(" ").contains(label),
                "{paper:?}"
            );
        }
    }
}

#[test]
fn a_long_table_repeats_its_head_and_counts_its_pages() {
    let pages = laid_out(&samples::of_lines(500), Paper::A4);
    assert!(pages.len() > 10);
    for (page, number) in pages.iter().zip(1..) {
        let texts = texts(page);
        assert!(texts.contains(&"Thành tiền"), "page {number}");
        let counted = format!("Trang {number}/{}", pages.len());
        assert!(texts.iter().any(|text| text.ends_with(&counted)), "page {number}");
    }
    let last = texts(pages.last().unwrap());
    assert!(
        last.contains(&"500") && last.contains(&"Tổng cộng"),
        "the total is not alone"
    );
}

#[test]
fn every_line_is_printed_once_and_in_order() {
    let invoice = samples::of_lines(500);
    for paper in PAPERS {
        let pages = laid_out(&invoice, paper);
        let all = pages.iter().flat_map(texts).collect::<Vec<_>>().join(" ");
        let mut rest = all.as_str();
        for line in &invoice.lines {
            assert_eq!(
                all.matches(&format!("{} ", line.name)).count(),
                1,
                "{}",
                line.name
            );
            rest = rest.split_once(line.name.as_str()).unwrap().1;
        }
    }
}

#[test]
fn practice_and_reprint_are_said_and_nothing_of_them_otherwise() {
    for paper in PAPERS {
        let of = |invoice: &Invoice| {
            let pages = laid_out(invoice, paper);
            pages.iter().flat_map(texts).collect::<Vec<_>>().join(" ")
        };
        let practice = of(&samples::practice());
        assert!(
            practice.contains("PRACTICE") && practice.contains("Reprint"),
            "{paper:?}"
        );
        let ordinary = of(&samples::ordinary());
        assert!(
            !ordinary.contains("LUYỆN TẬP") && !ordinary.contains("Bản in lại"),
            "{paper:?}"
        );
    }
}

#[test]
fn modules_of_a_slip_are_whole_dots_and_large_enough() {
    for (paper, least) in [(Paper::Slip80, 3), (Paper::Slip58, 3)] {
        let pages = laid_out(&samples::ordinary(), paper);
        let module = pages
            .iter()
            .flat_map(|page| &page.marks)
            .find_map(|mark| match mark {
                Mark::Code { module, .. } => Some(*module),
                _ => None,
            });
        assert!(module.unwrap() >= least, "{paper:?}");
    }
}

#[test]
fn money_and_what_is_typed_again_is_never_cut() {
    let mut invoice = samples::hostile("Một cái tên rất dài của một món hàng");
    let payment = invoice.payment.as_mut().unwrap();
    payment.memo = "DH0042 ".repeat(20);
    payment.account_number = "1234567890".repeat(3);
    for paper in PAPERS {
        let pages = laid_out(&invoice, paper);
        let all = pages.iter().flat_map(texts).collect::<Vec<_>>().join(" ");
        assert!(all.contains("9.223.372.036.854.775.807 ₫"), "{paper:?}");
        assert!(all.contains("1234 5678 9012 3456 7890 1234 5678 90"), "{paper:?}");
        assert_eq!(all.matches("DH0042").count(), 20, "{paper:?}");
    }
}

#[test]
fn what_would_have_to_be_cut_is_refused() {
    let press = Press::new().unwrap();
    let code = |invoice: &Invoice| press.invoice(invoice, Paper::A5).err().map(|error| error.code());
    let mut invoice = samples::ordinary();
    invoice.payment.as_mut().unwrap().account_number = "1".repeat(35);
    assert_eq!(code(&invoice), Some("paper_too_long"));
    assert_eq!(
        code(&samples::of_lines(crate::MOST_LINES + 1)),
        Some("paper_too_many_lines")
    );
    assert_eq!(
        code(&samples::of_lines(0)),
        None,
        "an empty table is still a page"
    );
    assert!(Qr::new(vec![vec![true; 21]; 20]).is_err());
    assert!(Qr::new(vec![vec![true; 22]; 22]).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_stays_inside_the_paper(text in "(?s).{0,300}", paper in 0_usize..4) {
        let invoice = samples::hostile(&text);
        for page in laid_out(&invoice, PAPERS[paper]) {
            prop_assert!(outside(&page, PAPERS[paper]).is_empty(), "{:?}", outside(&page, PAPERS[paper]));
        }
    }
}
