//! The harmless signed call that proves keys, clock and line at once.

use crate::clock;
use crate::{Till, TillError};
use contract::Time;
use contract::credentials::TestCallView;
use finan_one::PageRequest;
use finan_one::accounts::AccountFilter;
use gateway::Priority;

/// Lists the accounts with the kept keys and tells how it went.
///
/// # Errors
/// The gateway's failure, with wrong keys, wrong clock and no network told apart.
pub async fn test(till: &Till) -> Result<TestCallView, TillError> {
    let client = till.line().client()?;
    let started = till.clock.monotonic_ms();
    let answer = client
        .list_master_accounts(&AccountFilter::default(), PageRequest::FIRST, Priority::Click)
        .await;
    let clock = clock::told(till, &client);
    let answer = answer?;
    let took = till.clock.monotonic_ms().saturating_sub(started);
    Ok(TestCallView {
        accounts: u32::try_from(answer.value.rows.len()).unwrap_or(u32::MAX),
        clock,
        took_ms: u32::try_from(took).unwrap_or(u32::MAX),
        request_id: answer.request_id,
        at: Time::from_ms(answer.answered_at_ms),
    })
}
