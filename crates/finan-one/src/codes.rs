//! The gateway's code tables: tax, income and expense categories, banks of
//! accounts and of payouts. The page that lists them could not
//! be read, so each row says where it comes from and how sure it is, and no request is refused because its
//! code is not here. The rows are in `data/`.

mod payout_banks;

pub use payout_banks::{BankId, PayoutBank, payout_bank, payout_banks};

use std::sync::LazyLock;

use rust_decimal::Decimal;
use serde::Deserialize;

/// How sure a fact is, by the tags of the contract reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Tag {
    /// `[D]`: on a page of the current documentation.
    #[serde(rename = "D")]
    Documented,
    /// `[G]`: in the integration guide.
    #[serde(rename = "G")]
    Guide,
    /// `[L]`: in the older documentation.
    #[serde(rename = "L")]
    Older,
    /// `[I]`: inferred.
    #[serde(rename = "I")]
    Inferred,
    /// In a public list outside the gateway's pages, which says nothing about the gateway.
    #[serde(rename = "P")]
    Public,
}

/// A code with its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CodeRow {
    /// As it is sent.
    pub code: String,
    /// Meaning in Vietnamese.
    pub name_vi: String,
    /// Meaning in English.
    pub name_en: String,
    /// Where the code was seen.
    pub source: String,
    /// How sure it is that the code exists.
    pub certainty: Tag,
    /// How sure it is that it means this.
    pub name_certainty: Tag,
}

/// A tax code with its rate.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct TaxCode {
    /// Code and meaning; the rate is as sure as the meaning.
    #[serde(flatten)]
    pub row: CodeRow,
    /// The rate, percent; written as text in the file, so that it is exact.
    #[serde(deserialize_with = "exact")]
    pub percent: Decimal,
}

/// A bank code of the gateway's with the BIN of the same bank in a VietQR.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct BankCode {
    /// Code and meaning; the BIN is as sure as the meaning.
    #[serde(flatten)]
    pub row: CodeRow,
    /// Six digits.
    pub bin: String,
}

#[derive(Deserialize)]
struct Table<T> {
    rows: Vec<T>,
}

static TAX_CODES: LazyLock<Vec<TaxCode>> = LazyLock::new(|| read(include_str!("../data/tax_codes.json")));
static INCOME: LazyLock<Vec<CodeRow>> =
    LazyLock::new(|| read(include_str!("../data/income_categories.json")));
static EXPENSE: LazyLock<Vec<CodeRow>> =
    LazyLock::new(|| read(include_str!("../data/expense_categories.json")));
static BANKS: LazyLock<Vec<BankCode>> = LazyLock::new(|| read(include_str!("../data/banks.json")));

/// Tax codes, highest rate first.
#[must_use]
pub fn tax_codes() -> &'static [TaxCode] {
    &TAX_CODES
}

/// The tax code with this text; none when it is not in the table.
#[must_use]
pub fn tax_code(code: &str) -> Option<&'static TaxCode> {
    tax_codes().iter().find(|tax| tax.row.code == code)
}

/// Income categories: what a product's `sale_category_code` may be.
#[must_use]
pub fn income_categories() -> &'static [CodeRow] {
    &INCOME
}

/// Expense categories: what a product's `purchase_category_code` may be.
#[must_use]
pub fn expense_categories() -> &'static [CodeRow] {
    &EXPENSE
}

/// Bank codes of receiving accounts. The name that goes with a BIN is the VietQR table's to say.
#[must_use]
pub fn banks() -> &'static [BankCode] {
    &BANKS
}

/// The files are part of the program and held to their form by tests.
fn read<T: for<'de> Deserialize<'de>>(file: &str) -> Vec<T> {
    let table: Result<Table<T>, _> = serde_json::from_str(file);
    table.map_or_else(|_| Vec::new(), |table| table.rows)
}

fn exact<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let text = String::deserialize(deserializer)?;
    Decimal::from_str_exact(&text).map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::assumptions::BANK_BINS;

    #[test]
    fn every_file_is_read_whole() {
        let written = |file: &str| {
            let json: serde_json::Value = serde_json::from_str(file).unwrap();
            json["rows"].as_array().unwrap().len()
        };
        for (rows, file) in [
            (tax_codes().len(), include_str!("../data/tax_codes.json")),
            (
                income_categories().len(),
                include_str!("../data/income_categories.json"),
            ),
            (
                expense_categories().len(),
                include_str!("../data/expense_categories.json"),
            ),
            (banks().len(), include_str!("../data/banks.json")),
        ] {
            assert_eq!(rows, written(file));
            assert!(rows > 0);
        }
    }

    #[test]
    fn every_row_has_a_code_of_its_own_two_names_and_a_source() {
        let taxes: Vec<_> = tax_codes().iter().map(|tax| &tax.row).collect();
        let banks: Vec<_> = banks().iter().map(|bank| &bank.row).collect();
        let tables = [
            taxes,
            banks,
            income_categories().iter().collect(),
            expense_categories().iter().collect(),
        ];
        for table in tables {
            let codes: HashSet<_> = table.iter().map(|row| &row.code).collect();
            assert_eq!(codes.len(), table.len());
            for row in table {
                assert!(
                    row.code
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
                );
                for text in [&row.code, &row.name_vi, &row.name_en, &row.source] {
                    assert!(!text.is_empty() && text.trim() == text, "{row:?}");
                }
            }
        }
    }

    #[test]
    fn a_tax_codes_rate_is_the_one_in_its_text() {
        for tax in tax_codes() {
            assert_eq!(tax.row.code, format!("TAX_CODE_{}", tax.percent));
        }
        assert!(tax_codes().is_sorted_by(|left, right| left.percent > right.percent));
        assert_eq!(tax_code("TAX_CODE_8").unwrap().percent, Decimal::from(8));
        assert_eq!(tax_code("TAX_CODE_99"), None);
    }

    #[test]
    fn banks_say_the_same_as_the_assumption_that_the_accounts_are_read_by() {
        let rows: Vec<_> = banks()
            .iter()
            .map(|bank| (bank.row.code.as_str(), bank.bin.as_str()))
            .collect();
        assert_eq!(rows, BANK_BINS);
    }
}
