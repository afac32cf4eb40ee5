//! Printed documents: an invoice or a receipt as A4, A5 or till slip, as PDF and as picture, from plain data.
//!
//! Pure: no clock, no network, no disk; the same input gives the same bytes. The typefaces are part of the program.
//! A page is laid out once, in whole units, and then written by each of the writers, so that what the preview shows is
//! what the printer gets. This crate adds nothing up: every figure is the caller's.
//! The sentence that an invoice is no e-invoice is on every page of a sheet and on every slip and cannot be left out.

mod error;
mod ink;
mod invoice;
mod layout;
mod measures;
mod press;
mod receipt;
mod text;
mod words;

pub use error::{Field, PaperError};
pub use ink::Dots;
pub use invoice::{Customer, Invoice, Line, MOST_LINES, MOST_TAXES, Payment, Qr, Shop, Sums, Tax};
pub use measures::Paper;
pub use press::{Press, Print};
pub use receipt::{Fact, Receipt};
pub use words::{Language, not_an_e_invoice};

/// The samples of the tests name this crate as any user of it does.
#[cfg(test)]
extern crate self as paper;
