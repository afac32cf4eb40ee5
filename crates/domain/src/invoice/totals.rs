//! What an invoice comes to. Ours is a preview ("tạm tính") until the gateway has answered; its figures replace these.
//!
//! The gateway's arithmetic is not documented. Assumed: `[I]` the discount comes before tax and is shared out over the lines by
//! their sums; `[I]` tax is rounded half up to whole dong once for each rate.

use super::{Discount, InvoiceLine, TaxType};
use crate::rounding;
use dong::Dong;
use rust_decimal::Decimal;

/// More lines than any shop types.
pub const MOST_LINES: usize = 500;

/// What one line comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineTotal {
    /// Price × quantity.
    pub amount: Dong,
    /// Its part of the discount.
    pub discount: Dong,
    /// Its rate in percent; zero without tax.
    pub rate: Decimal,
}

/// The tax of all lines of one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateTotal {
    /// The rate in percent.
    pub rate: Decimal,
    /// What it is taken of, without the tax.
    pub base: Dong,
    /// The tax.
    pub tax: Dong,
}

/// What an invoice comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// Each line, in order.
    pub lines: Vec<LineTotal>,
    /// The sum of the lines.
    pub subtotal: Dong,
    /// What is taken off.
    pub discount: Dong,
    /// The tax of each rate, lowest first; empty without tax.
    pub rates: Vec<RateTotal>,
    /// The tax of all rates.
    pub tax: Dong,
    /// What is to be paid.
    pub total: Dong,
}

/// Why an invoice comes to nothing that could be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TotalsError {
    /// No line, or too many.
    #[error("an invoice has 1 to {MOST_LINES} lines")]
    Lines,
    /// A quantity is not above zero.
    #[error("quantity of line {0}")]
    Quantity(usize),
    /// A price is negative.
    #[error("price of line {0}")]
    Price(usize),
    /// A tax code is not in the table.
    #[error("tax code of line {0}")]
    TaxCode(usize),
    /// The discount is negative, over 100 % or more than the lines.
    #[error("discount")]
    Discount,
    /// A figure is beyond what can be counted.
    #[error("too large")]
    TooLarge,
}

/// Adds an invoice up. `rate_of` gives a tax code's rate in percent.
///
/// # Errors
/// The first thing that makes no sense; a line is named by its place from 0.
pub fn add_up(
    lines: &[InvoiceLine],
    tax_type: TaxType,
    discount: Discount,
    rate_of: impl Fn(&str) -> Option<Decimal>,
) -> Result<Totals, TotalsError> {
    if lines.is_empty() || lines.len() > MOST_LINES {
        return Err(TotalsError::Lines);
    }
    let mut totals = Vec::with_capacity(lines.len());
    for (place, line) in lines.iter().enumerate() {
        totals.push(line_total(place, line, tax_type, &rate_of)?);
    }
    let subtotal = Dong::checked_sum(totals.iter().map(|line| line.amount)).ok_or(TotalsError::TooLarge)?;
    let discount = taken_off(discount, subtotal)?;
    share_out(&mut totals, subtotal, discount)?;
    let rates = rates(&totals, tax_type)?;
    let tax = Dong::checked_sum(rates.iter().map(|rate| rate.tax)).ok_or(TotalsError::TooLarge)?;
    let reduced = subtotal.checked_sub(discount).ok_or(TotalsError::TooLarge)?;
    let total = match tax_type {
        TaxType::PriceExcludingTax => reduced.checked_add(tax).ok_or(TotalsError::TooLarge)?,
        TaxType::PriceIncludingTax | TaxType::TaxNotApplicable => reduced,
    };
    Ok(Totals {
        lines: totals,
        subtotal,
        discount,
        rates,
        tax,
        total,
    })
}

fn line_total(
    place: usize,
    line: &InvoiceLine,
    tax_type: TaxType,
    rate_of: impl Fn(&str) -> Option<Decimal>,
) -> Result<LineTotal, TotalsError> {
    if line.quantity <= 0 {
        return Err(TotalsError::Quantity(place));
    }
    if line.unit_price.is_negative() {
        return Err(TotalsError::Price(place));
    }
    let rate = match tax_type {
        TaxType::TaxNotApplicable => Decimal::ZERO,
        TaxType::PriceExcludingTax | TaxType::PriceIncludingTax => rate_of(&line.tax_code)
            .filter(|rate| !rate.is_sign_negative())
            .ok_or(TotalsError::TaxCode(place))?,
    };
    Ok(LineTotal {
        amount: line
            .unit_price
            .checked_mul(line.quantity)
            .ok_or(TotalsError::TooLarge)?,
        discount: Dong::ZERO,
        rate,
    })
}

fn taken_off(discount: Discount, subtotal: Dong) -> Result<Dong, TotalsError> {
    match discount {
        Discount::None => Ok(Dong::ZERO),
        Discount::Amount(amount) if amount.is_negative() || amount > subtotal => Err(TotalsError::Discount),
        Discount::Amount(amount) => Ok(amount),
        Discount::Percent(percent) => {
            if percent.is_sign_negative() || percent > Decimal::ONE_HUNDRED {
                return Err(TotalsError::Discount);
            }
            let off = decimal(subtotal)
                .checked_mul(percent)
                .and_then(|product| product.checked_div(Decimal::ONE_HUNDRED));
            whole(off)
        }
    }
}

/// Each line gets its share rounded down; the dong left over go to the lines that lost most by that, the first of equals first.
fn share_out(lines: &mut [LineTotal], subtotal: Dong, discount: Dong) -> Result<(), TotalsError> {
    if discount.is_zero() || subtotal.is_zero() {
        return Ok(());
    }
    let (whole_sum, off) = (i128::from(subtotal.get()), i128::from(discount.get()));
    let mut left = off;
    let mut losses = Vec::with_capacity(lines.len());
    for (place, line) in lines.iter_mut().enumerate() {
        let product = i128::from(line.amount.get()).saturating_mul(off);
        let share = product.div_euclid(whole_sum);
        line.discount = Dong::new(i64::try_from(share).map_err(|_| TotalsError::TooLarge)?);
        left = left.saturating_sub(share);
        losses.push((product.rem_euclid(whole_sum), place));
    }
    losses.sort_by(|(a, first), (b, second)| b.cmp(a).then(first.cmp(second)));
    let left = usize::try_from(left).map_err(|_| TotalsError::TooLarge)?;
    for (_, place) in losses.into_iter().take(left) {
        if let Some(line) = lines.get_mut(place) {
            line.discount = line
                .discount
                .checked_add(Dong::new(1))
                .ok_or(TotalsError::TooLarge)?;
        }
    }
    Ok(())
}

fn rates(lines: &[LineTotal], tax_type: TaxType) -> Result<Vec<RateTotal>, TotalsError> {
    if tax_type == TaxType::TaxNotApplicable {
        return Ok(Vec::new());
    }
    let mut found: Vec<Decimal> = lines.iter().map(|line| line.rate).collect();
    found.sort_unstable();
    found.dedup();
    found
        .into_iter()
        .map(|rate| rate_total(lines, rate, tax_type))
        .collect()
}

fn rate_total(lines: &[LineTotal], rate: Decimal, tax_type: TaxType) -> Result<RateTotal, TotalsError> {
    let of_rate = lines.iter().filter(|line| line.rate == rate);
    let sum = of_rate
        .map(|line| line.amount.checked_sub(line.discount))
        .try_fold(Dong::ZERO, |sum: Dong, amount| {
            amount.and_then(|amount| sum.checked_add(amount))
        });
    let sum = sum.ok_or(TotalsError::TooLarge)?;
    let divisor = match tax_type {
        TaxType::PriceIncludingTax => Decimal::ONE_HUNDRED.checked_add(rate),
        TaxType::PriceExcludingTax | TaxType::TaxNotApplicable => Some(Decimal::ONE_HUNDRED),
    };
    let tax = divisor.and_then(|divisor| decimal(sum).checked_mul(rate)?.checked_div(divisor));
    let tax = whole(tax)?;
    let base = match tax_type {
        TaxType::PriceIncludingTax => sum.checked_sub(tax).ok_or(TotalsError::TooLarge)?,
        TaxType::PriceExcludingTax | TaxType::TaxNotApplicable => sum,
    };
    Ok(RateTotal { rate, base, tax })
}

fn decimal(amount: Dong) -> Decimal {
    Decimal::from(amount.get())
}

fn whole(amount: Option<Decimal>) -> Result<Dong, TotalsError> {
    amount.and_then(rounding::whole).ok_or(TotalsError::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(quantity: i64, price: i64, tax_code: &str) -> InvoiceLine {
        InvoiceLine {
            product_id: None,
            sku: "S".to_owned(),
            name: "Cà phê".to_owned(),
            unit: "ly".to_owned(),
            quantity,
            unit_price: Dong::new(price),
            tax_code: tax_code.to_owned(),
            note: String::new(),
        }
    }

    fn rate_of(code: &str) -> Option<Decimal> {
        code.strip_prefix("TAX_CODE_")?.parse().ok()
    }

    fn sums(lines: &[InvoiceLine], tax_type: TaxType, discount: Discount) -> [i64; 4] {
        let all = add_up(lines, tax_type, discount, rate_of).unwrap();
        [
            all.subtotal.get(),
            all.discount.get(),
            all.tax.get(),
            all.total.get(),
        ]
    }

    #[test]
    fn the_three_tax_types() {
        let lines = [line(2, 100_000, "TAX_CODE_10"), line(1, 50_000, "TAX_CODE_8")];
        let of = |tax_type| sums(&lines, tax_type, Discount::None);
        assert_eq!(of(TaxType::PriceExcludingTax), [250_000, 0, 24_000, 274_000]);
        assert_eq!(of(TaxType::PriceIncludingTax), [250_000, 0, 21_886, 250_000]);
        assert_eq!(of(TaxType::TaxNotApplicable), [250_000, 0, 0, 250_000]);
    }

    #[test]
    fn a_discount_is_shared_out_to_the_last_dong() {
        let lines = [
            line(1, 10, "TAX_CODE_10"),
            line(1, 10, "TAX_CODE_10"),
            line(1, 10, "TAX_CODE_10"),
        ];
        let all = add_up(
            &lines,
            TaxType::TaxNotApplicable,
            Discount::Amount(Dong::new(10)),
            rate_of,
        )
        .unwrap();
        let shares: Vec<_> = all.lines.iter().map(|one| one.discount.get()).collect();
        assert_eq!(shares, [4, 3, 3]);
        assert_eq!(all.total, Dong::new(20));
    }

    #[test]
    fn a_percentage_is_rounded_half_up_once() {
        let half = Discount::Percent(Decimal::new(125, 1));
        assert_eq!(
            sums(&[line(1, 1_004, "")], TaxType::TaxNotApplicable, half),
            [1_004, 126, 0, 878]
        );
        let all = Discount::Percent(Decimal::ONE_HUNDRED);
        assert_eq!(
            sums(&[line(3, 7, "TAX_CODE_10")], TaxType::PriceExcludingTax, all),
            [21, 21, 0, 0]
        );
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        let error = |lines: &[InvoiceLine], discount| {
            add_up(lines, TaxType::PriceExcludingTax, discount, rate_of).unwrap_err()
        };
        let good = line(1, 1_000, "TAX_CODE_10");
        assert_eq!(error(&[], Discount::None), TotalsError::Lines);
        assert_eq!(
            error(&vec![good.clone(); MOST_LINES + 1], Discount::None),
            TotalsError::Lines
        );
        assert_eq!(
            error(&[good.clone(), line(0, 1, "TAX_CODE_10")], Discount::None),
            TotalsError::Quantity(1)
        );
        assert_eq!(
            error(&[line(1, -1, "TAX_CODE_10")], Discount::None),
            TotalsError::Price(0)
        );
        assert_eq!(
            error(&[line(1, 1, "VAT")], Discount::None),
            TotalsError::TaxCode(0)
        );
        let dear = line(1_000_000_000, i64::MAX / 2, "TAX_CODE_10");
        assert_eq!(error(&[dear], Discount::None), TotalsError::TooLarge);
        for discount in [
            Discount::Percent(Decimal::new(1001, 1)),
            Discount::Percent(Decimal::NEGATIVE_ONE),
            Discount::Amount(Dong::new(1_001)),
            Discount::Amount(Dong::new(-1)),
        ] {
            assert_eq!(
                error(std::slice::from_ref(&good), discount),
                TotalsError::Discount
            );
        }
    }

    fn lines() -> impl Strategy<Value = Vec<InvoiceLine>> {
        let code = prop::sample::select(vec!["TAX_CODE_0", "TAX_CODE_5", "TAX_CODE_8", "TAX_CODE_10"]);
        let one = (1i64..1_000, 0i64..50_000_000, code)
            .prop_map(|(quantity, price, code)| line(quantity, price, code));
        prop::collection::vec(one, 1..40)
    }

    fn tax_types() -> impl Strategy<Value = TaxType> {
        prop::sample::select(vec![
            TaxType::PriceExcludingTax,
            TaxType::PriceIncludingTax,
            TaxType::TaxNotApplicable,
        ])
    }

    fn sum(amounts: impl Iterator<Item = Dong>) -> i64 {
        amounts.map(Dong::get).sum()
    }

    proptest! {
        /// Whatever is bought, taxed and taken off: the parts come to the whole, to the dong.
        #[test]
        fn no_dong_is_lost_or_made(
            lines in lines(),
            tax_type in tax_types(),
            permille in 0u32..=1_000,
            is_amount: bool,
        ) {
            let subtotal: i64 = lines.iter().map(|line| line.quantity * line.unit_price.get()).sum();
            let discount = if is_amount {
                Discount::Amount(Dong::new(subtotal / 1_000 * i64::from(permille)))
            } else {
                Discount::Percent(Decimal::from(permille) / Decimal::TEN)
            };
            let all = add_up(&lines, tax_type, discount, rate_of).unwrap();
            prop_assert_eq!(all.subtotal.get(), subtotal);
            prop_assert_eq!(sum(all.lines.iter().map(|line| line.discount)), all.discount.get());
            prop_assert!(all.lines.iter().all(|line| line.discount <= line.amount && !line.discount.is_negative()));
            prop_assert_eq!(sum(all.rates.iter().map(|rate| rate.tax)), all.tax.get());
            let reduced = subtotal - all.discount.get();
            let bases = sum(all.rates.iter().map(|rate| rate.base));
            match tax_type {
                TaxType::PriceExcludingTax => {
                    prop_assert_eq!(bases, reduced);
                    prop_assert_eq!(all.total.get(), bases + all.tax.get());
                }
                TaxType::PriceIncludingTax => {
                    prop_assert_eq!(bases + all.tax.get(), reduced);
                    prop_assert_eq!(all.total.get(), reduced);
                }
                TaxType::TaxNotApplicable => prop_assert_eq!(all.total.get(), reduced),
            }
            for rate in &all.rates {
                let exact = Decimal::from(rate.base.get()) * rate.rate / Decimal::ONE_HUNDRED;
                prop_assert!((exact - Decimal::from(rate.tax.get())).abs() <= Decimal::ONE);
            }
        }

        #[test]
        fn the_order_of_lines_changes_nothing(mut lines in lines(), tax_type in tax_types()) {
            let discount = Discount::Percent(Decimal::from(7));
            let before = add_up(&lines, tax_type, discount, rate_of).unwrap();
            lines.reverse();
            let after = add_up(&lines, tax_type, discount, rate_of).unwrap();
            prop_assert_eq!((before.subtotal, before.discount), (after.subtotal, after.discount));
            let apart = (before.total.get() - after.total.get()).abs();
            prop_assert!(apart <= i64::try_from(before.rates.len()).unwrap());
        }
    }
}
