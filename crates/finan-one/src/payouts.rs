//! Payouts (<https://open.finan.one/docs/api/open-banking/payout>): money from the shop's Shinhan account to any
//! bank, confirmed by a one-time code that the bank sends to the account's owner. [`build_create`] gives the
//! bytes to store, [`Client::send_create_payout`] sends them, [`Client::verify_payout_code`] confirms.
//!
//! Nothing is repeated here, and nothing may be repeated without a person: a payout whose create was not answered
//! is looked for in the list by its reference ([`crate::assumptions::payouts::LISTS_CARRY_PAYOUT_REFERENCES`]),
//! one whose code was not answered by its id. It needs [`gateway::repeat`]'s guard by a person.

use futures_util::stream::Stream;
use gateway::{Answer, Failure, Method, Priority, SecretText};

mod code;
mod create;
mod describe;
mod payout;
mod refusal;
mod status;

pub use code::CodeAnswer;
pub use create::{CreatePayout, build_create};
pub use describe::{LONGEST_DESCRIPTION, fold_description};
pub use payout::Payout;
pub use refusal::{CodeCause, CodeFailure, CodeHint};
pub use status::{OtpStatus, PayoutStatus};

use crate::client::{Call, Client, Resource};
use crate::pages::{Page, PageRequest, all_pages};
use crate::path;

const PAYOUTS: Resource<Payout> = Resource {
    folder: "/api/v1/payouts",
    name: "a payout",
    read: Payout::read,
};

impl Client {
    /// Sends the stored bytes of [`build_create`]; the bank then sends its code to the account's owner. No money
    /// moves before [`Client::verify_payout_code`]. After a failure of unknown certainty, or a `conflict`, look
    /// for its reference in the list.
    ///
    /// # Errors
    /// Any [`Failure`]; `forbidden_ip` when this machine's address is not on the gateway's list, `validation`
    /// for a balance that is too low and other rules, in the gateway's words.
    pub async fn send_create_payout(
        &self,
        body: &[u8],
        priority: Priority,
    ) -> Result<Answer<Payout>, Failure> {
        self.create(&PAYOUTS, body, priority).await
    }

    /// One page of all payouts; see [`crate::assumptions::LISTS_NEWEST_FIRST`].
    ///
    /// # Errors
    /// Any [`Failure`]; `forbidden_ip` as for a create.
    pub async fn list_payouts(
        &self,
        page: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Payout>>, Failure> {
        self.list(&PAYOUTS, page, priority).await
    }

    /// All payouts, page by page; ends after the first failure.
    pub fn all_payouts(
        &self,
        first: PageRequest,
        priority: Priority,
    ) -> impl Stream<Item = Result<Answer<Page<Payout>>, Failure>> {
        all_pages(first, move |page| self.list_payouts(page, priority))
    }

    /// One payout by the id of its creation.
    ///
    /// # Errors
    /// Any [`Failure`]; `bad_id` when the id may not enter a path, `forbidden_ip` as for a create.
    pub async fn get_payout(&self, payout_id: &str, priority: Priority) -> Result<Answer<Payout>, Failure> {
        self.get(&PAYOUTS, payout_id, priority).await
    }

    /// Confirms a payout with the bank's code: once per call, whatever comes of it. White space in the code is
    /// left out. A success may still say that the code was wrong ([`CodeAnswer::refused`]). After a failure
    /// of unknown certainty look by [`Client::get_payout`]: the money may be on its way.
    ///
    /// # Errors
    /// Any [`Failure`], with what the gateway tells about the code; `bad_request` when it is no code and
    /// nothing was sent. The code is in none of them.
    pub async fn verify_payout_code(
        &self,
        payout_id: &str,
        code: &SecretText,
        priority: Priority,
    ) -> Result<Answer<CodeAnswer>, CodeFailure> {
        let body = code::body(code)?;
        let call = Call {
            method: Method::Post,
            path_and_query: format!("{}/otps", path::one(PAYOUTS.folder, payout_id)?),
            body: body.as_bytes(),
            priority,
        };
        let attempt = self
            .exchange(&call)
            .await
            .map_err(|failure| CodeFailure::unanswered(body.hidden_in(failure)))?;
        self.read(&attempt, code::read_answer)
            .map_err(|failure| CodeFailure::answered(body.hidden_in(failure), &attempt.answer))
    }
}
