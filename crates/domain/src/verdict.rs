//! The verdict: what the gateway's answer means against the bill.

use crate::payment::{GatewayStatus, Heard};
use dong::Dong;
use serde::{Deserialize, Serialize};

/// The six verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// Nothing received.
    Unpaid,
    /// Received exactly (đủ).
    Paid,
    /// Received less (thiếu).
    Short,
    /// Received more (thừa).
    Over,
    /// Received exactly, but after the QR had run out.
    Late,
    /// No clear answer, a status we do not know, or an answer that contradicts itself.
    Unknown,
}

impl Verdict {
    /// The word stored with rows and used in filters.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unpaid => "unpaid",
            Self::Paid => "paid",
            Self::Short => "short",
            Self::Over => "over",
            Self::Late => "late",
            Self::Unknown => "unknown",
        }
    }

    /// Whether money has come in.
    #[must_use]
    pub const fn has_money(self) -> bool {
        matches!(self, Self::Paid | Self::Short | Self::Over | Self::Late)
    }
}

/// Judges what was heard against the amount asked.
///
/// The gateway's status decides. Its figures can only make us less sure: a `paid` whose own sum is another one is
/// [`Verdict::Unknown`], never paid.
#[must_use]
pub fn judge(asked: Dong, heard: &Heard, is_late: bool) -> Verdict {
    if heard.amount.is_some_and(|amount| amount != asked) {
        return Verdict::Unknown;
    }
    let agrees =
        |test: fn(&Dong, &Dong) -> bool| heard.received.is_none_or(|received| test(&received, &asked));
    match &heard.status {
        GatewayStatus::Unpaid
        | GatewayStatus::Initial
        | GatewayStatus::Waiting
        | GatewayStatus::Pending
        | GatewayStatus::Fail
            if heard.received.is_none_or(|received| received.is_zero()) =>
        {
            Verdict::Unpaid
        }
        GatewayStatus::Paid | GatewayStatus::Success if agrees(Dong::eq) => {
            if is_late {
                Verdict::Late
            } else {
                Verdict::Paid
            }
        }
        GatewayStatus::PartialPaid if agrees(Dong::lt) => Verdict::Short,
        GatewayStatus::ExtraPaid if agrees(Dong::gt) => Verdict::Over,
        _ => Verdict::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Gateway, Method, sample};
    use proptest::prelude::*;

    fn heard(status: &str, received: Option<i64>) -> Heard {
        Heard {
            received: received.map(Dong::new),
            ..sample::heard(Method::Transfer, status)
        }
    }

    fn verdict(status: &str, received: Option<i64>) -> Verdict {
        judge(Dong::new(200_000), &heard(status, received), false)
    }

    #[test]
    fn the_status_alone_is_enough() {
        assert_eq!(verdict("unpaid", None), Verdict::Unpaid);
        assert_eq!(verdict("paid", None), Verdict::Paid);
        assert_eq!(verdict("partial_paid", None), Verdict::Short);
        assert_eq!(verdict("extra_paid", None), Verdict::Over);
        assert_eq!(verdict("refunding", None), Verdict::Unknown);
    }

    #[test]
    fn two_hundred_dong_is_never_two_hundred_thousand() {
        assert_eq!(verdict("partial_paid", Some(200)), Verdict::Short);
        assert_eq!(verdict("paid", Some(200)), Verdict::Unknown);
        assert_eq!(verdict("extra_paid", Some(200)), Verdict::Unknown);
    }

    #[test]
    fn another_amount_at_the_gateway_is_unknown() {
        let odd = Heard {
            amount: Some(Dong::new(20_000)),
            ..heard("paid", None)
        };
        assert_eq!(judge(Dong::new(200_000), &odd, false), Verdict::Unknown);
    }

    #[test]
    fn late_money_is_late_only_when_it_is_all_there() {
        assert_eq!(judge(Dong::new(5), &heard("paid", None), true), Verdict::Late);
        assert_eq!(
            judge(Dong::new(5), &heard("partial_paid", None), true),
            Verdict::Short
        );
    }

    proptest! {
        #[test]
        fn an_instalment_is_paid_only_by_success(status in "[A-Za-z_]{0,9}") {
            let heard = sample::heard(Method::Instalment, &status);
            let is_paid = judge(Dong::new(3_000_000), &heard, false) == Verdict::Paid;
            prop_assert_eq!(is_paid, status.eq_ignore_ascii_case("success"));
            prop_assert_eq!(heard.status.as_str().to_ascii_lowercase(), status.to_ascii_lowercase());
            let other = GatewayStatus::from_wire(Gateway::FinanOne, &status);
            prop_assert!(!matches!(other, GatewayStatus::Success));
        }

        #[test]
        fn paid_only_if_the_gateway_says_so(status in "[a-z_]{0,14}", received in proptest::option::of(0i64..1_000_000), late: bool) {
            let verdict = judge(Dong::new(200_000), &heard(&status, received), late);
            if matches!(verdict, Verdict::Paid | Verdict::Late) {
                prop_assert_eq!(status.as_str(), "paid");
                prop_assert!(received.is_none_or(|sum| sum == 200_000));
            }
        }
    }
}
