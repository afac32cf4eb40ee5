//! An EMVCo code whose objects parse as a whole and whose check code is right (steps 1 and 2 of the QR guard).
//! Knows the templates 38, 38.01 and 62, not whether their values make sense.

use crate::crc;
use crate::error::{CrcFlaw, QrError};
use crate::scheme::{NAPAS_TEMPLATE, Scheme};
use crate::tlv::{self, Field, Flaw, TlvError};

/// The receiving account as written in template 38.
#[derive(Default)]
pub(crate) struct NapasBlock<'a> {
    pub(crate) bank_bin: Option<&'a str>,
    pub(crate) account: Option<&'a str>,
    pub(crate) service: Option<&'a str>,
}

/// The objects of a code.
pub(crate) struct Document<'a> {
    pub(crate) fields: Vec<Field<'a>>,
    pub(crate) additional: Vec<Field<'a>>,
    pub(crate) napas: NapasBlock<'a>,
    pub(crate) scheme: Scheme,
}

impl<'a> Document<'a> {
    /// Reads a whole code. A broken notation is reported before a wrong check code.
    pub(crate) fn read(text: &'a str) -> Result<Self, QrError> {
        if text.is_empty() {
            return Err(QrError::Empty);
        }
        if !text.bytes().take(4).all(|byte| byte.is_ascii_digit()) {
            return Err(QrError::NotEmv);
        }
        if tlv::counts_bytes(text, "63") {
            return Err(QrError::ByteLength);
        }
        let fields = tlv::fields(text, "")?;
        check_order(&fields)?;
        let scheme = Scheme::of(&fields);
        let napas = match tlv::value(&fields, NAPAS_TEMPLATE) {
            Some(block) if scheme == Scheme::VietQr => napas_block(block)?,
            Some(block) => tlv::fields(block, "38").map(|_| NapasBlock::default())?,
            None => NapasBlock::default(),
        };
        let additional = match tlv::value(&fields, "62") {
            Some(block) => tlv::fields(block, "62")?,
            None => Vec::new(),
        };
        check_crc(text, &fields)?;
        if tlv::value(&fields, "00") != Some("01") {
            return Err(QrError::PayloadFormat);
        }
        Ok(Self {
            fields,
            additional,
            napas,
            scheme,
        })
    }

    /// The value of a top-level object.
    pub(crate) fn value(&self, id: &str) -> Option<&'a str> {
        tlv::value(&self.fields, id)
    }

    /// The value of an object in template 62.
    pub(crate) fn additional(&self, id: &str) -> Option<&'a str> {
        tlv::value(&self.additional, id)
    }
}

fn check_order(fields: &[Field<'_>]) -> Result<(), TlvError> {
    let starts = fields.first().is_some_and(|field| field.id == "00");
    let ends = fields.iter().rev().skip(1).all(|field| field.id != "63");
    if starts && ends {
        Ok(())
    } else {
        Err(TlvError {
            template: "",
            flaw: Flaw::Misplaced,
        })
    }
}

fn check_crc(text: &str, fields: &[Field<'_>]) -> Result<(), QrError> {
    let written = tlv::value(fields, "63").ok_or(QrError::Crc(CrcFlaw::Missing))?;
    if !crc::is_well_formed(written) {
        return Err(QrError::Crc(CrcFlaw::Malformed));
    }
    let covered = text
        .strip_suffix(written)
        .ok_or(QrError::Crc(CrcFlaw::Malformed))?;
    if crc::check_code(covered) == written {
        Ok(())
    } else {
        Err(QrError::Crc(CrcFlaw::Mismatch))
    }
}

fn napas_block(block: &str) -> Result<NapasBlock<'_>, TlvError> {
    let outer = known_fields(block, "38", &["00", "01", "02"])?;
    let inner = match tlv::value(&outer, "01") {
        Some(account) => known_fields(account, "38.01", &["00", "01"])?,
        None => Vec::new(),
    };
    Ok(NapasBlock {
        bank_bin: tlv::value(&inner, "00"),
        account: tlv::value(&inner, "01"),
        service: tlv::value(&outer, "02"),
    })
}

fn known_fields<'a>(
    text: &'a str,
    template: &'static str,
    known: &[&str],
) -> Result<Vec<Field<'a>>, TlvError> {
    let fields = tlv::fields(text, template)?;
    if fields.iter().all(|field| known.contains(&field.id)) {
        Ok(fields)
    } else {
        Err(TlvError {
            template,
            flaw: Flaw::Unexpected,
        })
    }
}
