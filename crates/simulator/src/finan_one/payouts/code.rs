//! `POST /api/v1/payouts/:id/otps`: the bank's one-time code. Known from the older documentation only.

use axum::body::Bytes;

use super::{not_found, view};
use crate::assumptions::payouts::{CODE_REFUSED_STATUS, NOT_WAITING_STATUS, PASS_CODE_FIELDS};
use crate::books::Submission;
use crate::finan_one::envelope::Answer;
use crate::finan_one::fields::Fields;
use crate::finan_one::refusal::Refusal;
use crate::shared::Shared;

/// Judges the code; the right one takes the money from the account, once.
pub(super) fn verify(shared: &Shared, id: &str, body: &Bytes) -> Result<Answer, Refusal> {
    let switches = &shared.switches.payouts;
    let code = read(&Fields::of(body)?)?;
    let now_ms = shared.clock.now_ms();
    shared.change_books(|books| {
        let submission = books.payouts.submit(id, &code, now_ms).ok_or_else(not_found)?;
        let payout = books.payouts.row(id).ok_or_else(not_found)?;
        let told = view::of_code(payout, now_ms, switches);
        let detail = match submission {
            Submission::Accepted => return Ok(Answer::created(told)),
            Submission::NotWaiting => {
                return Err(Refusal::new(
                    NOT_WAITING_STATUS,
                    "payout is not waiting for an OTP",
                ));
            }
            Submission::LowBalance => return Err(Refusal::invalid("insufficient balance")),
            Submission::Wrong => "OTP is incorrect",
            Submission::Expired => "OTP has expired",
            Submission::NoTriesLeft => "OTP is incorrect, no tries left",
        };
        Ok(if switches.wrong_code_is_refused {
            Answer::from(Refusal::new(CODE_REFUSED_STATUS, detail)).with_data(told)
        } else {
            Answer::created(told)
        })
    })
}

fn read(fields: &Fields) -> Result<String, Refusal> {
    let [name, other] = PASS_CODE_FIELDS;
    match fields.text(other)?.filter(|code| !code.is_empty()) {
        Some(code) if fields.text(name)?.is_none() => Ok(code),
        _ => fields.required_text(name),
    }
}
