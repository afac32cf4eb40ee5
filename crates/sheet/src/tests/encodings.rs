//! Texts as shops have them: from old and new Excels, from other programs, with and without marks.

use super::support::texts;
use crate::{Delimiter, Encoding, ReadError, Source, Table, read};

const TEXT: &str = "Tên;Giá\r\nCà phê sữa đá;25000\r\nPhở đặc biệt;0065000\r\n";

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    "\u{feff}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(bytes)
        .collect()
}

fn encoding(table: &Table) -> (Encoding, bool) {
    match table.source() {
        Source::Csv {
            encoding, is_lossy, ..
        } => (*encoding, *is_lossy),
        Source::Xlsx { .. } => panic!("text was taken for a workbook"),
    }
}

#[test]
fn every_encoding_gives_the_same_table() {
    let marked = format!("\u{feff}{TEXT}");
    // Tone marks stand apart in this encoding: à is one byte, ặ is ă and a dot below.
    let windows_1258 = b"T\xean;Gi\xe1\r\nC\xe0 ph\xea s\xfd\xdea \xf0\xe1;25000\r\nPh\xf5\xd2 \xf0\xe3\xf2c bi\xea\xf2t;0065000\r\n";
    for (bytes, expected) in [
        (TEXT.as_bytes().to_vec(), Encoding::Utf8),
        (marked.into_bytes(), Encoding::Utf8),
        (utf_16(TEXT, u16::to_le_bytes), Encoding::Utf16Le),
        (utf_16(TEXT, u16::to_be_bytes), Encoding::Utf16Be),
    ] {
        let table = read(&bytes, "hàng.csv").unwrap();
        assert_eq!(encoding(&table), (expected, false));
        assert_eq!(table.header(), ["Tên", "Giá"]);
        assert_eq!(
            texts(&table),
            [["Cà phê sữa đá", "25000"], ["Phở đặc biệt", "0065000"]]
        );
    }
    let table = read(windows_1258, "hàng.csv").unwrap();
    assert_eq!(encoding(&table), (Encoding::Windows1258, false));
    assert_eq!(table.header(), ["Tên", "Giá"]);
    assert_eq!(
        texts(&table),
        [["Cà phê sữa đá", "25000"], ["Phở đặc biệt", "0065000"]]
    );
}

#[test]
fn bytes_that_are_no_letters_are_told() {
    let table = read(b"\xEF\xBB\xBFT\xFFn,b\n1,2\n", "").unwrap();
    assert_eq!(encoding(&table), (Encoding::Utf8, true));
    assert_eq!(table.header(), ["T\u{fffd}n", "b"]);
}

#[test]
fn a_line_may_announce_its_separator() {
    let table = read(b"sep=;\r\na,b;c\r\n1,2;3\r\n", "").unwrap();
    assert_eq!(table.header(), ["a,b", "c"]);
    assert_eq!(table.rows().next().map(|row| row.number()), Some(3));
}

#[test]
fn the_name_helps_where_the_bytes_do_not() {
    let table = read(b"a, b\tc\n1, 2\t3\n", "x.TSV").unwrap();
    assert!(matches!(
        table.source(),
        Source::Csv {
            delimiter: Delimiter::Tab,
            ..
        }
    ));
    let page = b"<table><tr><td>a</td></tr></table>";
    assert_eq!(read(page, "bao-cao.xls"), Err(ReadError::WebPage));
    assert!(read(page, "bao-cao.csv").is_ok());
}

#[test]
fn rows_may_be_short_long_or_blank() {
    let table = read(
        "\n\nSĐT,Tên\n0912\n\r\n , \r\n\"0913\n\",B,thừa\r\n,\r\n1\r\r2".as_bytes(),
        "",
    )
    .unwrap();
    assert_eq!(table.header(), ["SĐT", "Tên", ""]);
    assert_eq!(
        texts(&table),
        [
            ["0912", "", ""],
            [" ", " ", ""],
            ["0913\n", "B", "thừa"],
            ["1", "", ""],
            ["2", "", ""]
        ]
    );
    let numbers: Vec<u64> = table.rows().map(|row| row.number()).collect();
    assert_eq!(numbers, [4, 6, 7, 9, 11]);
}

#[test]
fn what_is_no_table_is_named() {
    assert_eq!(read(b"", ""), Err(ReadError::Empty));
    assert_eq!(read(b"\xEF\xBB\xBF\r\n\r\n,,\r\n", ""), Err(ReadError::Empty));
    assert_eq!(
        read(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old", "a.xls"),
        Err(ReadError::OldExcel)
    );
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(read(&locked, "a.xlsx"), Err(ReadError::Locked));
    assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0", "a.csv"), Err(ReadError::NotATable));
    assert_eq!(read(b"%PDF-1.7\n\xb5\xb5\x01", ""), Err(ReadError::NotATable));
}
