//! VietQR text: parse, check, encode, fold memos; drawing of any QR.
//!
//! Source: *Technical Specifications on NAPAS QR Switching* v1.5.2, an EMVCo Merchant-Presented QR profile.
//! [`VietQr`] reads and writes the text, [`guard`] decides whether a customer may see it, [`draw`] turns
//! any text into modules, SVG or PNG, [`scan`] reads pictures. Lengths count characters, the check code runs over UTF-8 bytes.
//! This crate asks no network and never repairs a code: what is not exactly right is refused with a reason.

mod account;
pub mod assumptions;
pub mod banks;
mod characters;
pub mod crc;
mod document;
pub mod draw;
mod encode;
mod error;
pub mod guard;
pub mod inspect;
pub mod memo;
mod parse;
pub mod scan;
mod scheme;
pub mod tlv;
mod transfer;

pub use account::AccountNumber;
pub use error::{CrcFlaw, QrError};
pub use scheme::Scheme;
pub use transfer::{OtherField, PointOfInitiation, Service, VietQr};

#[cfg(test)]
mod vectors;
