//! What Excel will find in a workbook, looked at in its parts.

use super::support::bytes;
use crate::{Format, Value};
use chrono::NaiveDate;
use dong::Dong;
use std::io::{Cursor, Read};
use zip::ZipArchive;

fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn money_is_a_number_with_its_format_and_a_phone_is_text() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let row = vec![
        Value::Dong(Dong::new(1_234_567)),
        Value::Text("0912345678"),
        Value::Text("=1+1"),
        Value::Date(day),
    ];
    let file = bytes(Format::Xlsx, 4, &[row]);
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<v>1234567</v>"), "{sheet}");
    assert!(
        sheet.contains(r#"t="inlineStr"><is><t>0912345678</t>"#),
        "{sheet}"
    );
    assert!(sheet.contains("<t>=1+1</t>") && !sheet.contains("<f>"), "{sheet}");
    assert!(sheet.contains("<v>46347</v>"), "{sheet}");
    // Number format 3 is #,##0 and 49 is text.
    let styles = part(&file, "xl/styles.xml");
    assert!(
        styles.contains(r#"numFmtId="3""#) && styles.contains(r#"numFmtId="49""#),
        "{styles}"
    );
    assert!(styles.contains("dd/mm/yyyy"), "{styles}");
}

#[test]
fn the_header_stays_in_view_and_columns_have_their_widths() {
    let file = bytes(Format::Xlsx, 2, &[]);
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    assert!(
        sheet.contains(r#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#),
        "{sheet}"
    );
    assert!(
        sheet.contains(r#"<col min="1" max="2" width="12.7109375""#),
        "{sheet}"
    );
}

#[test]
fn facts_stand_on_a_second_sheet() {
    let file = bytes(Format::Xlsx, 1, &[vec![Value::Text("a")]]);
    assert!(part(&file, "xl/workbook.xml").contains(r#"<sheet name="Thông tin" sheetId="2""#));
    let strings = part(&file, "xl/sharedStrings.xml");
    assert!(
        strings.contains("Múi giờ") && strings.contains("Asia/Ho_Chi_Minh"),
        "{strings}"
    );
}

#[test]
fn it_carries_the_time_it_was_given() {
    let file = bytes(Format::Xlsx, 1, &[]);
    assert!(part(&file, "docProps/core.xml").contains("2026-11-21T02:30:00Z"));
}
