//! What is printed, as plain data. Texts may hold anything; they are cleaned before they are set.

mod qr;

use chrono::{NaiveDate, NaiveDateTime};
use dong::Dong;
use dong::words::WordStyle;

use crate::error::{Field, PaperError};
use crate::words::Language;

pub use qr::Qr;

/// More lines than any shop types.
pub const MOST_LINES: usize = 1_000;
/// More tax rates than there are.
pub const MOST_TAXES: usize = 12;
/// Longer than any number this app gives.
const LONGEST_NUMBER: usize = 40;
/// As long as an IBAN.
const LONGEST_ACCOUNT: usize = 34;
/// Longer than a bank takes.
const LONGEST_MEMO: usize = 140;

/// An invoice: a request for payment. Amounts are as counted elsewhere; nothing is added up here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    /// The language of everything that the paper itself says.
    pub language: Language,
    /// How the total is said in Vietnamese words.
    pub word_style: WordStyle,
    /// Who asks.
    pub shop: Shop,
    /// What it is called, such as "Phiếu yêu cầu thanh toán".
    pub title: String,
    /// Its number; at most 40 characters.
    pub number: String,
    /// The day it is of.
    pub issued: NaiveDate,
    /// The last day to pay.
    pub due: Option<NaiveDate>,
    /// When it was printed, in the shop's time.
    pub printed: Option<NaiveDateTime>,
    /// Whether it was printed before: the paper says so.
    pub is_reprint: bool,
    /// Whether it is of practice mode: the paper says so all over.
    pub is_practice: bool,
    /// Who pays.
    pub customer: Option<Customer>,
    /// What for, in order; at most [`MOST_LINES`].
    pub lines: Vec<Line>,
    /// What it comes to.
    pub sums: Sums,
    /// How to pay.
    pub payment: Option<Payment>,
    /// A remark to the customer; may be empty.
    pub note: String,
    /// The shop's closing words; may be empty.
    pub footer: String,
}

/// The shop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shop {
    /// Its name.
    pub name: String,
    /// Address, telephone, tax code: a text each; the first five are printed.
    pub details: Vec<String>,
}

/// The customer.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Customer {
    /// Name.
    pub name: String,
    /// Address, telephone, tax code: a text each; the first five are printed.
    pub details: Vec<String>,
}

impl std::fmt::Debug for Customer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Customer").finish_non_exhaustive()
    }
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// A remark below the name; may be empty.
    pub note: String,
    /// The unit; may be empty.
    pub unit: String,
    /// How many.
    pub quantity: i64,
    /// The price of one.
    pub unit_price: Dong,
    /// Price × quantity.
    pub amount: Dong,
    /// The tax as a short text, such as "8%"; may be empty.
    pub tax: String,
}

/// What an invoice comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sums {
    /// The sum of the lines.
    pub subtotal: Dong,
    /// What is taken off, above zero; not printed when zero.
    pub discount: Dong,
    /// The tax of each rate.
    pub taxes: Vec<Tax>,
    /// What is to be paid.
    pub total: Dong,
    /// Whether the gateway has not yet confirmed the total.
    pub is_provisional: bool,
}

/// The tax of one rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tax {
    /// What it is called, such as "Thuế GTGT 8%".
    pub label: String,
    /// How much.
    pub amount: Dong,
}

/// Where the money goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// The bank; may be empty.
    pub bank: String,
    /// The account's holder; may be empty.
    pub account_name: String,
    /// The account; at most 34 characters, printed in groups of four; empty where the QR opens a payment page.
    pub account_number: String,
    /// The text of the transfer; at most 140 characters; may be empty.
    pub memo: String,
    /// How much the QR asks for.
    pub amount: Dong,
    /// The QR, already compared with what was asked.
    pub qr: Option<Qr>,
}

impl Payment {
    /// Whether the QR opens a payment page, which a banking app cannot read.
    pub(crate) const fn opens_page(&self) -> bool {
        self.account_number.is_empty()
    }
}

impl Invoice {
    pub(crate) fn check(&self) -> Result<(), PaperError> {
        if self.lines.len() > MOST_LINES {
            return Err(PaperError::TooManyLines);
        }
        if self.sums.taxes.len() > MOST_TAXES {
            return Err(PaperError::TooManyTaxes);
        }
        whole(&self.number, LONGEST_NUMBER, Field::Number)?;
        self.payment.as_ref().map_or(Ok(()), |payment| {
            whole(&payment.account_number, LONGEST_ACCOUNT, Field::AccountNumber)?;
            whole(&payment.memo, LONGEST_MEMO, Field::Memo)
        })
    }
}

fn whole(text: &str, longest: usize, field: Field) -> Result<(), PaperError> {
    if text.chars().count() > longest {
        return Err(PaperError::TooLong(field));
    }
    Ok(())
}
