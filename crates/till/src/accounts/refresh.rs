//! Asks the gateway for the accounts.

use super::list::list;
use crate::{Till, TillError};
use contract::account::AccountsView;
use contract::event::TillEvent;
use domain::{AccountId, Environment, UnixMs};
use finan_one::accounts::{Account as Record, AccountFilter};
use finan_one::assumptions::BANK_BINS;
use finan_one::{Client, PageRequest};
use gateway::{Failure, Priority};
use store::{Account, AccountKind};

/// More pages than any shop has accounts.
const MOST_PAGES: u32 = 20;

/// Reads master and virtual accounts. A shop with a single account receives into it at once.
///
/// # Errors
/// The way to the gateway; storage errors.
pub async fn refresh(till: &Till) -> Result<AccountsView, TillError> {
    fetch(till, Priority::Click).await?;
    list(till).await
}

/// The same when nobody asked: failures are left to the freshness light. Gives whether it is to be tried again soon.
///
/// # Errors
/// Storage errors.
pub(crate) async fn refresh_quietly(till: &Till) -> Result<bool, TillError> {
    let line = till.line();
    if line.client().is_err() {
        return Ok(false);
    }
    match fetch(till, Priority::Background).await {
        Ok(()) => Ok(false),
        Err(TillError::Store(error)) => Err(error.into()),
        Err(error) => {
            tracing::info!(%error, "the accounts were not read");
            Ok(till.store.accounts(line.environment).await?.is_empty())
        }
    }
}

async fn fetch(till: &Till, priority: Priority) -> Result<(), TillError> {
    let line = till.line();
    let client = line.client()?;
    let mut records = read_all(&client, AccountKind::Master, priority).await?;
    records.extend(read_all(&client, AccountKind::Virtual, priority).await?);
    let now = till.now();
    let mut accounts: Vec<Account> = Vec::new();
    for (kind, record) in records {
        if record.is_active != Some(false) && !accounts.iter().any(|one| one.id.as_str() == record.account_id)
        {
            accounts.push(account(kind, record, now));
        }
    }
    till.store.replace_accounts(line.environment, accounts).await?;
    receive_into_the_only_one(till, line.environment).await?;
    let receiving = till.store.receiving_account(line.environment).await?;
    if till.line().environment == line.environment {
        till.events.send(TillEvent::ReceivingAccount {
            account: receiving.as_ref().map(super::view),
        });
    }
    Ok(())
}

async fn read_all(
    client: &Client,
    kind: AccountKind,
    priority: Priority,
) -> Result<Vec<(AccountKind, Record)>, Failure> {
    let (mut records, mut page) = (Vec::new(), Some(PageRequest::FIRST));
    for _ in 0..MOST_PAGES {
        let Some(asked) = page else { break };
        let filter = AccountFilter::default();
        let answer = match kind {
            AccountKind::Master => client.list_master_accounts(&filter, asked, priority).await?,
            AccountKind::Virtual => client.list_bank_accounts(&filter, asked, priority).await?,
        };
        page = answer.value.next;
        records.extend(answer.value.rows.into_iter().map(|record| (kind, record)));
    }
    Ok(records)
}

fn account(kind: AccountKind, record: Record, now: UnixMs) -> Account {
    let bank_bin = record.bank_code.as_deref().and_then(bank_bin).map(str::to_owned);
    let number = record
        .account_number
        .map(|number| number.as_str().to_owned())
        .unwrap_or_default();
    Account {
        id: AccountId::new(record.account_id),
        kind,
        bank_code: record.bank_code,
        bank_bin,
        number,
        name: record
            .account_name
            .or(record.master_account_name)
            .unwrap_or_default(),
        static_qr: record.qr_code,
        is_receiving: false,
        fetched_at: now,
    }
}

async fn receive_into_the_only_one(till: &Till, environment: Environment) -> Result<(), TillError> {
    if till.store.receiving_account(environment).await?.is_some() {
        return Ok(());
    }
    let accounts = till.store.accounts(environment).await?;
    let mut masters = accounts.into_iter().filter(|one| one.kind == AccountKind::Master);
    if let (Some(only), None) = (masters.next(), masters.next()) {
        till.store.choose_receiving(environment, only.id).await?;
    }
    Ok(())
}

fn bank_bin(code: &str) -> Option<&'static str> {
    BANK_BINS
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(code))
        .map(|(_, bin)| *bin)
}
