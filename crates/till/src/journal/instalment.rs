//! Instalment payments at Fundiin and the steps on them: repeated byte for byte under their key until the answer is clear.

mod look;
mod open;
mod steps;

pub(super) use look::look;
pub(super) use open::open;
pub(super) use steps::{cancel, confirm_first_part, refund};

use super::guard;
use super::outcome::Trouble;
use crate::TillError;
use crate::instalments::refused_field;
use domain::{IntentState, Said, UnixMs};
use fundiin::{CallError, ResultStatus, values::IdempotencyKey};
use gateway::repeat::Guard;
use store::Intent;

/// Words of the gateway are cut to this many characters.
const MOST_MESSAGE_CHARS: usize = 300;
/// A key is trusted this much shorter than the gateway promises to keep it.
const KEY_MARGIN_MS: i64 = 24 * 3_600_000;

impl From<CallError> for Trouble {
    fn from(error: CallError) -> Self {
        Self {
            failure: error.failure,
            said: error.said.map(|said| words(&said.status, &said.message)),
        }
    }
}

/// The gateway's words, as they are kept.
fn words(result: &ResultStatus, message: &str) -> Said {
    Said {
        result: result.as_str().to_owned(),
        message: domain::text::clean(message, MOST_MESSAGE_CHARS),
    }
}

/// The key of an intent: its id.
fn key_of(intent: &Intent) -> Result<IdempotencyKey, TillError> {
    IdempotencyKey::new(&intent.id.to_string()).map_err(|invalid| refused_field(&invalid))
}

/// Whether an unclear request may leave again under its key. A payment that nobody waits for any more, whose reference the gateway
/// calls used, or whose repeat it refused without a word about the payment, is looked up instead.
pub(super) fn may_repeat(intent: &Intent, is_sale_over: bool, now: UnixMs) -> bool {
    let key_life = i64::try_from(IdempotencyKey::LIFE.as_millis()).unwrap_or_default();
    let is_young = now.saturating_sub(intent.created_at) < key_life - KEY_MARGIN_MS;
    let is_to_be_looked_up = intent.kind.is_create() && (is_sale_over || asks_for_a_look(intent));
    intent.state == IntentState::Unknown
        && guard(intent.kind) == Guard::Key
        && is_young
        && !is_to_be_looked_up
}

fn asks_for_a_look(intent: &Intent) -> bool {
    use ResultStatus as Is;
    let word = intent.said.as_ref().map(|said| Is::from_text(&said.result));
    word.is_some_and(|word| {
        let is_refusal = matches!(
            word,
            Is::AccessDenied | Is::InvalidMerchantId | Is::InvalidStoreId
        );
        is_refusal || word == Is::DuplicateReferenceId
    })
}

/// Whether the gateway's word is about this very request, and not about who makes it, or vague.
pub(super) fn is_about_content(said: &Said) -> bool {
    use ResultStatus as Is;
    !matches!(
        Is::from_text(&said.result),
        Is::AccessDenied | Is::InvalidMerchantId | Is::InvalidStoreId | Is::ErrorGeneral | Is::Other(_)
    )
}
