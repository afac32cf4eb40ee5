//! Tables in memory for the tests.

use crate::{
    Column, CsvWriter, Delimiter, Format, Layout, RowSink, Table, Value, Watch, WriteError, XlsxWriter,
};
use chrono::{NaiveDate, NaiveDateTime};

pub(crate) const ALL: [Format; 4] = [
    Format::Csv(Delimiter::Comma),
    Format::Csv(Delimiter::Semicolon),
    Format::Csv(Delimiter::Tab),
    Format::Xlsx,
];

const NAMES: [&str; 9] = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín"];

pub(crate) fn columns(count: usize) -> Vec<Column<'static>> {
    NAMES
        .iter()
        .take(count)
        .map(|name| Column { name, width: 12 })
        .collect()
}

pub(crate) fn layout<'a>(columns: &'a [Column<'a>]) -> Layout<'a> {
    Layout {
        title: "Bảng",
        facts_title: "Thông tin",
        columns,
        made_at: made_at(),
    }
}

fn made_at() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 21)
        .unwrap()
        .and_hms_opt(2, 30, 0)
        .unwrap()
}

/// A file of `rows` below a header of `width` columns, with one fact.
pub(crate) fn bytes(format: Format, width: usize, rows: &[Vec<Value<'_>>]) -> Vec<u8> {
    let columns = columns(width);
    let layout = layout(&columns);
    match format {
        Format::Csv(delimiter) => {
            let mut sink = CsvWriter::new(Vec::new(), delimiter, &layout, Watch::nobody()).unwrap();
            fill(&mut sink, rows).unwrap();
            sink.finish().unwrap()
        }
        Format::Xlsx => {
            let mut sink = XlsxWriter::new(Vec::new(), &layout, Watch::nobody()).unwrap();
            fill(&mut sink, rows).unwrap();
            sink.finish().unwrap()
        }
    }
}

fn fill(sink: &mut dyn RowSink, rows: &[Vec<Value<'_>>]) -> Result<(), WriteError> {
    for row in rows {
        sink.row(row)?;
    }
    sink.fact("Múi giờ", Value::Text("Asia/Ho_Chi_Minh"))
}

pub(crate) fn texts(table: &Table) -> Vec<Vec<&str>> {
    table
        .rows()
        .map(|row| row.cells().map(|cell| cell.text).collect())
        .collect()
}
