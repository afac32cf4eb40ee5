//! Reads what is typed about a customer, and finds the one with that phone.

use crate::{Till, TillError};
use contract::instalment::{InstalmentReadRequest, InstalmentReadView};
use domain::{person_name, text};
use fundiin::values::{Email, Phone};

/// More of a name than this is not looked at.
const MOST_CHARS: usize = 200;

/// What it means; nothing is kept.
///
/// # Errors
/// Storage errors.
pub async fn read(till: &Till, request: InstalmentReadRequest) -> Result<InstalmentReadView, TillError> {
    let InstalmentReadRequest { phone, name, email } = request;
    let is_there = |typed: &str| !typed.trim().is_empty();
    let number = Phone::new(&phone).ok().map(|phone| phone.as_str().to_owned());
    let known = match &number {
        Some(number) => {
            let environment = till.line().environment;
            till.store
                .instalment_customer(environment, number.clone())
                .await?
        }
        None => None,
    };
    let parts = person_name::split(&text::clean(&name, MOST_CHARS));
    Ok(InstalmentReadView {
        is_phone_wrong: number.is_none() && is_there(&phone),
        phone: number,
        known: known.map(Into::into),
        is_name_short: is_there(&name) && (parts.last_name.is_empty() || parts.first_name.is_empty()),
        last_name: parts.last_name,
        first_name: parts.first_name,
        is_email_wrong: is_there(&email) && Email::new(&email).is_err(),
    })
}
