//! The plans that the gateway offers for an amount.

use super::heard::merchant_of;
use super::{lang, refused_call, refused_field};
use crate::{Till, TillError, amounts, ids, sales};
use chrono::NaiveDate;
use contract::instalment::{FirstPartChoice, PlansRequest, PlansView};
use domain::{Plan, PlanPart, text};
use fundiin::installments::{FirstPart, FirstPercent, Pack, Packages, PackagesRequest, Part};
use gateway::Priority;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Names of the gateway are cut to this many characters.
const MOST_NAME_CHARS: usize = 80;
/// Longer ids are none.
const MOST_ID_CHARS: usize = 100;
/// More plans and parts than any screen holds are left out.
const MOST_ROWS: usize = 24;

/// Asks for the plans. None is fine: the customer chooses on the gateway's page then.
///
/// # Errors
/// The way to the gateway, its refusal with its word, no keys, `instalment_not_set_up`.
pub async fn plans(till: &Till, request: PlansRequest) -> Result<PlansView, TillError> {
    let amount = amounts::check(request.amount)?;
    let line = till.line();
    let client = line.instalments.client()?;
    let sale = sales::of(till, ids::sale(&request.sale_id)?).await?;
    let first_percent = request.first_percent.map(FirstPercent::new).transpose();
    let wanted = PackagesRequest {
        merchant: merchant_of(till, &line).await?,
        amount,
        lang: Some(lang(till)),
        first_percent: first_percent.map_err(|invalid| refused_field(&invalid))?,
        description: None,
        items: Vec::new(),
    };
    let answer = client
        .installment_packages(&wanted, Priority::Click)
        .await
        .map_err(refused_call)?;
    let Packages {
        first_percent,
        first_parts,
        packs,
        ..
    } = answer.value;
    let plans: Vec<Plan> = packs
        .into_iter()
        .filter(has_plain_id)
        .take(MOST_ROWS)
        .map(plan)
        .collect();
    till.offers.keep(sale.id, plans.clone());
    Ok(PlansView {
        first_percent: first_percent.as_deref().and_then(whole_percent),
        first_parts: first_parts.iter().take(MOST_ROWS).filter_map(choice).collect(),
        plans: plans.into_iter().map(Into::into).collect(),
    })
}

/// An id goes back as it came, so that one with anything hidden in it cannot be cleaned: its plan is left out.
fn has_plain_id(pack: &Pack) -> bool {
    text::clean(&pack.id, MOST_ID_CHARS) == pack.id
}

fn plan(pack: Pack) -> Plan {
    Plan {
        id: pack.id,
        name: pack.name.map(|name| text::clean(&name, MOST_NAME_CHARS)),
        payments: pack.payments,
        first_amount: pack.first_amount,
        later_amount: pack.later_amount,
        fee: pack.fee,
        total: pack.total,
        parts: pack.parts.into_iter().take(MOST_ROWS).map(part).collect(),
    }
}

fn part(part: Part) -> PlanPart {
    PlanPart {
        amount: part.amount,
        due: part.due.as_deref().and_then(day),
    }
}

/// A day in any of the ways the gateway writes dates elsewhere, as `YYYY-MM-DD`.
fn day(text: &str) -> Option<String> {
    let date = text.trim().get(..10)?;
    ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(date, format).ok())
        .map(|day| day.format("%Y-%m-%d").to_string())
}

fn choice(first: &FirstPart) -> Option<FirstPartChoice> {
    Some(FirstPartChoice {
        percent: first.percent.as_deref().and_then(whole_percent)?,
        amount: first.amount,
    })
}

/// `0.3` and `30` are both 30 percent; what is not a whole percent cannot be asked for.
fn whole_percent(share: &str) -> Option<u8> {
    let share: Decimal = share.trim().trim_end_matches('%').trim().parse().ok()?;
    let percent = if share < Decimal::ONE {
        share.checked_mul(Decimal::ONE_HUNDRED)?
    } else {
        share
    };
    let percent = percent.normalize();
    let whole = percent.is_integer().then(|| percent.to_u8()).flatten()?;
    (1..=99).contains(&whole).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_read_exactly() {
        for (text, percent) in [("0.3", 30), ("30", 30), ("0.29", 29), ("33%", 33), (" 0.50 ", 50)] {
            assert_eq!(whole_percent(text), Some(percent), "{text}");
        }
        for odd in ["0", "0.333", "100", "-0.3", "ba mươi", ""] {
            assert_eq!(whole_percent(odd), None, "{odd}");
        }
    }

    #[test]
    fn days_are_read_in_the_gateways_ways() {
        for text in [
            "2026-12-01",
            "01-12-2026",
            "01/12/2026",
            "2026-12-01 00:00:00",
            "2026-12-01T00:00:00Z",
        ] {
            assert_eq!(day(text).as_deref(), Some("2026-12-01"), "{text}");
        }
        assert_eq!(day("tháng sau"), None);
        assert_eq!(day("ngày 1/12/2026 đó"), None);
    }
}
