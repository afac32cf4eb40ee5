//! Excel workbooks. Cells are taken one by one as they come: a sheet that claims a cell in its last corner would
//! otherwise be laid out in memory whole.

use super::number::Shown;
use super::{Limits, ReadError, unpacked};
use crate::calm::calmly;
use crate::table::{Building, Source, Table};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Table, ReadError> {
    calmly(|| {
        unpacked::check(bytes, limits)?;
        workbook(bytes, limits)
    })
    .unwrap_or_else(|| Err(ReadError::Broken("not as a workbook is made".to_owned())))
}

fn workbook(bytes: &[u8], limits: &Limits) -> Result<Table, ReadError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|source| broken(&source))?;
    let mut sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    for index in 0..sheets.len() {
        let Some(name) = sheets.get(index) else { break };
        let building = sheet(&mut book, name, limits)?;
        if !building.is_empty() {
            let sheet = sheets.remove(index);
            return building.finish(Source::Xlsx {
                sheet,
                others: sheets,
            });
        }
    }
    Err(ReadError::Empty)
}

fn sheet<'a>(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    limits: &'a Limits,
) -> Result<Building<'a>, ReadError> {
    let mut cells = book
        .worksheet_cells_reader(name)
        .map_err(|source| broken(&source))?;
    let styles: Vec<Shown> = cells.styles().iter().map(Shown::new).collect();
    let mut building = Building::new(limits);
    let mut current = None;
    while let Some((cell, style)) = cells
        .next_cell_with_style_id()
        .map_err(|source| broken(&source))?
    {
        let (row, column) = cell.get_position();
        if current != Some(row) {
            if current.is_some_and(|current| row < current) {
                return Err(ReadError::Broken("rows out of order".to_owned()));
            }
            building.end_row()?;
            building.begin_row(u64::from(row).saturating_add(1));
            current = Some(row);
        }
        let shown = styles.get(style).copied().unwrap_or_default();
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        put(&mut building, column, cell.get_value(), shown)?;
    }
    building.end_row()?;
    Ok(building)
}

fn put(
    building: &mut Building<'_>,
    column: usize,
    value: &DataRef<'_>,
    shown: Shown,
) -> Result<(), ReadError> {
    match value {
        DataRef::Empty => Ok(()),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            building.cell(column, text, false)
        }
        DataRef::SharedString(text) => building.cell(column, text, false),
        DataRef::Bool(is_true) => building.cell(column, if *is_true { "TRUE" } else { "FALSE" }, false),
        DataRef::Error(error) => building.cell(column, &error.to_string(), false),
        DataRef::Int(number) => building.cell(column, &number.to_string(), true),
        DataRef::Float(number) => building.cell(column, &shown.number(*number), true),
        DataRef::DateTime(moment) => match shown.date(*moment) {
            Some(text) => building.cell(column, &text, false),
            None => building.cell(column, &shown.number(moment.as_f64()), true),
        },
    }
}

fn broken(source: &XlsxError) -> ReadError {
    ReadError::Broken(source.to_string())
}
