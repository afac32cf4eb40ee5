//! Instalment plans (contract §10.1). The names inside the answer's lists are not published: those here are `[I]`,
//! as are the plans themselves, but for three payments without interest.

use chrono::Months;
use dong::Dong;
use serde_json::{Map, Value, json};

use super::fields::Fields;
use super::parties;
use super::refusal::Refusal;
use super::setting::Setting;
use crate::assumptions::fundiin::FIRST_PART_PERCENTS;
use crate::clock;

/// How an amount is spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Number of payments, the first included.
    pub(crate) payments: u32,
    /// Share of the first, in percent of the amount.
    pub(crate) first_percent: i64,
    /// What every later month costs, in thousandths of what is left after the first.
    pub(crate) fee_permille: i64,
}

/// `[I]` What an order without a plan gets.
pub(crate) const DEFAULT_PLAN: Plan = Plan {
    payments: 3,
    first_percent: FIRST_PART_PERCENTS[0],
    fee_permille: 0,
};

const OFFERED: [(u32, i64); 2] = [(3, 0), (6, 15)];

/// The plan with this `packageId`.
pub(crate) fn with_id(package_id: &str) -> Option<Plan> {
    let of = |percent| offered(percent).into_iter();
    FIRST_PART_PERCENTS
        .into_iter()
        .flat_map(of)
        .find(|plan| plan.id() == package_id)
}

fn offered(first_percent: i64) -> [Plan; 2] {
    OFFERED.map(|(payments, fee_permille)| Plan {
        payments,
        first_percent,
        fee_permille,
    })
}

/// POST `/v2/installments/packages`.
pub(crate) fn packages(fields: &Fields<'_>, setting: &Setting<'_>) -> Result<Map<String, Value>, Refusal> {
    let merchant_id = fields.required_text("merchantId")?;
    parties::check_language(fields)?;
    fields.texts(&["description"])?;
    fields.list("items")?;
    let percent = match fields.number("firstInstallmentPercent")? {
        None => DEFAULT_PLAN.first_percent,
        Some(share) => FIRST_PART_PERCENTS
            .into_iter()
            .find(|percent| share_text(*percent) == share.trim_end_matches('0'))
            .ok_or_else(|| fields.wrong("firstInstallmentPercent"))?,
    };
    let amount = fields.money("amount")?;
    parties::check_merchant(merchant_id, setting)?;
    let amount = parties::valid_amount(amount)?;
    let firsts = FIRST_PART_PERCENTS.map(|percent| {
        let first = Plan {
            first_percent: percent,
            ..DEFAULT_PLAN
        }
        .first_part(amount);
        json!({ "firstInstallmentPercent": share_text(percent), "amount": money(first) })
    });
    let packs: Vec<Value> = offered(percent)
        .iter()
        .map(|plan| plan.pack(amount, setting.now_ms))
        .collect();
    Ok(Map::from_iter([
        ("firstInstallmentPercent".to_owned(), share_text(percent).into()),
        ("firstInstallments".to_owned(), Value::from(firsts.to_vec())),
        ("installmentPacks".to_owned(), packs.into()),
    ]))
}

impl Plan {
    fn id(self) -> String {
        format!("FDN-{}X-{}", self.payments, self.first_percent)
    }

    /// What is due at the beginning.
    pub(crate) fn first_part(self, amount: Dong) -> Dong {
        Dong::new(amount.get().saturating_mul(self.first_percent).div_euclid(100))
    }

    fn later_payments(self) -> i64 {
        i64::from(self.payments).saturating_sub(1).max(1)
    }

    fn fee(self, amount: Dong) -> i64 {
        let rest = amount.get().saturating_sub(self.first_part(amount).get());
        rest.saturating_mul(self.fee_permille)
            .saturating_mul(self.later_payments())
            .div_euclid(1_000)
    }

    fn pack(self, amount: Dong, now_ms: i64) -> Value {
        let total = amount.get().saturating_add(self.fee(amount));
        let first = self.first_part(amount).get();
        let rest = total.saturating_sub(first);
        let monthly = rest.div_euclid(self.later_payments());
        let last = rest.saturating_sub(monthly.saturating_mul(self.later_payments().saturating_sub(1)));
        let parts = (0..self.payments).map(|number| {
            let is_last = number.saturating_add(1) == self.payments;
            let part = if number == 0 {
                first
            } else if is_last {
                last
            } else {
                monthly
            };
            json!({
                "no": number.saturating_add(1),
                "dueDate": due_date(now_ms, number),
                "amount": money(Dong::new(part)),
            })
        });
        json!({
            "packageId": self.id(),
            "packageName": format!("{} kỳ", self.payments),
            "numberOfInstallments": self.payments,
            "firstInstallmentAmount": money(Dong::new(first)),
            "monthlyAmount": money(Dong::new(monthly)),
            "feeAmount": money(Dong::new(self.fee(amount))),
            "totalAmount": money(Dong::new(total)),
            "schedule": parts.collect::<Vec<_>>(),
        })
    }
}

/// `{value, currency}`.
pub(crate) fn money(amount: Dong) -> Value {
    json!({ "value": amount.get(), "currency": "VND" })
}

fn share_text(percent: i64) -> String {
    format!("0.{percent:02}").trim_end_matches('0').to_owned()
}

fn due_date(now_ms: i64, months: u32) -> String {
    let day = clock::in_vietnam(now_ms).date_naive();
    let due = day.checked_add_months(Months::new(months));
    due.unwrap_or(day).format("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_plan_adds_up_to_its_total() {
        for plan in FIRST_PART_PERCENTS.into_iter().flat_map(offered) {
            for amount in [100_001, 400_000, 24_999_999] {
                let pack = plan.pack(Dong::new(amount), 1_768_438_800_000);
                let parts = pack["schedule"].as_array().unwrap();
                let sum: i64 = parts
                    .iter()
                    .map(|part| part["amount"]["value"].as_i64().unwrap())
                    .sum();
                assert_eq!(Some(sum), pack["totalAmount"]["value"].as_i64());
                assert_eq!(with_id(pack["packageId"].as_str().unwrap()), Some(plan));
            }
        }
        assert_eq!(with_id("packageId"), None);
    }

    #[test]
    fn due_dates_are_vietnams_and_stay_in_their_month() {
        let new_years_eve_evening_in_utc = 1_767_204_000_000;
        assert_eq!(due_date(new_years_eve_evening_in_utc, 0), "2026-01-01");
        let last_of_january = 1_769_821_200_000;
        assert_eq!(due_date(last_of_january, 1), "2026-02-28");
    }
}
