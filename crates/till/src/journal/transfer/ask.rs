//! The decision to ask for a transfer.

use crate::journal::decide;
use crate::{Till, TillError};
use contract::ErrorCode;
use domain::{Payment, PaymentId, Sale};
use dong::Dong;
use finan_one::payments::{CreatePayment, build_create};
use store::{Account, NewPayment, Way};
use tokio::sync::MutexGuard;

/// What a person decided to ask for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    /// The intent of the form.
    pub(crate) id: PaymentId,
    /// The amount.
    pub(crate) amount: Dong,
    /// The payment whose place it takes.
    pub(crate) in_place_of: Option<PaymentId>,
}

/// Writes the decision down, lets `deciding` go, sends it and gives what became of it. Only the call that wrote it down sends it.
///
/// # Errors
/// Before anything is written: no keys, no receiving account, a damaged disk. Later troubles are in the payment.
pub(crate) async fn ask(
    till: &Till,
    deciding: MutexGuard<'_, ()>,
    sale: &Sale,
    wanted: Wanted,
) -> Result<Payment, TillError> {
    till.line().client()?;
    let account = till
        .store
        .receiving_account(sale.environment)
        .await?
        .ok_or(ErrorCode::NoReceivingAccount)?;
    let new = decision(till, sale, &account, wanted)?;
    decide(till, deciding, wanted.id, new, wanted.in_place_of).await
}

fn decision(till: &Till, sale: &Sale, account: &Account, wanted: Wanted) -> Result<NewPayment, TillError> {
    let settings = till.settings();
    let place = if sale.name.is_empty() {
        &settings.till_name
    } else {
        &sale.name
    };
    let description = vietqr::memo::compose(&wanted.id.memo_code(), place).text;
    let body = build_create(&CreatePayment {
        account_id: account.id.as_str().to_owned(),
        amount: wanted.amount,
        reference_id: wanted.id.reference(),
        description: description.clone(),
        customer: None,
        items: Vec::new(),
    })?;
    Ok(NewPayment {
        way: Way::Transfer {
            account_id: account.id.clone(),
        },
        amount: wanted.amount,
        description,
        body: body.into_bytes(),
        at: till.now(),
    })
}
