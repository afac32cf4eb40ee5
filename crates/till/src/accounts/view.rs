//! An account as the page shows it.

use contract::Time;
use contract::account::{AccountKind as ShownKind, AccountView, AccountsView};
use domain::{mask, text};
use store::{Account, AccountKind};

/// Names on screens are cut to this many characters.
const MOST_NAME_CHARS: usize = 60;

/// The bank's name, or the gateway's word for it.
pub(crate) fn bank_name(account: &Account) -> String {
    let known = account.bank_bin.as_deref().and_then(vietqr::banks::name);
    known.map_or_else(
        || text::clean(account.bank_code.as_deref().unwrap_or_default(), MOST_NAME_CHARS),
        str::to_owned,
    )
}

/// One account.
pub(crate) fn view(account: &Account) -> AccountView {
    AccountView {
        id: account.id.as_str().to_owned(),
        kind: match account.kind {
            AccountKind::Master => ShownKind::Master,
            AccountKind::Virtual => ShownKind::Virtual,
        },
        name: text::clean(&account.name, MOST_NAME_CHARS),
        bank_name: bank_name(account),
        last_four: mask::last_four(&account.number),
        is_receiving: account.is_receiving,
        has_static_qr: account.static_qr.is_some(),
    }
}

/// All accounts, the receiving one first, then master accounts before virtual ones.
pub(super) fn all(mut accounts: Vec<Account>) -> AccountsView {
    accounts.sort_by_key(|one| (!one.is_receiving, one.kind != AccountKind::Master));
    let fetched_at = accounts.iter().map(|one| one.fetched_at).min().map(Time::from_ms);
    AccountsView {
        accounts: accounts.iter().map(view).collect(),
        fetched_at,
    }
}
