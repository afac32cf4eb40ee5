//! A sale at the counter: one bill, paid by one or several payments and cash.

use crate::{Environment, Payment, SaleId, UnixMs, Verdict};
use dong::Dong;

/// One bill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sale {
    /// Its id.
    pub id: SaleId,
    /// The world it lives in.
    pub environment: Environment,
    /// Its running number in that world, for people.
    pub number: i64,
    /// A name or table the cashier gave it.
    pub name: String,
    /// The bill, once entered.
    pub amount: Option<Dong>,
    /// Cash taken for the rest.
    pub cash: Dong,
    /// When it was opened.
    pub opened_at: UnixMs,
    /// When the cashier finished it.
    pub closed_at: Option<UnixMs>,
}

/// What a sale's payments and cash come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaleBalance {
    /// Certainly received, transfers and cash.
    pub received: Dong,
    /// Still missing; zero when all is there.
    pub missing: Dong,
    /// To be given back; zero when nothing is.
    pub give_back: Dong,
    /// Whether a payment's sum is not known, so that the figures above are a lower bound.
    pub is_uncertain: bool,
}

impl Sale {
    /// Adds up what came in against the bill. `None` before an amount was entered or when the sums leave the range.
    #[must_use]
    pub fn balance(&self, payments: &[Payment]) -> Option<SaleBalance> {
        let bill = self.amount?;
        let mut received = self.cash;
        let mut is_uncertain = false;
        for payment in payments {
            let verdict = payment.verdict();
            match payment.received() {
                Some(sum) if verdict.has_money() => received = received.checked_add(sum)?,
                _ if verdict == Verdict::Unknown || verdict.has_money() => is_uncertain = true,
                _ => {}
            }
        }
        let open = bill.checked_sub(received)?;
        let (missing, give_back) = if open.is_negative() {
            (Dong::ZERO, received.checked_sub(bill)?)
        } else {
            (open, Dong::ZERO)
        };
        Some(SaleBalance {
            received,
            missing,
            give_back,
            is_uncertain,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Heard, Method, sample};
    use uuid::Uuid;

    fn sale(bill: i64, cash: i64) -> Sale {
        Sale {
            id: SaleId::new(Uuid::from_u128(1)),
            environment: Environment::Practice,
            number: 1,
            name: String::new(),
            amount: Some(Dong::new(bill)),
            cash: Dong::new(cash),
            opened_at: 0,
            closed_at: None,
        }
    }

    fn payment(amount: i64, status: &str, received: Option<i64>) -> Payment {
        Payment {
            heard: Some(Heard {
                received: received.map(Dong::new),
                ..sample::heard(Method::Transfer, status)
            }),
            ..sample::transfer(amount)
        }
    }

    #[test]
    fn short_then_the_rest_adds_up() {
        let payments = [
            payment(200_000, "partial_paid", Some(200)),
            payment(199_800, "paid", None),
        ];
        let balance = sale(200_000, 0).balance(&payments).unwrap();
        assert_eq!(
            balance,
            SaleBalance {
                received: Dong::new(200_000),
                missing: Dong::ZERO,
                give_back: Dong::ZERO,
                is_uncertain: false
            }
        );
    }

    #[test]
    fn money_too_much_is_to_be_given_back_never_kept() {
        let balance = sale(100_000, 20_000)
            .balance(&[payment(100_000, "extra_paid", Some(150_000))])
            .unwrap();
        assert_eq!(
            (balance.missing, balance.give_back),
            (Dong::ZERO, Dong::new(70_000))
        );
    }

    #[test]
    fn a_short_payment_without_a_figure_leaves_the_sum_uncertain() {
        let balance = sale(100_000, 0)
            .balance(&[payment(100_000, "partial_paid", None)])
            .unwrap();
        assert!(balance.is_uncertain);
        assert_eq!(balance.missing, Dong::new(100_000));
    }
}
