//! Whatever the XML of a sheet says, reading ends with a table or an error, also where the archive around it is sound.

use proptest::prelude::*;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn with_sheet(xml: &[u8]) -> Vec<u8> {
    let row = [vec![crate::Value::Text("a")]];
    let mut original =
        ZipArchive::new(Cursor::new(super::support::bytes(crate::Format::Xlsx, 1, &row))).unwrap();
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..original.len() {
        let mut part = original.by_index(index).unwrap();
        let name = part.name().unwrap().to_string();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        copy.start_file(&*name, SimpleFileOptions::default()).unwrap();
        copy.write_all(if name == "xl/worksheets/sheet1.xml" {
            xml
        } else {
            &bytes
        })
        .unwrap();
    }
    copy.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn pieces_of_a_sheet_in_any_order(pieces in prop::collection::vec(prop::sample::select(vec![
        "<row r=\"1\">", "<row r=\"0\">", "<row r=\"99999999999\">", "<row>", "</row>",
        "<c r=\"A1\">", "<c r=\"B2\" s=\"3\">", "<c r=\"\">", "<c r=\"ZZZZZZZZ1\">", "<c r=\"1A\">", "<c>", "</c>",
        "<c t=\"s\"><v>7</v></c>", "<c t=\"d\"><v>x</v></c>", "<c s=\"5\"><v>-1e308</v></c>", "<c s=\"99\"><v>nan</v></c>",
        "<c><v>1e999</v></c>", "<v>1</v>", "<is><t>a", "</t></is>", "&#0;", "&x;", "<![CDATA[", "]]>", "\u{0}", "</sheetData>",
    ]), 0..14)) {
        let xml = format!("<worksheet><sheetData>{}</sheetData></worksheet>", pieces.concat());
        let _ = crate::read(&with_sheet(xml.as_bytes()), "");
    }
}
