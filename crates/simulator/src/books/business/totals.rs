//! The sums of an invoice. No page says how they are made: these are believable ways `[I]`, rounded to the
//! dong, halves up.

use dong::Dong;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use super::invoice::{Line, tax_percent};
use crate::assumptions::business::{BusinessSwitches, TaxRounding};

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
    how: &BusinessSwitches,
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
    let taxed = if how.discount_comes_before_tax {
        kept
    } else {
        sub_total
    };
    let mut tax = Decimal::ZERO;
    for (percent, amount) in taxed_together(lines, &amounts, how.tax_rounding)? {
        let per = match tax_type {
            TaxType::Excluding => Decimal::ONE_HUNDRED,
            TaxType::Including => percent.checked_add(Decimal::ONE_HUNDRED)?,
            TaxType::NotApplicable => continue,
        };
        // The part of what is left after the discount, multiplied before it is divided.
        let part = amount.checked_mul(taxed)?.checked_mul(percent)?;
        let divisor = sub_total.max(Decimal::ONE).checked_mul(per)?;
        tax = tax.checked_add(rounded(part.checked_div(divisor)?))?;
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

/// Percentages with the amounts whose tax is rounded once.
fn taxed_together(
    lines: &[Line],
    amounts: &[Decimal],
    rounding: TaxRounding,
) -> Option<Vec<(Decimal, Decimal)>> {
    let mut groups: Vec<(Decimal, Decimal)> = Vec::new();
    for (line, amount) in lines.iter().zip(amounts) {
        let percent = tax_percent(&line.tax_code)?;
        let same = groups.iter_mut().find(|group| group.0 == percent);
        match same.filter(|_| rounding == TaxRounding::PerRate) {
            Some(group) => group.1 = group.1.checked_add(*amount)?,
            None => groups.push((percent, *amount)),
        }
    }
    Some(groups)
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
        let how = BusinessSwitches {
            discount_comes_before_tax: before,
            ..BusinessSwitches::default()
        };
        let totals = totals(lines, tax_type, discount, &how).unwrap();
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
    fn halves_go_up_once_for_each_rate_or_line_by_line() {
        let lines = [line(5, 1, 10), line(5, 1, 10), line(5, 1, 8)];
        let tax = |tax_rounding| {
            let how = BusinessSwitches {
                tax_rounding,
                ..BusinessSwitches::default()
            };
            totals(&lines, TaxType::Excluding, None, &how).unwrap().tax
        };
        assert_eq!(tax(TaxRounding::PerRate), Dong::new(1));
        assert_eq!(tax(TaxRounding::PerLine), Dong::new(2));
    }

    #[test]
    fn nothing_comes_to_nothing_and_too_much_is_refused() {
        let how = BusinessSwitches::default();
        let of = |line, tax_type| totals(&[line], tax_type, None, &how);
        assert_eq!(of(line(0, 1, 10), TaxType::Including).unwrap().total, Dong::ZERO);
        assert_eq!(of(line(i64::MAX, i64::MAX, 10), TaxType::Excluding), None);
        assert_eq!(of(line(i64::MAX, 2, 0), TaxType::NotApplicable), None);
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
