//! Master bank accounts and the bank accounts under them (Account page; contract section 8).

use axum::body::Bytes;
use dong::Dong;
use serde_json::{Map, Value};

use super::envelope::Answer;
use super::fields::{Fields, Query};
use super::pages::Page;
use super::refusal::Refusal;
use crate::assumptions::payouts::BALANCE_FIELD;
use crate::assumptions::{
    ACCOUNT_USAGE_TYPE, CURRENCY_CODE, SHINHAN_BANK_ID, Switches, UNKNOWN_ACCOUNT_STATUS,
};
use crate::books::{Account, NewAccount};
use crate::shared::Shared;

/// `GET /api/v1/master-bank-accounts`, filters `id` and `account_number`.
pub(crate) fn masters(shared: &Shared, query: &Query) -> Result<Answer, Refusal> {
    filtered(shared, query, Account::is_master)
}

/// `GET /api/v1/bank-accounts`, same filters.
pub(crate) fn virtuals(shared: &Shared, query: &Query) -> Result<Answer, Refusal> {
    filtered(shared, query, |account| !account.is_master())
}

/// `GET /api/v1/bank-accounts/:id`.
pub(crate) fn one(shared: &Shared, id: &str) -> Result<Answer, Refusal> {
    let books = shared.books();
    let account = books.account(id).filter(|account| !account.is_master());
    account
        .map(|account| Answer::ok(view(account, None, &shared.switches)))
        .ok_or_else(|| Refusal::new(404, "bank account not found"))
}

/// `POST /api/v1/bank-accounts`. The current body is unknown: these are the older field names `[L]`, and
/// `account_id` is taken for `master_account_id` too `[I]`.
pub(crate) fn create(shared: &Shared, body: &Bytes) -> Result<Answer, Refusal> {
    let fields = Fields::of(body)?;
    let master_id = match fields.text("master_account_id")? {
        Some(id) => id,
        None => fields.required_text("account_id")?,
    };
    let name = fields.required_text("name")?;
    let bank_code = fields.text("bank_code")?;
    let shown_name = fields.text("bank_account_name")?.unwrap_or(name);
    fields.text("alias_name")?;
    let reference_id = fields.text("reference_id")?;
    shared.change_books(|books| {
        let master = books.account(&master_id).filter(|account| account.is_master());
        let Some(master) = master.cloned() else {
            return Err(Refusal::new(UNKNOWN_ACCOUNT_STATUS, "master account not found"));
        };
        if bank_code.is_some_and(|code| code != master.bank_code) {
            return Err(Refusal::invalid("bank_code is not the master account's bank"));
        }
        let new = NewAccount {
            name: shown_name,
            reference_id,
        };
        Ok(Answer::created(view(
            &books.open_account(&master, new),
            None,
            &shared.switches,
        )))
    })
}

fn filtered(shared: &Shared, query: &Query, wanted: impl Fn(&Account) -> bool) -> Result<Answer, Refusal> {
    let id = query.filter("id");
    let number = query.filter("account_number");
    let books = shared.books();
    let rows: Vec<&Account> = books
        .accounts()
        .iter()
        .filter(|account| wanted(account))
        .filter(|account| id.is_none_or(|id| account.account_id == id))
        .filter(|account| number.is_none_or(|number| account.account_number == number))
        .collect();
    let page = Page::asked(query, rows.len())?;
    let balance = |account: &Account| pays_out(account).then_some(books.payouts.balance);
    let shown = rows
        .into_iter()
        .map(|account| view(account, balance(account), &shared.switches));
    let shown = page.cut(shown);
    Ok(Answer::list(shown, page))
}

/// Whether the one balance that is kept is this account's.
fn pays_out(account: &Account) -> bool {
    account.is_master() && account.bank_code == "SHBVN"
}

fn view(account: &Account, balance: Option<Dong>, switches: &Switches) -> Value {
    let mut view = Map::new();
    let mut put = |name: &str, value: Value| view.insert(name.to_owned(), value);
    put("account_id", account.account_id.as_str().into());
    if switches.account_also_sends_id {
        put("id", account.account_id.as_str().into());
    }
    put("account_number", account.account_number.as_str().into());
    put("account_name", account.account_name.as_str().into());
    put("bank_code", account.bank_code.as_str().into());
    if account.bank_code == "SHBVN" {
        put("bank_id", SHINHAN_BANK_ID.into());
    }
    put("is_active", true.into());
    put("usage_type", ACCOUNT_USAGE_TYPE.into());
    put("currency_code", CURRENCY_CODE.into());
    put("qr_code", account.static_qr().into());
    if let Some(balance) = balance {
        put(BALANCE_FIELD, balance.get().into());
    }
    if let Some(master) = &account.master_account_id {
        put("master_account_id", master.as_str().into());
    }
    if let Some(name) = &account.master_account_name {
        put("master_account_name", name.as_str().into());
    }
    if let Some(reference) = &account.reference_id {
        put("reference_id", reference.as_str().into());
    }
    Value::Object(view)
}
