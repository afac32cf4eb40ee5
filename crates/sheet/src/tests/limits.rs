//! Files that are too much, or made to be.

use super::support::bytes;
use crate::{Format, Limits, ReadError, Value, read, read_within};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const SMALL: Limits = Limits {
    bytes: 1_000_000,
    rows: 3,
    columns: 2,
    unpacked: 1_000_000,
    unpacked_part: 200_000,
    text: 40,
};

fn table(format: Format, columns: usize, rows: usize, text: &str) -> Vec<u8> {
    bytes(format, columns, &vec![vec![Value::Text(text); columns]; rows])
}

#[test]
fn the_largest_that_passes_passes_and_one_more_does_not() {
    for format in super::support::ALL {
        let read = |columns, rows, text: &str| {
            read_within(&table(format, columns, rows, text), "", &SMALL).map(|table| table.len())
        };
        assert_eq!(read(2, 3, "a"), Ok(3));
        assert_eq!(read(2, 4, "a"), Err(ReadError::TooManyRows { limit: 3 }));
        assert_eq!(read(3, 3, "a"), Err(ReadError::TooManyColumns { limit: 2 }));
        assert_eq!(read(2, 2, "0123456789"), Ok(2));
        assert_eq!(
            read(2, 3, "0123456789"),
            Err(ReadError::TooMuchText { limit: 40 })
        );
    }
}

#[test]
fn a_large_file_is_refused_before_it_is_looked_at() {
    let limits = Limits { bytes: 8, ..SMALL };
    assert!(read_within(b"a,b\n1,2\n", "", &limits).is_ok());
    assert_eq!(
        read_within(b"a,b\n1,2\n\n", "", &limits),
        Err(ReadError::TooLarge { limit: 8 })
    );
}

#[test]
fn two_hundred_thousand_rows_pass_and_one_more_does_not() {
    let mut text = "a\n".to_owned() + &"1\n".repeat(200_000);
    assert_eq!(read(text.as_bytes(), "").map(|table| table.len()), Ok(200_000));
    text.push('2');
    assert_eq!(
        read(text.as_bytes(), ""),
        Err(ReadError::TooManyRows { limit: 200_000 })
    );
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    for (part, limit) in [
        ("xl/worksheets/sheet1.xml", SMALL.unpacked),
        ("xl/sharedStrings.xml", SMALL.unpacked_part),
        ("docProps/anything.bin", SMALL.unpacked_part),
    ] {
        let size = usize::try_from(limit).unwrap() + 1;
        let bomb = archive(&[("xl/workbook.xml", b""), (part, &vec![b' '; size])]);
        assert!(bomb.len() < 10_000);
        assert_eq!(
            read_within(&bomb, "", &SMALL),
            Err(ReadError::UnpacksTooLarge { limit })
        );
    }
}

#[test]
fn a_size_that_lies_does_not_help() {
    let mut bomb = archive(&[("xl/worksheets/sheet1.xml", &vec![b' '; 2_000_000])]);
    let size = 2_000_000_u32.to_le_bytes();
    let places: Vec<usize> = (0..bomb.len() - 4)
        .filter(|at| bomb[*at..*at + 4] == size)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bomb[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert!(matches!(
        read_within(&bomb, "", &SMALL),
        Err(ReadError::UnpacksTooLarge { .. } | ReadError::Broken(_))
    ));
}

#[test]
fn other_archives_are_no_tables() {
    let document = archive(&[("word/document.xml", b"<w:document/>")]);
    assert_eq!(read(&document, "thu.docx"), Err(ReadError::NotATable));
}

#[test]
fn a_cell_in_the_last_corner_costs_nothing() {
    let sheet = br#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>SDT</t></is></c><c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576"><v>912345678</v></c></row></sheetData></worksheet>"#;
    let table = read(&workbook(sheet), "").unwrap();
    assert_eq!(table.header(), ["SDT"]);
    let row = table.rows().next().unwrap();
    assert_eq!(
        (row.number(), row.cell(0).text, row.cell(0).was_number),
        (1_048_576, "912345678", true)
    );
}

#[test]
fn cells_out_of_order_are_damage() {
    let sheet = br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData></worksheet>"#;
    assert!(matches!(read(&workbook(sheet), ""), Err(ReadError::Broken(_))));
}

fn workbook(sheet: &[u8]) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
        ("_rels/.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
