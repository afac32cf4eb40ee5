//! The crate from outside: whole files in and out.

mod encodings;
mod garbage;
mod limits;
mod round_trip;
mod sheet_xml;
mod support;
mod workbook;
mod writing;
