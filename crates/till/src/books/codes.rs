//! The tables of codes: what ships with the client, and what the shop added.

use crate::{Till, TillError};
use contract::ErrorCode;
use contract::books::{CodeCertainty, CodeKind, CodeRemoveRequest, CodeSaveRequest, CodeView, CodesView};
use domain::text;
use finan_one::codes::{self, CodeRow, Tag};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The key of the stored row.
const KEY: &str = "codes";
/// Longer codes and names are refused.
const MOST_CHARS: usize = 60;
/// More codes of its own than any shop has.
const MOST_OWN: usize = 200;

/// A code of the shop's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Own {
    table: Table,
    code: String,
    name: String,
    rate: Option<Decimal>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Table {
    Tax,
    Income,
    Expense,
}

const fn table(kind: CodeKind) -> Table {
    match kind {
        CodeKind::Tax => Table::Tax,
        CodeKind::Income => Table::Income,
        CodeKind::Expense => Table::Expense,
    }
}

/// What the shop added and chose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Codes {
    own: Vec<Own>,
    default_tax: Option<String>,
    default_income: Option<String>,
    default_expense: Option<String>,
}

impl Codes {
    /// A tax code's rate in percent; none when it is in no table.
    pub(crate) fn rate_of(&self, code: &str) -> Option<Decimal> {
        let own = self
            .own
            .iter()
            .find(|own| own.table == Table::Tax && own.code == code);
        match own {
            Some(own) => own.rate,
            None => codes::tax_code(code).map(|tax| tax.percent),
        }
    }

    /// The tax code with this rate in percent, the shop's own first.
    pub(crate) fn code_of(&self, rate: Decimal) -> Option<String> {
        let own = self.own.iter().filter(|own| own.table == Table::Tax);
        let own = own
            .filter(|own| own.rate == Some(rate))
            .map(|own| own.code.clone());
        let shipped = codes::tax_codes().iter().filter(|tax| tax.percent == rate);
        own.chain(shipped.map(|tax| tax.row.code.clone())).next()
    }

    /// The tax code of new products and lines.
    pub(crate) fn default_tax(&self) -> String {
        let shipped = codes::tax_codes().first().map(|tax| tax.row.code.clone());
        self.default_tax.clone().or(shipped).unwrap_or_default()
    }

    /// The income category of new products.
    pub(crate) fn default_income(&self) -> String {
        let shipped = codes::income_categories().first().map(|row| row.code.clone());
        self.default_income.clone().or(shipped).unwrap_or_default()
    }

    /// The expense category of new products.
    pub(crate) fn default_expense(&self) -> String {
        let shipped = codes::expense_categories().first().map(|row| row.code.clone());
        self.default_expense.clone().or(shipped).unwrap_or_default()
    }

    fn view(&self) -> CodesView {
        let tax = codes::tax_codes()
            .iter()
            .map(|tax| shipped(&tax.row, Some(tax.percent)));
        let income = codes::income_categories().iter().map(|row| shipped(row, None));
        let expense = codes::expense_categories().iter().map(|row| shipped(row, None));
        CodesView {
            tax: self.with_own(tax, Table::Tax),
            income: self.with_own(income, Table::Income),
            expense: self.with_own(expense, Table::Expense),
            default_tax: self.default_tax(),
            default_income: self.default_income(),
            default_expense: self.default_expense(),
        }
    }

    /// The shop's own rows take the place of shipped ones with the same code.
    fn with_own(&self, shipped: impl Iterator<Item = CodeView>, table: Table) -> Vec<CodeView> {
        let own = |code: &str| self.own.iter().any(|own| own.table == table && own.code == code);
        let kept = shipped.filter(|row| !own(&row.code));
        let added = self
            .own
            .iter()
            .filter(|own| own.table == table)
            .map(|own| CodeView {
                code: own.code.clone(),
                name_vi: own.name.clone(),
                name_en: own.name.clone(),
                rate: own.rate.map(|rate| rate.normalize().to_string()),
                certainty: CodeCertainty::Own,
            });
        kept.chain(added).collect()
    }

    fn default_of(&mut self, table: Table) -> &mut Option<String> {
        match table {
            Table::Tax => &mut self.default_tax,
            Table::Income => &mut self.default_income,
            Table::Expense => &mut self.default_expense,
        }
    }
}

fn shipped(row: &CodeRow, rate: Option<Decimal>) -> CodeView {
    CodeView {
        code: row.code.clone(),
        name_vi: row.name_vi.clone(),
        name_en: row.name_en.clone(),
        rate: rate.map(|rate| rate.normalize().to_string()),
        certainty: match (row.certainty, row.name_certainty) {
            (Tag::Documented | Tag::Guide, Tag::Documented | Tag::Guide) => CodeCertainty::Documented,
            _ => CodeCertainty::Assumed,
        },
    }
}

/// The tables as they are in force.
pub(crate) async fn of(till: &Till) -> Result<Codes, TillError> {
    Ok(till.store.setting(KEY).await?.unwrap_or_default())
}

/// The tables.
///
/// # Errors
/// Storage errors.
pub async fn get(till: &Till) -> Result<CodesView, TillError> {
    Ok(of(till).await?.view())
}

/// Adds or changes a code of the shop's own, or chooses a default.
///
/// # Errors
/// `text_refused`; `tax_code_unknown` for a tax without a rate from 0 to 100; storage errors.
pub async fn save(till: &Till, request: CodeSaveRequest) -> Result<CodesView, TillError> {
    let mut codes = of(till).await?;
    apply(&mut codes, &request)?;
    keep(till, &codes).await
}

/// Removes a code of the shop's own; a shipped one with the same code is in force again.
///
/// # Errors
/// Storage errors.
pub async fn remove(till: &Till, request: CodeRemoveRequest) -> Result<CodesView, TillError> {
    let mut codes = of(till).await?;
    let table = table(request.kind);
    codes
        .own
        .retain(|own| own.table != table || own.code != request.code);
    let is_left = codes.with_own(shipped_rows(table), table);
    let default = codes.default_of(table);
    if default
        .as_ref()
        .is_some_and(|code| !is_left.iter().any(|row| row.code == *code))
    {
        *default = None;
    }
    keep(till, &codes).await
}

/// What products cost depends on the codes: everybody is told.
async fn keep(till: &Till, codes: &Codes) -> Result<CodesView, TillError> {
    till.store.set_setting(KEY, codes).await?;
    super::tell(till).await?;
    Ok(codes.view())
}

fn shipped_rows(table: Table) -> Box<dyn Iterator<Item = CodeView>> {
    match table {
        Table::Tax => Box::new(
            codes::tax_codes()
                .iter()
                .map(|tax| shipped(&tax.row, Some(tax.percent))),
        ),
        Table::Income => Box::new(codes::income_categories().iter().map(|row| shipped(row, None))),
        Table::Expense => Box::new(codes::expense_categories().iter().map(|row| shipped(row, None))),
    }
}

fn apply(codes: &mut Codes, request: &CodeSaveRequest) -> Result<(), TillError> {
    let table = table(request.kind);
    let code = fitting(&request.code)?;
    let is_plain = code.chars().all(|letter| letter.is_ascii_graphic());
    if code.is_empty() || !is_plain {
        return Err(ErrorCode::TextRefused.into());
    }
    if request.is_default {
        *codes.default_of(table) = Some(code.clone());
    }
    let is_shipped = shipped_rows(table).any(|row| row.code == code);
    if is_shipped && request.name.trim().is_empty() {
        return Ok(());
    }
    let name = fitting(&request.name)?;
    let rate = match table {
        Table::Tax => Some(rate(request.rate.as_deref())?),
        Table::Income | Table::Expense => None,
    };
    codes.own.retain(|own| own.table != table || own.code != code);
    if codes.own.len() >= MOST_OWN {
        return Err(ErrorCode::TextRefused.into());
    }
    codes.own.push(Own {
        table,
        code,
        name,
        rate,
    });
    Ok(())
}

fn rate(typed: Option<&str>) -> Result<Decimal, TillError> {
    let text = typed.unwrap_or_default().trim().replace(',', ".");
    let rate: Decimal = text.parse().map_err(|_| ErrorCode::TaxCodeUnknown)?;
    if rate.is_sign_negative() || rate > Decimal::ONE_HUNDRED {
        return Err(ErrorCode::TaxCodeUnknown.into());
    }
    Ok(rate.normalize())
}

fn fitting(typed: &str) -> Result<String, TillError> {
    let clean = text::clean(typed, MOST_CHARS.saturating_add(1));
    if clean.chars().count() > MOST_CHARS {
        Err(ErrorCode::TextRefused.into())
    } else {
        Ok(clean)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(code: &str, name: &str, rate: Option<&str>) -> CodeSaveRequest {
        CodeSaveRequest {
            kind: CodeKind::Tax,
            code: code.to_owned(),
            name: name.to_owned(),
            rate: rate.map(str::to_owned),
            is_default: false,
        }
    }

    #[test]
    fn a_code_of_the_shops_own_takes_the_place_of_a_shipped_one() {
        let mut codes = Codes::default();
        assert_eq!(codes.rate_of("TAX_CODE_10"), Some(Decimal::TEN));
        apply(&mut codes, &request("TAX_CODE_10", "Thuế 7", Some("7,5"))).unwrap();
        assert_eq!(codes.rate_of("TAX_CODE_10"), Some(Decimal::new(75, 1)));
        let rows = codes.view().tax;
        assert_eq!(rows.iter().filter(|row| row.code == "TAX_CODE_10").count(), 1);
        assert_eq!(codes.rate_of("VAT"), None);
    }

    #[test]
    fn a_shipped_code_can_be_the_default_as_it_is() {
        let mut codes = Codes::default();
        let wanted = CodeSaveRequest {
            is_default: true,
            ..request("TAX_CODE_8", "", None)
        };
        apply(&mut codes, &wanted).unwrap();
        assert_eq!(codes.default_tax(), "TAX_CODE_8");
        assert!(codes.own.is_empty());
    }

    #[test]
    fn codes_that_make_no_sense_are_refused() {
        let mut codes = Codes::default();
        for (code, name, rate) in [
            ("", "x", Some("8")),
            ("mã thuế", "x", Some("8")),
            ("T1", "x", None),
            ("T1", "x", Some("101")),
            ("T1", "x", Some("-1")),
            ("T1", &*"x".repeat(61), Some("8")),
        ] {
            assert!(
                apply(&mut codes, &request(code, name, rate)).is_err(),
                "{code} {rate:?}"
            );
        }
    }
}
