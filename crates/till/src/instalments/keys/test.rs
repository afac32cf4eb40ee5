//! The harmless signed call that proves keys, ids, clock and line at once.

use crate::clock;
use crate::instalments::heard::{merchant_of, reference_of};
use crate::instalments::{lang, refused_call, said};
use crate::{Till, TillError, ids};
use contract::Time;
use contract::instalment_settings::InstalmentTestView;
use domain::IntentId;
use fundiin::payments::TransactionStatus;
use fundiin::{CallError, Said};
use gateway::{Answer, Priority};

/// Asks for the status of a reference that was never used and tells how that went: an answer that it does not exist proves the
/// keys, since the gateway looks at the signature first.
///
/// # Errors
/// The gateway's failure, with its own word when it said one.
pub async fn test(till: &Till) -> Result<InstalmentTestView, TillError> {
    let line = till.line();
    let client = line.instalments.client()?;
    let merchant = merchant_of(till, &line).await?;
    let unused = reference_of(&IntentId::new(ids::new(till.now())).reference())?;
    let started = till.clock.monotonic_ms();
    let told = client
        .transaction_status(&merchant, &unused, Some(lang(till)), Priority::Click)
        .await;
    let took = till.clock.monotonic_ms().saturating_sub(started);
    let words = proof(told)?;
    Ok(InstalmentTestView {
        clock: clock::reading(till, client.clock_reading()),
        took_ms: u32::try_from(took).unwrap_or(u32::MAX),
        said: words.map(|words| said(words.status.as_str(), &words.message)),
        at: Time::from_ms(till.now()),
    })
}

fn proof(told: Result<Answer<TransactionStatus>, CallError>) -> Result<Option<Said>, TillError> {
    match told {
        Ok(_) => Ok(None),
        Err(error) if error.says_absent() => Ok(error.said),
        Err(error) => Err(refused_call(error)),
    }
}
