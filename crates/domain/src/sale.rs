//! A sale at the counter: one bill, paid by one or several payments and cash.

use crate::{Environment, Payment, ProductId, SaleId, UnixMs, Verdict};
use dong::Dong;
use serde::{Deserialize, Serialize};

/// Where a sale came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SaleKind {
    /// Opened at the counter.
    Counter,
    /// Made with an invoice; the counter never shows it.
    Invoice,
}

impl SaleKind {
    /// The word stored with rows.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Invoice => "invoice",
        }
    }

    /// The kind a stored word names.
    #[must_use]
    pub fn from_stored(word: &str) -> Option<Self> {
        [Self::Counter, Self::Invoice]
            .into_iter()
            .find(|known| known.as_str() == word)
    }
}

/// One thing on a bill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaleLine {
    /// The product in our own books, when it came from there.
    pub product_id: Option<ProductId>,
    /// Its name as shown.
    pub name: String,
    /// Its unit as shown; may be empty.
    pub unit: String,
    /// How many.
    pub quantity: i64,
    /// The price of one.
    pub unit_price: Dong,
}

impl SaleLine {
    /// Price × quantity. `None` when it leaves the range.
    #[must_use]
    pub const fn amount(&self) -> Option<Dong> {
        self.unit_price.checked_mul(self.quantity)
    }
}

/// One bill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sale {
    /// Its id.
    pub id: SaleId,
    /// The world it lives in.
    pub environment: Environment,
    /// Its running number in that world, for people.
    pub number: i64,
    /// Where it came from.
    pub kind: SaleKind,
    /// A name or table the cashier gave it; an invoice's customer.
    pub name: String,
    /// What is on it; empty when the bill was entered as one sum.
    pub lines: Vec<SaleLine>,
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
    /// What the lines come to, zero without any. `None` when it leaves the range.
    #[must_use]
    pub fn lines_total(&self) -> Option<Dong> {
        lines_total(&self.lines)
    }

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

/// What lines come to, zero without any. `None` when it leaves the range.
#[must_use]
pub fn lines_total(lines: &[SaleLine]) -> Option<Dong> {
    lines
        .iter()
        .try_fold(Dong::ZERO, |sum, line| sum.checked_add(line.amount()?))
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
            kind: SaleKind::Counter,
            name: String::new(),
            lines: Vec::new(),
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

    fn line(quantity: i64, unit_price: i64) -> SaleLine {
        SaleLine {
            product_id: None,
            name: "Cà phê sữa đá".to_owned(),
            unit: "ly".to_owned(),
            quantity,
            unit_price: Dong::new(unit_price),
        }
    }

    #[test]
    fn lines_add_up_or_say_that_they_cannot() {
        let with = |lines| Sale { lines, ..sale(1, 0) };
        let bill = with(vec![line(3, 25_000), line(1, 18_000)]);
        assert_eq!(bill.lines_total(), Some(Dong::new(93_000)));
        assert_eq!(with(Vec::new()).lines_total(), Some(Dong::ZERO));
        let most = Dong::MAX.get();
        assert_eq!(line(2, most).amount(), None);
        assert_eq!(with(vec![line(1, most), line(1, 1)]).lines_total(), None);
    }

    #[test]
    fn stored_words_read_back() {
        for kind in [SaleKind::Counter, SaleKind::Invoice] {
            assert_eq!(SaleKind::from_stored(kind.as_str()), Some(kind));
        }
        assert_eq!(SaleKind::from_stored("table"), None);
    }
}
