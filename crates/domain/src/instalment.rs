//! What an instalment payment has besides what every payment has: its customer, its plan, its first part, and the steps taken on it.

use crate::step::{self, Step};
use crate::{IntentKind, IntentState, Method, Payment, payment::GatewayStatus};
use dong::Dong;
use serde::{Deserialize, Serialize};

/// The person who pays in instalments.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstalmentCustomer {
    /// Domestic digits, such as `0912345678`.
    pub phone: String,
    /// Family and middle names (họ và tên đệm).
    pub last_name: String,
    /// Given name (tên).
    pub first_name: String,
    /// E-mail.
    pub email: String,
}

impl InstalmentCustomer {
    /// The name as Vietnamese people say it.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.last_name, self.first_name)
            .trim()
            .to_owned()
    }
}

impl std::fmt::Debug for InstalmentCustomer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("InstalmentCustomer { .. }")
    }
}

/// Where goods go: the fields of the gateway's `shipping`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Province or city.
    pub city: String,
    /// District.
    pub district: String,
    /// Ward.
    pub ward: String,
    /// Street.
    pub street: String,
    /// House number.
    pub house_number: String,
}

impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Address { .. }")
    }
}

/// The plan that was chosen beforehand, as the gateway described it then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The gateway's id.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// How many payments.
    pub payments: Option<u32>,
    /// The first of them.
    pub first_amount: Option<Dong>,
    /// Each later one.
    pub later_amount: Option<Dong>,
    /// On top of the price; none when the gateway does not say.
    pub fee: Option<Dong>,
    /// All payments.
    pub total: Option<Dong>,
    /// The payments with their days, where the gateway gives them.
    pub parts: Vec<PlanPart>,
}

/// One payment of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanPart {
    /// How much.
    pub amount: Option<Dong>,
    /// The day as the gateway wrote it.
    pub due: Option<String>,
}

/// How the first part was paid in the shop (Fundiin's `tenderType`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tender {
    /// Cash.
    Cash,
    /// Card.
    Card,
    /// Bank transfer.
    BankTransfer,
    /// E-wallet.
    Wallet,
}

/// What an instalment payment has of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instalment {
    /// Who pays.
    pub customer: InstalmentCustomer,
    /// What is bought, as it was sent.
    pub goods: String,
    /// The plan that was chosen beforehand.
    pub plan: Option<Plan>,
    /// The first part that the gateway asks the shop to take, once it told.
    pub first_part: Option<Dong>,
    /// The steps taken, oldest first.
    pub steps: Vec<Step>,
}

impl Instalment {
    /// The newest step of a kind.
    #[must_use]
    pub fn step(&self, kind: IntentKind) -> Option<&Step> {
        step::newest(&self.steps, kind)
    }

    fn is_done(&self, kind: IntentKind) -> bool {
        self.step(kind)
            .is_some_and(|step| step.state == IntentState::Done)
    }

    /// Whether the whole amount went back.
    #[must_use]
    pub fn is_refunded(&self) -> bool {
        self.is_done(IntentKind::InstalmentRefund)
    }

    /// Whether the shop must still take the first part, or has not yet been believed that it did.
    #[must_use]
    pub fn awaits_first_part(&self) -> bool {
        self.first_part.is_some() && !self.is_done(IntentKind::FirstPartConfirm)
    }
}

/// Where an instalment payment stands at its gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InstalmentStage {
    /// The customer has not begun.
    Waiting,
    /// The customer is at it.
    InProgress,
    /// The shop has to take the first part.
    FirstPart,
    /// Paid: the gateway owes the shop.
    Accepted,
    /// Refused, by the customer or by the gateway.
    Refused,
    /// The customer's time ran out.
    Expired,
    /// The shop cancelled it. Without a cancel of ours the gateway's word means that the customer did: refused.
    Cancelled,
}

impl InstalmentStage {
    /// Whether it ended without money.
    #[must_use]
    pub const fn has_failed(self) -> bool {
        matches!(self, Self::Refused | Self::Expired | Self::Cancelled)
    }
}

/// `resultStatus` of a payment whose time ran out (notification page).
const EXPIRED: &str = "EXPIRED";
/// `resultStatus` of a payment that was cancelled (notification page).
const CANCELLED: &str = "CANCELLED";

impl Payment {
    /// Where it stands; none for another method. A payment that the gateway has not told of yet waits.
    #[must_use]
    pub fn instalment_stage(&self) -> Option<InstalmentStage> {
        let own = self.instalment.as_ref()?;
        debug_assert_eq!(self.method, Method::Instalment);
        let heard = self.heard.as_ref();
        let reason = heard.and_then(|heard| heard.reason.as_deref());
        let status = heard.map(|heard| &heard.status);
        let asked_to_cancel = own.step(IntentKind::InstalmentCancel).is_some();
        Some(match (status, reason) {
            (Some(GatewayStatus::Success), _) if own.awaits_first_part() => InstalmentStage::FirstPart,
            (Some(GatewayStatus::Success), _) => InstalmentStage::Accepted,
            (Some(_), Some(EXPIRED)) => InstalmentStage::Expired,
            (Some(_), Some(CANCELLED)) if !asked_to_cancel => InstalmentStage::Refused,
            (Some(_), Some(CANCELLED)) => InstalmentStage::Cancelled,
            _ if own.is_done(IntentKind::InstalmentCancel) => InstalmentStage::Cancelled,
            (Some(GatewayStatus::Fail), _) => InstalmentStage::Refused,
            _ if own.awaits_first_part() => InstalmentStage::FirstPart,
            (Some(GatewayStatus::Pending), _) => InstalmentStage::InProgress,
            _ => InstalmentStage::Waiting,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{heard, instalment, step};
    use crate::{Heard, StepDetail, Verdict};

    fn stage(payment: &Payment) -> (InstalmentStage, Verdict) {
        (payment.instalment_stage().unwrap(), payment.verdict())
    }

    fn told(status: &str, reason: &str) -> Payment {
        let mut payment = instalment(3_000_000);
        payment.heard = Some(Heard {
            reason: Some(reason.to_owned()),
            ..heard(Method::Instalment, status)
        });
        payment
    }

    #[test]
    fn only_success_is_paid() {
        assert_eq!(
            stage(&told("SUCCESS", "SUCCESS")),
            (InstalmentStage::Accepted, Verdict::Paid)
        );
        for (status, reason, expected) in [
            ("INITIAL", "WAITING", InstalmentStage::Waiting),
            ("WAITING", "WAITING", InstalmentStage::Waiting),
            ("PENDING", "PENDING", InstalmentStage::InProgress),
            ("FAIL", "ERROR_GENERAL", InstalmentStage::Refused),
            ("FAIL", "EXPIRED", InstalmentStage::Expired),
            ("INITIAL", "EXPIRED", InstalmentStage::Expired),
            ("FAIL", "CANCELLED", InstalmentStage::Refused),
        ] {
            assert_eq!(
                stage(&told(status, reason)),
                (expected, Verdict::Unpaid),
                "{status}"
            );
        }
        assert_eq!(told("REVIEW", "").verdict(), Verdict::Unknown);
    }

    #[test]
    fn a_success_before_the_shop_took_the_first_part_is_not_paid_yet() {
        let mut payment = told("SUCCESS", "SUCCESS");
        let own = payment.instalment.as_mut().unwrap();
        own.first_part = Some(Dong::new(900_000));
        assert_eq!(stage(&payment), (InstalmentStage::FirstPart, Verdict::Unpaid));
        let confirm = StepDetail::FirstPart {
            amount: Dong::new(900_000),
            tender: Tender::Cash,
            receipt: None,
        };
        let own = payment.instalment.as_mut().unwrap();
        own.steps.push(step(confirm, IntentState::Done));
        assert_eq!(stage(&payment), (InstalmentStage::Accepted, Verdict::Paid));
    }

    #[test]
    fn what_was_refunded_is_no_longer_in() {
        let mut payment = told("SUCCESS", "SUCCESS");
        assert_eq!(payment.received(), Some(Dong::new(3_000_000)));
        let refund = StepDetail::Refund {
            amount: Dong::new(3_000_000),
            reason: None,
        };
        let own = payment.instalment.as_mut().unwrap();
        own.steps.push(step(refund.clone(), IntentState::Unknown));
        assert_eq!(payment.received(), Some(Dong::new(3_000_000)));
        let own = payment.instalment.as_mut().unwrap();
        own.steps.push(step(refund, IntentState::Done));
        assert_eq!(payment.received(), Some(Dong::ZERO));
    }

    #[test]
    fn a_done_cancel_counts_before_the_status_says_so_but_never_against_success() {
        let mut payment = told("WAITING", "WAITING");
        let own = payment.instalment.as_mut().unwrap();
        own.steps.push(step(StepDetail::Cancel, IntentState::Done));
        assert_eq!(payment.instalment_stage(), Some(InstalmentStage::Cancelled));
        payment.heard = Some(heard(Method::Instalment, "SUCCESS"));
        assert_eq!(payment.instalment_stage(), Some(InstalmentStage::Accepted));
    }

    #[test]
    fn a_person_is_not_printed() {
        let shown = format!("{:?}", instalment(1).instalment.unwrap());
        assert!(!shown.contains("0912") && !shown.contains("Nguyễn"), "{shown}");
    }
}
