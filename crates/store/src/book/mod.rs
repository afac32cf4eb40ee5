//! Tables `customer` and `product`: rows of ours that mirror the gateway's, at hand at once and without a line.
//!
//! Both books are one implementation over [`entry::Entry`]; what is their own is in `customer` and `product`.

#[cfg(test)]
mod book_tests;
mod customer;
mod delete;
mod entry;
mod find;
#[cfg(test)]
mod find_tests;
mod import;
#[cfg(test)]
mod import_tests;
mod matching;
mod methods;
mod mirror;
#[cfg(test)]
mod mirror_tests;
mod product;
mod row;
#[cfg(test)]
pub(crate) mod samples;
mod settle;

pub use customer::CustomerFilter;
pub use find::{BookCursor, BookPage, NoCursor};
pub use import::{ImportBatch, ImportKind};
pub use mirror::Fetched;
pub use product::ProductFilter;
pub use settle::Outcome;
