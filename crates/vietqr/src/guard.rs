//! The QR guard: nothing reaches a customer unread. A text becomes [`Checked`] only when it is a whole VietQR for the
//! amount that was asked; a receiver or bank not known yet is a caution that somebody has to look at.
//! Draws nothing and stores nothing: callers keep the text and the meaning with the payment.

mod refusal;

use dong::Dong;

pub use refusal::Refusal;

use crate::account::AccountNumber;
use crate::banks;
use crate::scheme::is_payee;
use crate::transfer::VietQr;

/// A receiving account of this till, or one of its known virtual accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    /// The bank, when known; none accepts the account at any bank.
    pub bank_bin: Option<String>,
    /// The account number.
    pub account: AccountNumber,
}

/// Something that a person has to look at before the code is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caution {
    /// The BIN is not in our table: shown with the number instead of a name.
    UnknownBank {
        /// The BIN as written.
        bank_bin: String,
    },
    /// The account is none of the known receivers: learnt only by explicit confirmation.
    NewAccount {
        /// What to remember once confirmed.
        receiver: Receiver,
    },
    /// The code also names a payee of another scheme (ZaloPay's codes do): a wallet may pay that one instead.
    OtherPayee,
}

impl Caution {
    /// A stable name.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownBank { .. } => "unknown_bank",
            Self::NewAccount { .. } => "new_account",
            Self::OtherPayee => "other_payee",
        }
    }
}

/// A text that passed, with its meaning. Only [`check`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    text: String,
    meaning: VietQr,
    cautions: Vec<Caution>,
}

impl Checked {
    /// The very text that was checked: draw this.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the text says; store it with the payment and show it beside the QR.
    #[must_use]
    pub const fn meaning(&self) -> &VietQr {
        &self.meaning
    }

    /// The receiving bank's name, when its BIN is known.
    #[must_use]
    pub fn bank_name(&self) -> Option<&'static str> {
        banks::name(&self.meaning.bank_bin)
    }

    /// What a person has to look at.
    #[must_use]
    pub fn cautions(&self) -> &[Caution] {
        &self.cautions
    }

    /// The receiver that must be confirmed before the code may be shown, if it is a new one.
    #[must_use]
    pub fn new_account(&self) -> Option<&Receiver> {
        self.cautions.iter().find_map(|caution| match caution {
            Caution::NewAccount { receiver } => Some(receiver),
            Caution::UnknownBank { .. } | Caution::OtherPayee => None,
        })
    }
}

/// Checks a gateway's QR text against the amount that was asked (none: the payer types it, a static code)
/// and the known receivers of this till.
///
/// # Errors
/// [`Refusal`] when the code must not be shown at all.
pub fn check(text: &str, asked: Option<Dong>, receivers: &[Receiver]) -> Result<Checked, Refusal> {
    if refusal::is_address(text) {
        return Err(Refusal::ImageAddress);
    }
    let meaning = VietQr::parse(text)?;
    match (asked, meaning.amount) {
        (Some(asked), Some(found)) if asked == found => {}
        (None, None) => {}
        (Some(_), None) => return Err(Refusal::AmountMissing),
        (asked, Some(found)) => return Err(Refusal::AmountDiffers { asked, found }),
    }
    if meaning
        .others
        .iter()
        .any(|other| matches!(other.path.as_str(), "55" | "56" | "57"))
    {
        return Err(Refusal::TipOrFee);
    }
    let cautions = cautions(&meaning, receivers);
    Ok(Checked {
        text: text.to_owned(),
        meaning,
        cautions,
    })
}

fn cautions(meaning: &VietQr, receivers: &[Receiver]) -> Vec<Caution> {
    let mut cautions = Vec::new();
    if banks::name(&meaning.bank_bin).is_none() {
        cautions.push(Caution::UnknownBank {
            bank_bin: meaning.bank_bin.clone(),
        });
    }
    let is_known = receivers.iter().any(|receiver| {
        receiver.account == meaning.account
            && receiver
                .bank_bin
                .as_ref()
                .is_none_or(|bank_bin| *bank_bin == meaning.bank_bin)
    });
    if !is_known {
        let receiver = Receiver {
            bank_bin: Some(meaning.bank_bin.clone()),
            account: meaning.account.clone(),
        };
        cautions.push(Caution::NewAccount { receiver });
    }
    if meaning
        .others
        .iter()
        .any(|other| other.path.len() == 2 && is_payee(&other.path))
    {
        cautions.push(Caution::OtherPayee);
    }
    cautions
}

#[cfg(test)]
mod tests;
