//! The accounts that payouts can come from.

use crate::accounts::bank_name;
use crate::{Till, TillError};
use contract::payout::SourceAccountView;
use domain::{AccountId, mask, text};
use finan_one::PageRequest;
use finan_one::accounts::AccountFilter;
use gateway::Priority;
use std::time::Duration;
use store::{Account, AccountKind};

/// Payouts are documented to come from an account at Shinhan (payout page); its BIN.
const DOCUMENTED_BIN: &str = "970424";
/// The form does not wait longer than this for balances.
const PATIENCE: Duration = Duration::from_secs(4);
/// Names on screens are cut to this many characters.
const MOST_NAME_CHARS: usize = 60;

/// The master accounts, those documented first.
pub(super) async fn all(till: &Till) -> Result<Vec<SourceAccountView>, TillError> {
    let accounts = till.store.accounts(till.line().environment).await?;
    let mut sources: Vec<_> = accounts
        .iter()
        .filter(|account| account.kind == AccountKind::Master)
        .map(|account| view(till, account))
        .collect();
    sources.sort_by_key(|one| !one.is_documented);
    Ok(sources)
}

/// One of them as it is kept, also when the gateway does not list it any more.
pub(super) async fn one(till: &Till, id: &AccountId) -> Result<SourceAccountView, TillError> {
    let accounts = till.store.accounts(till.line().environment).await?;
    let known = accounts.iter().find(|account| account.id == *id);
    Ok(known.map_or_else(|| unknown(id.as_str()), |account| view(till, account)))
}

/// An account that the gateway does not list any more.
pub(super) fn unknown(id: &str) -> SourceAccountView {
    SourceAccountView {
        id: id.to_owned(),
        name: String::new(),
        bank_name: String::new(),
        last_four: String::new(),
        balance: None,
        is_documented: false,
    }
}

/// Asks the gateway what is on the accounts; without an answer the form does without.
pub(super) async fn refresh_balances(till: &Till) {
    let line = till.line();
    let Ok(client) = line.client() else { return };
    let filter = AccountFilter::default();
    let asked = client.list_master_accounts(&filter, PageRequest::FIRST, Priority::Click);
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(answer)) => {
            let told = answer.value.rows.into_iter();
            let told = told
                .filter_map(|one| Some((one.account_id, one.balance?)))
                .collect();
            till.payouts
                .keep_balances(line.environment, told, till.clock.monotonic_ms());
        }
        Ok(Err(failure)) => tracing::info!(code = failure.code(), "the balances were not told"),
        Err(_) => tracing::info!("the balances were not told in time"),
    }
}

fn view(till: &Till, account: &Account) -> SourceAccountView {
    let environment = till.line().environment;
    SourceAccountView {
        id: account.id.as_str().to_owned(),
        name: text::clean(&account.name, MOST_NAME_CHARS),
        bank_name: bank_name(account),
        last_four: mask::last_four(&account.number),
        balance: till
            .payouts
            .balance(environment, account.id.as_str(), till.clock.monotonic_ms()),
        is_documented: account.bank_bin.as_deref() == Some(DOCUMENTED_BIN),
    }
}
