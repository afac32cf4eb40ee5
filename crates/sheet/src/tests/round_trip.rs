//! What is written reads back equal, in every format.

use super::support::{ALL, bytes, texts};
use crate::{Delimiter, Encoding, Format, Source, Value};
use chrono::{NaiveDate, NaiveDateTime};
use dong::Dong;
use proptest::prelude::*;

fn moment(hour: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 21)
        .unwrap()
        .and_hms_opt(hour, 30 * hour.min(1), 0)
        .unwrap()
}

#[test]
fn texts_come_back_as_they_were() {
    let awkward = [
        "0912345678",
        "000123",
        "Nguyễn Thị Đào",
        "hai\ndòng",
        "hai\r\ndòng",
        "\"ngoặc\" và 'nháy'",
        "a,b;c\td",
        "🍜👩‍👩‍👧",
        "  khoảng trắng  ",
        "=1+1",
        "+84912345678",
        "-5",
        "@a",
        "'=x",
        "\tthụt",
        "_x0041_ <b>&amp;",
        "1.000",
        "TRUE",
        "2026-11-21",
        "",
        "\u{1}",
        "To\u{302}\u{309}",
    ];
    for format in ALL {
        let rows: Vec<Vec<Value<'_>>> = awkward
            .iter()
            .map(|text| vec![Value::Text("#"), Value::Text(text), Value::Text("#")])
            .collect();
        let table = crate::read(&bytes(format, 3, &rows), "").unwrap();
        let back: Vec<&str> = table.rows().map(|row| row.cell(1).text).collect();
        assert_eq!(back, awkward, "{format:?}");
        assert!(
            table
                .rows()
                .all(|row| !row.cell(1).was_number || format != Format::Xlsx)
        );
    }
}

#[test]
fn numbers_and_dates_come_back_as_digits() {
    let day = NaiveDate::from_ymd_opt(2026, 2, 28).unwrap();
    let rows = [vec![
        Value::Dong(Dong::new(-1_234_567)),
        Value::Dong(Dong::new(999_999_999_999_999)),
        Value::Dong(Dong::MAX),
        Value::Integer(0),
        Value::Date(day),
        Value::DateTime(moment(9)),
        Value::DateTime(moment(0)),
        Value::Empty,
        Value::Date(NaiveDate::from_ymd_opt(1890, 1, 1).unwrap()),
    ]];
    for format in ALL {
        let table = crate::read(&bytes(format, 9, &rows), "").unwrap();
        assert_eq!(
            texts(&table),
            [[
                "-1234567",
                "999999999999999",
                "9223372036854775807",
                "0",
                "2026-02-28",
                "2026-11-21 09:30:00",
                "2026-11-21 00:00:00",
                "",
                "1890-01-01"
            ]],
            "{format:?}"
        );
    }
}

#[test]
fn money_is_a_number_in_a_workbook_and_a_phone_is_not() {
    let rows = [vec![Value::Dong(Dong::new(85_000)), Value::Text("0912345678")]];
    let table = crate::read(&bytes(Format::Xlsx, 2, &rows), "").unwrap();
    let row = table.rows().next().unwrap();
    assert!(row.cell(0).was_number);
    assert!(!row.cell(1).was_number);
}

#[test]
fn the_source_says_what_was_read() {
    let rows = [vec![Value::Text("a"), Value::Text("b")]];
    for delimiter in [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab] {
        let table = crate::read(&bytes(Format::Csv(delimiter), 2, &rows), "").unwrap();
        assert_eq!(
            table.source(),
            &Source::Csv {
                encoding: Encoding::Utf8,
                delimiter,
                is_lossy: false
            }
        );
    }
    let table = crate::read(&bytes(Format::Xlsx, 2, &rows), "").unwrap();
    assert_eq!(
        table.source(),
        &Source::Xlsx {
            sheet: "Bảng".to_owned(),
            others: vec!["Thông tin".to_owned()]
        }
    );
}

#[test]
fn row_numbers_are_those_a_person_sees() {
    let rows = [vec![Value::Text("a")], vec![Value::Empty], vec![Value::Text("b")]];
    for format in ALL {
        let table = crate::read(&bytes(format, 1, &rows), "").unwrap();
        let numbers: Vec<u64> = table.rows().map(|row| row.number()).collect();
        assert_eq!(numbers, [2, 4], "{format:?}");
    }
}

#[test]
fn the_same_table_gives_the_same_workbook() {
    let rows = [vec![Value::Text("a")]];
    assert_eq!(bytes(Format::Xlsx, 1, &rows), bytes(Format::Xlsx, 1, &rows));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_text_comes_back(rows in prop::collection::vec(prop::collection::vec("\\PC{0,8}|[=+@,;\"'\t\r\n -]{0,6}", 3), 1..6)) {
        for format in ALL {
            let values: Vec<Vec<Value<'_>>> = rows
                .iter()
                .map(|row| std::iter::once(Value::Text("#")).chain(row.iter().map(|text| Value::Text(text))).collect())
                .collect();
            let table = crate::read(&bytes(format, 4, &values), "").unwrap();
            let expected: Vec<Vec<&str>> = rows
                .iter()
                .map(|row| std::iter::once("#").chain(row.iter().map(String::as_str)).collect())
                .collect();
            prop_assert_eq!(texts(&table), expected, "{:?}", format);
        }
    }
}
