//! Bank accounts: masters at a bank, and virtual accounts under them.

use serde::{Deserialize, Serialize};

use super::qr::{self, QrText};
use crate::assumptions::STATIC_QR_INITIATION;

/// A bank account as the gateway keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Account {
    pub(crate) account_id: String,
    pub(crate) account_number: String,
    pub(crate) account_name: String,
    pub(crate) bank_code: String,
    pub(crate) bank_bin: String,
    pub(crate) master_account_id: Option<String>,
    pub(crate) master_account_name: Option<String>,
    pub(crate) reference_id: Option<String>,
}

/// What a caller says about a new virtual account.
#[derive(Debug, Clone)]
pub(crate) struct NewAccount {
    pub(crate) name: String,
    pub(crate) reference_id: Option<String>,
}

impl Account {
    pub(crate) fn is_master(&self) -> bool {
        self.master_account_id.is_none()
    }

    /// The account's own QR: no amount, no memo.
    pub(crate) fn static_qr(&self) -> String {
        qr::text(&QrText {
            initiation: STATIC_QR_INITIATION,
            bank_bin: &self.bank_bin,
            account_number: &self.account_number,
            account_name: &self.account_name,
            amount: None,
            memo: "",
        })
    }

    pub(crate) fn virtual_under(master: &Self, new: NewAccount, account_id: String, position: usize) -> Self {
        Self {
            account_id,
            account_number: format!("VQR0000{position:06}"),
            account_name: super::memo::fold(&new.name, qr::LONGEST_NAME).to_uppercase(),
            bank_code: master.bank_code.clone(),
            bank_bin: master.bank_bin.clone(),
            master_account_id: Some(master.account_id.clone()),
            master_account_name: Some(master.account_name.clone()),
            reference_id: new.reference_id,
        }
    }
}
