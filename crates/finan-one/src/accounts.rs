//! Bank accounts (<https://open.finan.one/docs/api/open-banking/account>): master accounts and the bank
//! accounts under them. Of their fields the current pages show only `account_id` and `qr_code`.

use gateway::{Answer, Failure, Method, Priority};

mod account;
mod create;

pub(crate) use account::read_account_number;
pub use account::{Account, AccountNumber};
pub use create::{CreateBankAccount, build_create};

use crate::client::{Call, Client};
use crate::pages::{Page, PageRequest, read_page};
use crate::path;

const MASTER_ACCOUNTS: &str = "/api/v1/master-bank-accounts";
const BANK_ACCOUNTS: &str = "/api/v1/bank-accounts";

/// Which accounts to list; all by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountFilter {
    /// Only the account with this id.
    pub id: Option<String>,
    /// Only the account with this number.
    pub account_number: Option<AccountNumber>,
}

impl Client {
    /// A page of the master accounts: the harmless call that also tests the keys.
    ///
    /// # Errors
    /// Any [`Failure`].
    pub async fn list_master_accounts(
        &self,
        filter: &AccountFilter,
        page: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Account>>, Failure> {
        self.list_accounts(MASTER_ACCOUNTS, filter, page, priority).await
    }

    /// A page of the bank accounts.
    ///
    /// # Errors
    /// Any [`Failure`].
    pub async fn list_bank_accounts(
        &self,
        filter: &AccountFilter,
        page: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Account>>, Failure> {
        self.list_accounts(BANK_ACCOUNTS, filter, page, priority).await
    }

    /// One bank account.
    ///
    /// # Errors
    /// Any [`Failure`]; `bad_id` when the id may not enter a path.
    pub async fn get_bank_account(&self, id: &str, priority: Priority) -> Result<Answer<Account>, Failure> {
        let call = Call::get(path::one(BANK_ACCOUNTS, id)?, priority);
        self.answered(call, account::read_one).await
    }

    /// Creates a bank account from the stored bytes of [`build_create`].
    ///
    /// # Errors
    /// Any [`Failure`].
    pub async fn send_create_bank_account(
        &self,
        body: &[u8],
        priority: Priority,
    ) -> Result<Answer<Account>, Failure> {
        let call = Call {
            method: Method::Post,
            path_and_query: BANK_ACCOUNTS.to_owned(),
            body,
            priority,
        };
        self.answered(call, account::read_one).await
    }

    async fn list_accounts(
        &self,
        folder: &str,
        filter: &AccountFilter,
        page: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Account>>, Failure> {
        let [number, size] = page.values();
        let values = [
            ("id", filter.id.as_deref()),
            (
                "account_number",
                filter.account_number.as_ref().map(AccountNumber::as_str),
            ),
            ("page", number.as_deref()),
            ("page_size", size.as_deref()),
        ];
        let call = Call::get(path::with_query(folder, &values)?, priority);
        self.answered(call, |envelope| read_page(envelope, page, Account::read))
            .await
    }
}
