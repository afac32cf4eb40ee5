//! The body that creates a bank account. The current page's body could not be read: these are the
//! older API's names, kept in [`crate::assumptions::CREATE_BANK_ACCOUNT_FIELDS`].

use gateway::Failure;
use serde_json::{Map, Value};

use crate::assumptions::CREATE_BANK_ACCOUNT_FIELDS;
use crate::path::{Body, bad_request, checked};

/// A bank account to be created under a master account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreateBankAccount {
    /// Master account.
    pub master_account_id: String,
    /// Name by which the shop knows it.
    pub name: String,
    /// Bank code such as `MB`.
    pub bank_code: String,
    /// Name of the account at the bank.
    pub bank_account_name: Option<String>,
    /// Short name.
    pub alias_name: Option<String>,
}

/// The exact bytes to store, sign and send.
///
/// # Errors
/// `bad_id` or `bad_request` when a required value is missing.
pub fn build_create(account: &CreateBankAccount) -> Result<Body, Failure> {
    checked(&account.master_account_id)?;
    if account.name.trim().is_empty() || account.bank_code.trim().is_empty() {
        return Err(bad_request("a bank account needs a name and a bank"));
    }
    let values = [
        Some(&account.master_account_id),
        Some(&account.name),
        Some(&account.bank_code),
        account.bank_account_name.as_ref(),
        account.alias_name.as_ref(),
    ];
    let fields: Map<String, Value> = CREATE_BANK_ACCOUNT_FIELDS
        .into_iter()
        .zip(values)
        .filter_map(|(name, value)| Some((name.to_owned(), Value::from(value?.as_str()))))
        .collect();
    Body::of(&fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account() -> CreateBankAccount {
        CreateBankAccount {
            master_account_id: "m-1".to_owned(),
            name: "Quầy 1".to_owned(),
            bank_code: "MB".to_owned(),
            bank_account_name: None,
            alias_name: None,
        }
    }

    #[test]
    fn the_body_has_what_is_given() {
        let body = build_create(&account()).unwrap();
        let json: Value = serde_json::from_slice(body.as_bytes()).unwrap();
        assert_eq!(
            json,
            serde_json::json!({"master_account_id": "m-1", "name": "Quầy 1", "bank_code": "MB"})
        );
    }

    #[test]
    fn missing_values_are_refused_before_sending() {
        for broken in [
            CreateBankAccount {
                master_account_id: "a/b".to_owned(),
                ..account()
            },
            CreateBankAccount {
                name: " ".to_owned(),
                ..account()
            },
            CreateBankAccount {
                bank_code: String::new(),
                ..account()
            },
        ] {
            assert!(build_create(&broken).is_err());
        }
    }
}
