//! What the simulated Fundiin knows: transactions, refunds, answers kept under their key, notifications.

mod answers;
mod notices;
mod row;

pub(crate) use answers::KeptAnswer;
pub(crate) use notices::Notice;
pub(crate) use row::{Instalment, NewInstalment, Refund, State};

use answers::Answers;
use notices::Notices;
use serde::{Deserialize, Serialize};

use super::ids::Ids;

/// Fundiin's part of the books.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Instalments {
    ids: Ids,
    rows: Vec<Instalment>,
    refunds: Vec<Refund>,
    pub(crate) answers: Answers,
    pub(crate) notices: Notices,
}

impl Default for Instalments {
    fn default() -> Self {
        Self {
            ids: Ids::fresh(),
            rows: Vec::new(),
            refunds: Vec::new(),
            answers: Answers::default(),
            notices: Notices::default(),
        }
    }
}

impl Instalments {
    /// Transactions in the order they were made.
    pub(crate) fn rows(&self) -> &[Instalment] {
        &self.rows
    }

    /// Refunds in the order they were made.
    pub(crate) fn refunds(&self) -> &[Refund] {
        &self.refunds
    }

    pub(crate) fn with_reference(&self, reference_id: &str) -> Option<&Instalment> {
        self.rows.iter().find(|row| row.new.reference_id == reference_id)
    }

    pub(crate) fn with_reference_mut(&mut self, reference_id: &str) -> Option<&mut Instalment> {
        self.rows
            .iter_mut()
            .find(|row| row.new.reference_id == reference_id)
    }

    pub(crate) fn with_transaction_id(&self, payment_trans_id: &str) -> Option<&Instalment> {
        self.rows
            .iter()
            .find(|row| row.payment_trans_id == payment_trans_id)
    }

    /// Whether a transaction or a refund already carries this reference.
    pub(crate) fn knows_reference(&self, reference_id: &str) -> bool {
        let is_refund = |refund: &Refund| refund.reference_id == reference_id;
        self.with_reference(reference_id).is_some() || self.refunds.iter().any(is_refund)
    }

    pub(crate) fn refund_of(&self, payment_trans_id: &str) -> Option<&Refund> {
        self.refunds
            .iter()
            .find(|refund| refund.payment_trans_id == payment_trans_id)
    }

    /// References of the transactions whose time has run out without anybody having noticed.
    pub(crate) fn run_out(&self, now_ms: i64) -> Vec<String> {
        let is_over = |row: &&Instalment| row.state == State::Waiting && now_ms >= row.expires_at_ms;
        self.rows
            .iter()
            .filter(is_over)
            .map(|row| row.new.reference_id.clone())
            .collect()
    }

    pub(crate) fn open(&mut self, new: NewInstalment, now_ms: i64, life_ms: i64) -> Instalment {
        let token = self.ids.next();
        let row = Instalment {
            payment_trans_id: format!("ORD{}", short(&token)),
            customer_id: format!("USER{}", short(&self.ids.next())),
            token,
            created_at_ms: now_ms,
            expires_at_ms: now_ms.saturating_add(life_ms),
            changed_at_ms: now_ms,
            state: State::Waiting,
            is_paid_here: false,
            new,
        };
        self.rows.push(row.clone());
        row
    }

    pub(crate) fn give_back(&mut self, reference_id: String, payment: &Instalment, now_ms: i64) -> Refund {
        let refund = Refund {
            reference_id,
            refund_trans_id: format!("REF{}", short(&self.ids.next())),
            payment_trans_id: payment.payment_trans_id.clone(),
            amount: payment.new.amount,
            at_ms: now_ms,
        };
        self.refunds.push(refund.clone());
        refund
    }
}

/// Eight characters in the look of the samples' `ORDCD31C0E1`.
fn short(id: &str) -> String {
    id.chars().take(8).collect::<String>().to_uppercase()
}
