//! The sums of an invoice. No page says how they are made: this is one believable way `[I]`, rounded to the
//! dong, halves up, tax line by line.

use dong::Dong;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use super::invoice::{Line, tax_percent};

/// What the prices of an invoice mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TaxType {
    Excluding,
    Including,
    NotApplicable,
}

impl TaxType {
    pub(crate) fn of(word: &str) -> Option<Self> {
        match word {
            "price_excluding_tax" => Some(Self::Excluding),
            "price_including_tax" => Some(Self::Including),
            "tax_not_applicable" => Some(Self::NotApplicable),
            _ => None,
        }
    }
}

/// A discount on the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Discount {
    Percent(Decimal),
    Amount(Decimal),
}

/// What an invoice comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Totals {
    /// The lines, before discount.
    pub(crate) sub_total: Dong,
    pub(crate) discount: Dong,
    pub(crate) tax: Dong,
    pub(crate) total: Dong,
}

/// Adds up; none when a number does not fit.
pub(crate) fn totals(
    lines: &[Line],
    tax_type: TaxType,
    discount: Option<Discount>,
    discount_comes_before_tax: bool,
) -> Option<Totals> {
    let amounts: Option<Vec<Decimal>> = lines.iter().map(amount).collect();
    let amounts = amounts?;
    let sub_total = amounts
        .iter()
        .try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(*amount))?;
    let off = match discount {
        None => Decimal::ZERO,
        Some(Discount::Percent(percent)) => rounded(
            sub_total
                .checked_mul(percent)?
                .checked_div(Decimal::ONE_HUNDRED)?,
        ),
        Some(Discount::Amount(amount)) => rounded(amount).min(sub_total),
    };
    let kept = sub_total.checked_sub(off)?;
    let taxed = if discount_comes_before_tax {
        kept
    } else {
        sub_total
    };
    let mut tax = Decimal::ZERO;
    for (line, amount) in lines.iter().zip(&amounts) {
        // The line's share of what is left after the discount, multiplied before it is divided.
        let share = if sub_total.is_zero() {
            (Decimal::ZERO, Decimal::ONE)
        } else {
            (taxed, sub_total)
        };
        let of_line = amount.checked_mul(share.0)?;
        let percent = tax_percent(&line.tax_code)?;
        let per = match tax_type {
            TaxType::Excluding => Decimal::ONE_HUNDRED,
            TaxType::Including => percent.checked_add(Decimal::ONE_HUNDRED)?,
            TaxType::NotApplicable => continue,
        };
        let divisor = share.1.checked_mul(per)?;
        tax = tax.checked_add(rounded(of_line.checked_mul(percent)?.checked_div(divisor)?))?;
    }
    let total = match tax_type {
        TaxType::Excluding => kept.checked_add(tax)?,
        TaxType::Including | TaxType::NotApplicable => kept,
    };
    Some(Totals {
        sub_total: dong(sub_total)?,
        discount: dong(off)?,
        tax: dong(tax)?,
        total: dong(total)?,
    })
}

fn amount(line: &Line) -> Option<Decimal> {
    Decimal::from(line.unit_price.get()).checked_mul(Decimal::from(line.quantity))
}

fn rounded(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
}

fn dong(amount: Decimal) -> Option<Dong> {
    amount.to_i64().map(Dong::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(unit_price: i64, quantity: i64, percent: u32) -> Line {
        Line {
            code: "S".to_owned(),
            name: "S".to_owned(),
            unit_price: Dong::new(unit_price),
            quantity,
            tax_code: format!("TAX_CODE_{percent}"),
            note: None,
        }
    }

    fn sums(lines: &[Line], tax_type: TaxType, discount: Option<Discount>, before: bool) -> [i64; 4] {
        let totals = totals(lines, tax_type, discount, before).unwrap();
        [totals.sub_total, totals.discount, totals.tax, totals.total].map(Dong::get)
    }

    #[test]
    fn tax_is_on_top_inside_or_nowhere() {
        let lines = [line(100_000, 2, 10), line(50_000, 1, 8)];
        assert_eq!(
            sums(&lines, TaxType::Excluding, None, true),
            [250_000, 0, 24_000, 274_000]
        );
        assert_eq!(
            sums(&lines, TaxType::Including, None, true),
            [250_000, 0, 21_886, 250_000]
        );
        assert_eq!(
            sums(&lines, TaxType::NotApplicable, None, true),
            [250_000, 0, 0, 250_000]
        );
    }

    #[test]
    fn a_discount_lowers_the_tax_only_when_it_comes_before() {
        let lines = [line(100_000, 1, 10)];
        let half = Some(Discount::Percent(Decimal::from(50)));
        assert_eq!(
            sums(&lines, TaxType::Excluding, half, true),
            [100_000, 50_000, 5_000, 55_000]
        );
        assert_eq!(
            sums(&lines, TaxType::Excluding, half, false),
            [100_000, 50_000, 10_000, 60_000]
        );
        let more_than_all = Some(Discount::Amount(Decimal::from(200_000)));
        assert_eq!(
            sums(&lines, TaxType::Excluding, more_than_all, true),
            [100_000, 100_000, 0, 0]
        );
    }

    #[test]
    fn halves_go_up_line_by_line_and_too_much_is_refused() {
        let lines = [line(5, 1, 10), line(5, 1, 10)];
        assert_eq!(sums(&lines, TaxType::Excluding, None, true), [10, 0, 2, 12]);
        assert_eq!(
            totals(&[line(i64::MAX, i64::MAX, 10)], TaxType::Excluding, None, true),
            None
        );
        assert_eq!(
            totals(&[line(i64::MAX, 2, 0)], TaxType::NotApplicable, None, true),
            None
        );
    }

    #[test]
    fn only_whole_percentages_up_to_a_hundred_are_rates() {
        assert_eq!(tax_percent("TAX_CODE_8"), Some(Decimal::from(8)));
        for code in [
            "TAX_CODE_",
            "TAX_CODE_101",
            "TAX_CODE_-1",
            "TAX_CODE_+1",
            "tax_code_8",
            "VAT",
        ] {
            assert_eq!(tax_percent(code), None, "{code}");
        }
    }
}
