//! What the simulated gateway knows: accounts, payments, transfers, payouts, customers, products, invoices. No HTTP here.

mod account;
mod business;
mod history;
mod ids;
mod instalments;
mod keep;
mod memo;
mod payment;
mod payouts;
mod qr;
mod received;
mod shop;

pub(crate) use account::{Account, NewAccount};
pub(crate) use business::{
    Business, Customer, Discount, Invoice, Kept, Line, Product, Row, TaxType, tax_percent, totals,
};
pub(crate) use instalments::{Instalment, Instalments, KeptAnswer, NewInstalment, Notice, Refund, State};
pub(crate) use keep::{load, save};
pub(crate) use payment::{NewPayment, Payment, transfer_qr};
pub(crate) use payouts::{NewPayout, Payout, Payouts, State as PayoutState, Submission};
pub(crate) use received::Transfer;

use dong::Dong;
use ids::Ids;
use serde::{Deserialize, Serialize};

use crate::faults::QrFault;

/// Everything that survives a restart.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Books {
    ids: Ids,
    accounts: Vec<Account>,
    payments: Vec<Payment>,
    /// Fundiin's part; books of an earlier version have none.
    #[serde(default)]
    pub(crate) instalments: Instalments,
    /// Customers, products and invoices; books of an earlier version have none.
    #[serde(default)]
    pub(crate) business: Business,
    /// Payouts; books of an earlier version have none.
    #[serde(default)]
    pub(crate) payouts: Payouts,
    /// How far the clock had been moved by hand.
    pub(crate) clock_advanced_ms: i64,
}

impl Books {
    /// The books of a shop that has just joined the gateway.
    pub(crate) fn open(now_ms: i64, with_history: bool) -> Self {
        let mut books = Self {
            ids: Ids::fresh(),
            accounts: shop::accounts(),
            payments: Vec::new(),
            instalments: Instalments::default(),
            business: Business::default(),
            payouts: Payouts::default(),
            clock_advanced_ms: 0,
        };
        if with_history {
            history::write(&mut books, now_ms);
        }
        books
    }

    /// Accounts in the order they were opened.
    pub(crate) fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    pub(crate) fn account(&self, account_id: &str) -> Option<&Account> {
        self.accounts
            .iter()
            .find(|account| account.account_id == account_id)
    }

    /// Payments in the order they were made.
    pub(crate) fn payments(&self) -> &[Payment] {
        &self.payments
    }

    pub(crate) fn payment(&self, payment_request_id: &str) -> Option<&Payment> {
        self.payments
            .iter()
            .rfind(|payment| payment.payment_request_id == payment_request_id)
    }

    /// How many payments carry this reference.
    pub(crate) fn count_with_reference(&self, reference_id: &str) -> usize {
        self.payments
            .iter()
            .filter(|payment| payment.reference_id.as_deref() == Some(reference_id))
            .count()
    }

    /// Opens a virtual account under a master account.
    pub(crate) fn open_account(&mut self, master: &Account, new: NewAccount) -> Account {
        let account = Account::virtual_under(master, new, self.ids.next(), self.accounts.len());
        self.accounts.push(account.clone());
        account
    }

    /// Records a payment request; `receiving` is the account whose number goes into the QR.
    pub(crate) fn request_payment(
        &mut self,
        new: NewPayment,
        receiving: &Account,
        now_ms: i64,
        qr_fault: Option<QrFault>,
    ) -> Payment {
        let payment = Payment::open(new, receiving, self.ids.next(), now_ms, qr_fault);
        self.payments.push(payment.clone());
        payment
    }

    /// Records money that arrived for a payment; `None` when there is no such payment.
    pub(crate) fn receive(
        &mut self,
        payment_request_id: &str,
        amount: Dong,
        now_ms: i64,
        late_counts: bool,
    ) -> Option<Payment> {
        let payment = self
            .payments
            .iter_mut()
            .rfind(|payment| payment.payment_request_id == payment_request_id)?;
        let counts = late_counts || !payment.is_expired(now_ms);
        payment.transfers.push(Transfer {
            amount,
            at_ms: now_ms,
            counts,
        });
        Some(payment.clone())
    }

    /// Moves a payment's beginning back, so that its link has run out by now; false when there is no such payment.
    pub(crate) fn age_past_expiry(&mut self, payment_request_id: &str, now_ms: i64) -> bool {
        let found = self
            .payments
            .iter_mut()
            .rfind(|payment| payment.payment_request_id == payment_request_id);
        found.is_some_and(|payment| {
            let left_ms = payment.expires_at_ms().saturating_sub(now_ms).max(0);
            payment.created_at_ms = payment.created_at_ms.saturating_sub(left_ms);
            true
        })
    }

    /// The account whose number a payment's QR shows: the chosen one's first virtual account, if it has one.
    pub(crate) fn receiving_account(&self, chosen: &Account) -> Account {
        self.accounts
            .iter()
            .find(|account| account.master_account_id.as_deref() == Some(&chosen.account_id))
            .unwrap_or(chosen)
            .clone()
    }
}
