//! Where an invoice stands, in the words of the list.

use crate::{IntentState, Payment, UnixMs, Verdict};
use serde::{Deserialize, Serialize};

/// Where an invoice that was sent stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceStanding {
    /// Waits for money.
    Waiting,
    /// Waits, and its due date is over.
    Overdue,
    /// Less came in.
    Short,
    /// Paid, also when it was too much or late.
    Paid,
    /// No clear answer.
    Unclear,
    /// The gateway refused it, or it never left.
    Refused,
    /// Deleted.
    Deleted,
}

impl InvoiceStanding {
    /// Every standing.
    pub const ALL: [Self; 7] = [
        Self::Waiting,
        Self::Overdue,
        Self::Short,
        Self::Paid,
        Self::Unclear,
        Self::Refused,
        Self::Deleted,
    ];

    /// Where a payment's invoice stands at a moment; none when the payment is not an invoice's.
    #[must_use]
    pub fn of(payment: &Payment, now: UnixMs) -> Option<Self> {
        let invoice = payment.invoice.as_ref()?;
        Some(match (payment.intent, payment.verdict()) {
            (IntentState::Rejected | IntentState::Dropped, _) => Self::Refused,
            (_, Verdict::Paid | Verdict::Over | Verdict::Late) => Self::Paid,
            (_, Verdict::Short) => Self::Short,
            _ if invoice.is_deleted() => Self::Deleted,
            (_, Verdict::Unknown) => Self::Unclear,
            (_, Verdict::Unpaid) if invoice.content.due_date < now => Self::Overdue,
            (_, Verdict::Unpaid) => Self::Waiting,
        })
    }

    /// The word stored and used in filters.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Overdue => "overdue",
            Self::Short => "short",
            Self::Paid => "paid",
            Self::Unclear => "unclear",
            Self::Refused => "refused",
            Self::Deleted => "deleted",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Discount, Heard, Invoice, InvoiceContent, Method, StepDetail, TaxType, sample};
    use dong::Dong;

    const DUE: UnixMs = 1_000;

    fn invoice() -> Payment {
        Payment {
            method: Method::Invoice,
            invoice: Some(Invoice {
                code: "HD-1".to_owned(),
                content: InvoiceContent {
                    customer: None,
                    tax_type: TaxType::TaxNotApplicable,
                    lines: Vec::new(),
                    discount: Discount::None,
                    note: String::new(),
                    transaction_date: 0,
                    due_date: DUE,
                    payment_methods: Vec::new(),
                    account_id: None,
                },
                gateway_tax: None,
                steps: Vec::new(),
            }),
            ..sample::transfer(100_000)
        }
    }

    fn said(status: &str) -> Payment {
        Payment {
            heard: Some(Heard {
                received: (status == "partial_paid").then_some(Dong::new(1)),
                ..sample::heard(Method::Invoice, status)
            }),
            ..invoice()
        }
    }

    fn standing(payment: &Payment, now: UnixMs) -> InvoiceStanding {
        InvoiceStanding::of(payment, now).unwrap()
    }

    #[test]
    fn only_an_invoice_that_waits_becomes_overdue() {
        for (status, before, after) in [
            ("unpaid", InvoiceStanding::Waiting, InvoiceStanding::Overdue),
            ("partial_paid", InvoiceStanding::Short, InvoiceStanding::Short),
            ("paid", InvoiceStanding::Paid, InvoiceStanding::Paid),
            ("extra_paid", InvoiceStanding::Paid, InvoiceStanding::Paid),
            ("on_hold", InvoiceStanding::Unclear, InvoiceStanding::Unclear),
        ] {
            let payment = said(status);
            assert_eq!(
                (standing(&payment, DUE), standing(&payment, DUE + 1)),
                (before, after),
                "{status}"
            );
        }
    }

    #[test]
    fn what_became_of_the_request_comes_first() {
        for (intent, expected) in [
            (IntentState::Committed, InvoiceStanding::Waiting),
            (IntentState::Unknown, InvoiceStanding::Unclear),
            (IntentState::Rejected, InvoiceStanding::Refused),
            (IntentState::Dropped, InvoiceStanding::Refused),
        ] {
            assert_eq!(
                standing(&Payment { intent, ..invoice() }, 0),
                expected,
                "{intent:?}"
            );
        }
        assert_eq!(InvoiceStanding::of(&sample::transfer(1), 0), None);
    }

    #[test]
    fn a_deletion_counts_once_it_is_done() {
        let mut payment = invoice();
        for (state, expected) in [
            (IntentState::Unknown, InvoiceStanding::Waiting),
            (IntentState::Done, InvoiceStanding::Deleted),
        ] {
            if let Some(own) = &mut payment.invoice {
                own.steps = vec![sample::step(StepDetail::InvoiceDelete, state)];
            }
            assert_eq!(standing(&payment, 0), expected);
        }
        payment.heard = said("paid").heard;
        let paid = standing(&payment, 0);
        assert_eq!(
            paid,
            InvoiceStanding::Paid,
            "money that came in all the same is not hidden"
        );
    }
}
