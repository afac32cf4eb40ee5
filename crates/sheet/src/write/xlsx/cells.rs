//! Values as cells of a sheet.

use super::super::{DAY, MOMENT, Value};
use chrono::{Datelike, Timelike};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// The formats, made once.
pub(super) struct Cells {
    header: Format,
    text: Format,
    money: Format,
    count: Format,
    day: Format,
    moment: Format,
}

/// `@`: what a person types into such a cell stays text.
const TEXT: u8 = 49;
/// `#,##0`, shown with the separators of the reader's own system.
const MONEY: u8 = 3;
/// `0`.
const COUNT: u8 = 1;

/// A workbook keeps numbers as floating point: 15 digits are exact.
const EXACT: std::ops::RangeInclusive<i64> = -999_999_999_999_999..=999_999_999_999_999;
/// The years of which Excel and the calendar say the same.
const YEARS: std::ops::RangeInclusive<i32> = 1901..=9999;

impl Cells {
    pub(super) fn new() -> Self {
        Self {
            header: Format::new().set_bold().set_num_format_index(TEXT),
            text: Format::new().set_num_format_index(TEXT),
            money: Format::new().set_num_format_index(MONEY),
            count: Format::new().set_num_format_index(COUNT),
            day: Format::new().set_num_format("dd/mm/yyyy"),
            moment: Format::new().set_num_format("dd/mm/yyyy hh:mm:ss"),
        }
    }

    pub(super) fn widths<'s>(
        &self,
        sheet: &'s mut Worksheet,
        widths: &[u16],
    ) -> Result<&'s mut Worksheet, XlsxError> {
        for (index, width) in widths.iter().enumerate() {
            sheet.set_column_width(column(index)?, *width)?;
        }
        Ok(sheet)
    }

    pub(super) fn header<'s>(
        &self,
        sheet: &'s mut Worksheet,
        names: &[Value<'_>],
    ) -> Result<&'s mut Worksheet, XlsxError> {
        for (index, name) in names.iter().enumerate() {
            if let Value::Text(name) = name {
                sheet.write_string_with_format(0, column(index)?, *name, &self.header)?;
            }
        }
        Ok(sheet)
    }

    pub(super) fn row<'s>(
        &self,
        sheet: &'s mut Worksheet,
        row: u32,
        values: &[Value<'_>],
    ) -> Result<&'s mut Worksheet, XlsxError> {
        for (index, value) in values.iter().enumerate() {
            self.cell(sheet, row, column(index)?, value)?;
        }
        Ok(sheet)
    }

    fn cell(&self, sheet: &mut Worksheet, row: u32, column: u16, value: &Value<'_>) -> Result<(), XlsxError> {
        match value {
            Value::Empty | Value::Text("") => return Ok(()),
            Value::Text(text) => sheet.write_string_with_format(row, column, *text, &self.text)?,
            Value::Dong(amount) if EXACT.contains(&amount.get()) => {
                sheet.write_with_format(row, column, amount.get(), &self.money)?
            }
            Value::Dong(amount) => self.digits(sheet, row, column, amount.get())?,
            Value::Integer(number) if EXACT.contains(number) => {
                sheet.write_with_format(row, column, *number, &self.count)?
            }
            Value::Integer(number) => self.digits(sheet, row, column, *number)?,
            Value::Date(day) if YEARS.contains(&day.year()) => {
                sheet.write_with_format(row, column, day, &self.day)?
            }
            Value::Date(day) => {
                sheet.write_string_with_format(row, column, day.format(DAY).to_string(), &self.text)?
            }
            Value::DateTime(moment) if YEARS.contains(&moment.year()) => {
                let to_the_second = moment.with_nanosecond(0).unwrap_or(*moment);
                sheet.write_with_format(row, column, &to_the_second, &self.moment)?
            }
            Value::DateTime(moment) => {
                sheet.write_string_with_format(row, column, moment.format(MOMENT).to_string(), &self.text)?
            }
        };
        Ok(())
    }

    fn digits<'s>(
        &self,
        sheet: &'s mut Worksheet,
        row: u32,
        column: u16,
        number: i64,
    ) -> Result<&'s mut Worksheet, XlsxError> {
        sheet.write_string_with_format(row, column, number.to_string(), &self.text)
    }
}

fn column(index: usize) -> Result<u16, XlsxError> {
    u16::try_from(index).map_err(|_| XlsxError::RowColumnLimitError)
}
