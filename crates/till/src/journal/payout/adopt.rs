//! The gateway's record of an intent becomes its payout.

use crate::payouts::{self, heard_of};
use crate::watch::{Question, payout_watched_until};
use crate::{Till, TillError};
use domain::Payout;
use finan_one::payouts::Payout as Record;
use gateway::Answer;
use store::{PayoutAnswer, StoreError};

/// Keeps all that the gateway gave. What it repeats otherwise than it was decided is kept too: it is the standing that says so.
pub(super) async fn adopt(
    till: &Till,
    payout: &Payout,
    answer: Answer<Record>,
    question: Question,
) -> Result<(), TillError> {
    let at = till.now();
    let heard = heard_of(&answer.value, at);
    let _first = till.hearing.is_news(&answer.value.id, question);
    let answer = PayoutAnswer {
        at,
        gateway_id: answer.value.id,
        watched_until: payout_watched_until(payout, &heard.status, at),
        heard,
        request_id: answer.request_id,
    };
    match till.store.confirm_payout(payout.id, answer).await {
        Ok(_) | Err(StoreError::Move(_)) => {}
        Err(error) => return Err(error.into()),
    }
    payouts::tell(till, payout.id);
    till.wake.ring();
    Ok(())
}
