//! A payment request and the money that came for it.

use dong::Dong;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::account::Account;
use super::memo;
use super::qr::{self, QrText};
use super::received::{self, Transfer};
use crate::assumptions::PAYMENT_URL_PREFIX;
use crate::faults::QrFault;

/// `[G]` A payment link lives 30 minutes.
const LINK_LIFE_MS: i64 = 30 * 60 * 1_000;

const BANK_TRANSFER: &str = "bank_transfer";
const STRANGERS_ACCOUNT: &str = "0000999999999";

/// What a caller asks for, already checked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct NewPayment {
    pub(crate) payment_method: String,
    pub(crate) account_id: String,
    pub(crate) amount: Dong,
    pub(crate) description: Option<String>,
    pub(crate) reference_id: Option<String>,
    pub(crate) reference_type: Option<String>,
    pub(crate) customer: Option<Value>,
}

/// A payment request as the gateway keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Payment {
    pub(crate) payment_request_id: String,
    pub(crate) payment_method: String,
    pub(crate) account_id: String,
    pub(crate) amount: Dong,
    pub(crate) description: Option<String>,
    pub(crate) reference_id: Option<String>,
    pub(crate) reference_type: Option<String>,
    pub(crate) customer: Option<Value>,
    pub(crate) qr_code: Option<String>,
    pub(crate) receiving: Account,
    pub(crate) created_at_ms: i64,
    pub(crate) transfers: Vec<Transfer>,
}

impl Payment {
    pub(crate) fn open(
        new: NewPayment,
        receiving: &Account,
        payment_request_id: String,
        now_ms: i64,
        qr_fault: Option<QrFault>,
    ) -> Self {
        let qr_code = (new.payment_method == BANK_TRANSFER).then(|| qr_code(&new, receiving, qr_fault));
        Self {
            payment_request_id,
            payment_method: new.payment_method,
            account_id: new.account_id,
            amount: new.amount,
            description: new.description,
            reference_id: new.reference_id,
            reference_type: new.reference_type,
            customer: new.customer,
            qr_code,
            receiving: receiving.clone(),
            created_at_ms: now_ms,
            transfers: Vec::new(),
        }
    }

    pub(crate) fn received(&self) -> Dong {
        received::sum(&self.transfers)
    }

    /// What is still missing; negative when too much came.
    pub(crate) fn missing(&self) -> Dong {
        self.amount.checked_sub(self.received()).unwrap_or(Dong::ZERO)
    }

    /// The word for what came; an expired request keeps its word `[I]`.
    pub(crate) fn status(&self) -> &'static str {
        received::status(self.received(), self.amount)
    }

    pub(crate) fn expires_at_ms(&self) -> i64 {
        self.created_at_ms.saturating_add(LINK_LIFE_MS)
    }

    pub(crate) fn is_expired(&self, now_ms: i64) -> bool {
        now_ms >= self.expires_at_ms()
    }

    pub(crate) fn updated_at_ms(&self) -> i64 {
        self.transfers
            .last()
            .map_or(self.created_at_ms, |transfer| transfer.at_ms)
    }

    pub(crate) fn payment_url(&self) -> String {
        format!("{PAYMENT_URL_PREFIX}{}", self.payment_request_id)
    }
}

/// The QR of a transfer without faults: so much, into this account, with this purpose.
pub(crate) fn transfer_qr(receiving: &Account, amount: Dong, purpose: &str) -> String {
    qr::text(&QrText {
        initiation: "12",
        bank_bin: &receiving.bank_bin,
        account_number: &receiving.account_number,
        account_name: &receiving.account_name,
        amount: Some(amount),
        memo: &memo::fold(purpose, qr::LONGEST_MEMO),
    })
}

fn qr_code(new: &NewPayment, receiving: &Account, fault: Option<QrFault>) -> String {
    let described = new.description.as_deref().or(new.reference_id.as_deref());
    let memo = memo::fold(described.unwrap_or_default(), qr::LONGEST_MEMO);
    let wrong_amount = Dong::new(new.amount.get().saturating_add(1_000));
    let text = qr::text(&QrText {
        initiation: "12",
        bank_bin: &receiving.bank_bin,
        account_number: match fault {
            Some(QrFault::Account) => STRANGERS_ACCOUNT,
            _ => &receiving.account_number,
        },
        account_name: &receiving.account_name,
        amount: Some(match fault {
            Some(QrFault::Amount) => wrong_amount,
            _ => new.amount,
        }),
        memo: &memo,
    });
    match fault {
        Some(QrFault::Crc) => qr::with_wrong_crc(&text),
        Some(QrFault::ImageAddress) => "https://cdn.finan.one/qr/payment.png".to_owned(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::books::shop;

    fn new(account: &Account, amount: i64) -> NewPayment {
        NewPayment {
            payment_method: BANK_TRANSFER.to_owned(),
            account_id: account.account_id.clone(),
            amount: Dong::new(amount),
            description: Some("Bàn 5".to_owned()),
            reference_id: None,
            reference_type: None,
            customer: None,
        }
    }

    fn payment(amount: i64) -> Payment {
        let account = shop::accounts().remove(0);
        Payment::open(new(&account, amount), &account, "p".to_owned(), 1_000, None)
    }

    #[test]
    fn the_status_follows_the_sum_of_the_transfers() {
        let mut payment = payment(200_000);
        let mut seen = vec![payment.status()];
        for amount in [200, 199_800, 1] {
            payment.transfers.push(Transfer {
                amount: Dong::new(amount),
                at_ms: 2_000,
                counts: true,
            });
            seen.push(payment.status());
        }
        assert_eq!(seen, ["unpaid", "partial_paid", "paid", "extra_paid"]);
    }

    #[test]
    fn a_transfer_that_does_not_count_changes_nothing() {
        let mut payment = payment(200_000);
        payment.transfers.push(Transfer {
            amount: Dong::new(200_000),
            at_ms: 2_000,
            counts: false,
        });
        assert_eq!(payment.status(), "unpaid");
    }

    proptest::proptest! {
        #[test]
        fn every_qr_is_a_vietqr_for_this_bill_whatever_the_description(text in "\\PC*", amount in 1_i64..=1_000_000_000) {
            let account = shop::accounts().remove(0);
            let new = NewPayment {
                description: Some(text),
                ..new(&account, amount)
            };
            let payment = Payment::open(new, &account, "p".to_owned(), 1_000, None);
            let qr = vietqr::VietQr::parse(&payment.qr_code.unwrap()).unwrap();
            proptest::prop_assert_eq!(qr.amount, Some(Dong::new(amount)));
            proptest::prop_assert_eq!(qr.account.as_str(), account.account_number);
            proptest::prop_assert!(qr.purpose.unwrap_or_default().chars().count() <= qr::LONGEST_MEMO);
        }
    }

    #[test]
    fn a_link_dies_exactly_after_thirty_minutes() {
        let payment = payment(1);
        assert!(!payment.is_expired(1_000 + LINK_LIFE_MS - 1));
        assert!(payment.is_expired(1_000 + LINK_LIFE_MS));
    }
}
