//! Reading a VietQR text into its meaning, strictly: what is not exactly right is refused with its reason.

use dong::Dong;

use crate::account::AccountNumber;
use crate::assumptions::POINT_OF_INITIATION_IS_OPTIONAL;
use crate::characters;
use crate::document::Document;
use crate::error::QrError;
use crate::scheme::{NAPAS_TEMPLATE, Scheme};
use crate::transfer::{OtherField, PointOfInitiation, Service, VietQr};

/// Longest amount, in digits (tag 54).
const LONGEST_AMOUNT: usize = 13;

/// Top-level objects with a place of their own or a fixed value.
const UNDERSTOOD: [&str; 11] = [
    "00",
    "01",
    NAPAS_TEMPLATE,
    "53",
    "54",
    "58",
    "59",
    "60",
    "61",
    "62",
    "63",
];

/// Objects of template 62 with a place of their own.
const UNDERSTOOD_ADDITIONAL: [&str; 4] = ["01", "05", "07", "08"];

impl VietQr {
    /// Reads a code exactly as scanned: nothing is trimmed or repaired.
    ///
    /// # Errors
    /// [`QrError`] with the first reason found: notation, check code, scheme, then the values.
    pub fn parse(text: &str) -> Result<Self, QrError> {
        let document = Document::read(text)?;
        if characters::has_deceptive(text) {
            return Err(QrError::Characters);
        }
        Self::from_document(&document)
    }

    pub(crate) fn from_document(document: &Document<'_>) -> Result<Self, QrError> {
        if document.scheme != Scheme::VietQr {
            return Err(QrError::OtherScheme(document.scheme.clone()));
        }
        if document.value("53") != Some("704") {
            return Err(QrError::Currency);
        }
        if document.value("58") != Some("VN") {
            return Err(QrError::Country);
        }
        let text = |id: &str| document.value(id).map(str::to_owned);
        let additional = |id: &str| document.additional(id).map(str::to_owned);
        Ok(Self {
            point_of_initiation: point_of_initiation(document.value("01"))?,
            bank_bin: document
                .napas
                .bank_bin
                .ok_or(QrError::BankBin)
                .and_then(bank_bin)?,
            account: document
                .napas
                .account
                .ok_or(QrError::Account)
                .and_then(AccountNumber::new)?,
            service: document.napas.service.ok_or(QrError::Service).and_then(service)?,
            amount: document.value("54").map(amount).transpose()?,
            purpose: additional("08"),
            bill_number: additional("01"),
            reference: additional("05"),
            terminal: additional("07"),
            merchant_name: text("59"),
            merchant_city: text("60"),
            postal_code: text("61"),
            others: others(document),
        })
    }
}

pub(crate) fn point_of_initiation(text: Option<&str>) -> Result<Option<PointOfInitiation>, QrError> {
    match text {
        Some("11") => Ok(Some(PointOfInitiation::Static)),
        Some("12") => Ok(Some(PointOfInitiation::Dynamic)),
        None if POINT_OF_INITIATION_IS_OPTIONAL => Ok(None),
        _ => Err(QrError::PointOfInitiation),
    }
}

pub(crate) fn amount(text: &str) -> Result<Dong, QrError> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || text.starts_with('0') || text.len() > LONGEST_AMOUNT {
        return Err(QrError::Amount);
    }
    text.parse().map(Dong::new).map_err(|_| QrError::Amount)
}

fn bank_bin(text: &str) -> Result<String, QrError> {
    if text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(text.to_owned())
    } else {
        Err(QrError::BankBin)
    }
}

fn service(text: &str) -> Result<Service, QrError> {
    match text {
        "QRIBFTTA" => Ok(Service::ToAccount),
        "QRIBFTTC" => Ok(Service::ToCard),
        _ => Err(QrError::Service),
    }
}

fn others(document: &Document<'_>) -> Vec<OtherField> {
    let outer = document
        .fields
        .iter()
        .filter(|field| !UNDERSTOOD.contains(&field.id));
    let inner = document
        .additional
        .iter()
        .filter(|field| !UNDERSTOOD_ADDITIONAL.contains(&field.id));
    let mut others: Vec<OtherField> = outer
        .map(|field| OtherField {
            path: field.id.to_owned(),
            value: field.value.to_owned(),
        })
        .chain(inner.map(|field| OtherField {
            path: format!("62.{}", field.id),
            value: field.value.to_owned(),
        }))
        .collect();
    others.sort_by(|left, right| left.path.cmp(&right.path));
    others
}

#[cfg(test)]
mod tests;
