//! Writing a VietQR text in the order of the specification. A code that we would refuse to read is never handed out.

use crate::crc;
use crate::error::QrError;
use crate::scheme::NAPAS_GUID;
use crate::transfer::VietQr;

/// Longest value of an object, in characters.
const LONGEST_VALUE: usize = 99;

impl VietQr {
    /// The text of this code, check code included.
    ///
    /// # Errors
    /// [`QrError`] when a value does not fit its object or the text would not read back as this very code.
    pub fn encode(&self) -> Result<String, QrError> {
        let mut text = object("00", "01")?;
        if let Some(point) = self.point_of_initiation {
            text += &object("01", point.code())?;
        }
        text += &self.napas_template()?;
        text += &self.others_between("02", "53")?;
        text += &object("53", "704")?;
        text += &optional(
            "54",
            self.amount.map(|amount| amount.get().to_string()).as_deref(),
        )?;
        text += &self.others_between("55", "58")?;
        text += &object("58", "VN")?;
        text += &optional("59", self.merchant_name.as_deref())?;
        text += &optional("60", self.merchant_city.as_deref())?;
        text += &optional("61", self.postal_code.as_deref())?;
        text += &optional(
            "62",
            Some(self.additional()?.as_str()).filter(|block| !block.is_empty()),
        )?;
        text += &self.others_between("64", ":")?;
        text += "6304";
        text += &crc::check_code(&text);
        self.confirm(text)
    }

    fn confirm(&self, text: String) -> Result<String, QrError> {
        let read_back = Self::parse(&text)?;
        if read_back == *self {
            Ok(text)
        } else {
            Err(QrError::NotEncodable(String::from("others")))
        }
    }

    fn napas_template(&self) -> Result<String, QrError> {
        let receiver = object("00", &self.bank_bin)? + &object("01", self.account.as_str())?;
        let block =
            object("00", NAPAS_GUID)? + &object("01", &receiver)? + &object("02", self.service.code())?;
        object("38", &block)
    }

    fn additional(&self) -> Result<String, QrError> {
        let mut block = optional("01", self.bill_number.as_deref())?;
        block += &optional("05", self.reference.as_deref())?;
        block += &optional("07", self.terminal.as_deref())?;
        block += &optional("08", self.purpose.as_deref())?;
        for other in &self.others {
            if let Some(id) = other.path.strip_prefix("62.") {
                block += &object(id, &other.value)?;
            }
        }
        Ok(block)
    }

    fn others_between(&self, first: &str, end: &str) -> Result<String, QrError> {
        let here = |path: &str| path.len() == 2 && (first..end).contains(&path);
        self.others
            .iter()
            .filter(|other| here(&other.path))
            .map(|other| object(&other.path, &other.value))
            .collect()
    }
}

fn optional(id: &str, value: Option<&str>) -> Result<String, QrError> {
    value.map_or_else(|| Ok(String::new()), |value| object(id, value))
}

fn object(id: &str, value: &str) -> Result<String, QrError> {
    let length = value.chars().count();
    if (1..=LONGEST_VALUE).contains(&length) {
        Ok(format!("{id}{length:02}{value}"))
    } else {
        Err(QrError::NotEncodable(id.to_owned()))
    }
}
