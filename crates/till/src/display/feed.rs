//! From a sale to what the customer sees of it.

use crate::{qr, sales};
use contract::Time;
use contract::display::DisplayState;
use contract::sale::SaleLineView;
use domain::{InstalmentStage, IntentState, Payment, QrState, Sale, UnixMs, Verdict};
use dong::Dong;
use store::Account;

/// Checks may fail for this long before the customer is asked to wait.
pub(crate) const PATIENCE_MS: i64 = 5_000;

/// The state of a sale's screen. `payments` newest first.
pub(crate) fn state(
    sale: &Sale,
    payments: &[Payment],
    accounts: &[Account],
    now: UnixMs,
    is_failing: bool,
) -> DisplayState {
    let Some(bill) = sale.amount else {
        return DisplayState::Idle;
    };
    let balance = sale.balance(payments);
    let newest = payments.iter().find(|payment| payment.replaced_by.is_none());
    if let Some(sum) = balance
        && sum.missing.is_zero()
        && !sum.is_uncertain
    {
        return if sum.give_back.is_zero() {
            DisplayState::Paid { amount: bill }
        } else {
            DisplayState::Over {
                amount: bill,
                give_back: Some(sum.give_back),
            }
        };
    }
    let Some(payment) = newest else {
        return review(sale, bill);
    };
    if payment.is_refunded() {
        return review(sale, bill);
    }
    match payment.verdict() {
        Verdict::Over => DisplayState::Over {
            amount: bill,
            give_back: None,
        },
        Verdict::Short => {
            let known = balance.filter(|sum| !sum.is_uncertain);
            DisplayState::Short {
                amount: bill,
                received: known.map(|sum| sum.received),
                missing: known.map(|sum| sum.missing),
            }
        }
        Verdict::Unknown => DisplayState::Checking {
            amount: payment.amount,
        },
        Verdict::Paid | Verdict::Late => DisplayState::Paid {
            amount: payment.amount,
        },
        Verdict::Unpaid => match payment.instalment_stage() {
            Some(stage) => instalment(sale, payment, stage, now),
            None => waiting(sale, payment, accounts, now, is_failing),
        },
    }
}

/// What the customer checks before paying: the products only when they are what the amount is for.
fn review(sale: &Sale, amount: Dong) -> DisplayState {
    let lines = sales::lines_of_bill(sale)
        .iter()
        .filter(|_| sale.amount == Some(amount));
    DisplayState::Review {
        amount,
        lines: lines
            .map(|line| SaleLineView {
                product_id: None,
                name: line.name.clone(),
                unit: line.unit.clone(),
                quantity: line.quantity,
                unit_price: line.unit_price,
            })
            .collect(),
    }
}

/// An invoice: its link while it is to be paid, then that it was.
pub(super) fn invoice(payment: &Payment) -> Option<DisplayState> {
    let own = payment.invoice.as_ref()?;
    let amount = payment.asked();
    match payment.verdict() {
        Verdict::Paid | Verdict::Late => Some(DisplayState::Paid { amount }),
        Verdict::Over => Some(DisplayState::Over {
            amount,
            give_back: payment.received().and_then(|sum| sum.checked_sub(amount)),
        }),
        Verdict::Short => Some(DisplayState::Short {
            amount,
            received: payment.received(),
            missing: payment.received().and_then(|sum| amount.checked_sub(sum)),
        }),
        Verdict::Unknown => Some(DisplayState::Checking { amount }),
        Verdict::Unpaid if own.is_deleted() => None,
        Verdict::Unpaid => {
            let link = payment
                .qr_text
                .as_deref()
                .filter(|_| payment.qr_state == QrState::Shown);
            Some(DisplayState::Invoice {
                drawing: link.and_then(qr::drawing)?,
                code: own.code.clone(),
                amount,
            })
        }
    }
}

/// An instalment payment is made on the customer's own phone: trouble on the shop's line does not hold the customer up.
fn instalment(sale: &Sale, payment: &Payment, stage: InstalmentStage, now: UnixMs) -> DisplayState {
    let amount = payment.amount;
    let own = payment.instalment.as_ref();
    if payment.intent != IntentState::Done {
        return review(sale, amount);
    }
    match stage {
        InstalmentStage::Accepted => DisplayState::Checking { amount },
        InstalmentStage::Refused | InstalmentStage::Cancelled | InstalmentStage::Expired => {
            DisplayState::InstalmentEnded {
                amount,
                how: stage.into(),
            }
        }
        InstalmentStage::FirstPart => DisplayState::FirstPart {
            amount,
            first_part: own.and_then(|own| own.first_part),
        },
        InstalmentStage::Waiting | InstalmentStage::InProgress if payment.is_expired(now) => {
            DisplayState::Checking { amount }
        }
        InstalmentStage::Waiting | InstalmentStage::InProgress => {
            let text = payment
                .qr_text
                .as_deref()
                .filter(|_| payment.qr_state == QrState::Shown);
            text.and_then(qr::drawing).map_or_else(
                || review(sale, amount),
                |drawing| DisplayState::Instalment {
                    drawing,
                    amount,
                    plan: own.and_then(|own| own.plan.clone()).map(Into::into),
                    is_in_progress: stage == InstalmentStage::InProgress,
                    expires_at: payment.expires_at.map(Time::from_ms),
                },
            )
        }
    }
}

fn waiting(
    sale: &Sale,
    payment: &Payment,
    accounts: &[Account],
    now: UnixMs,
    is_failing: bool,
) -> DisplayState {
    let amount: Dong = payment.amount;
    if payment.gateway_id.is_none() {
        return if is_failing {
            DisplayState::NoNetwork { amount }
        } else {
            review(sale, amount)
        };
    }
    if payment.is_expired(now) {
        return DisplayState::Expired { amount };
    }
    if payment.qr_state != QrState::Shown {
        return review(sale, amount);
    }
    if is_failing {
        return DisplayState::NoNetwork { amount };
    }
    let holder = accounts
        .iter()
        .find(|account| payment.account_id.as_ref() == Some(&account.id));
    let name = holder.map_or("", |account| account.name.as_str());
    let shown = payment
        .qr_text
        .as_deref()
        .and_then(|text| qr::views(QrState::Shown, None, Some(text), name).0);
    shown.map_or_else(
        || review(sale, amount),
        |view| DisplayState::Qr {
            drawing: view.drawing,
            bank_name: view.meaning.bank_name.unwrap_or(view.meaning.bank_bin),
            account_name: view.meaning.account_name,
            account_last_four: view.meaning.account_last_four,
            amount,
            memo: view.meaning.memo,
            expires_at: payment.expires_at.map(Time::from_ms),
        },
    )
}
