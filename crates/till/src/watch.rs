//! The watch: reads the gateway's lists on a schedule and passes on what they say.

mod ear;
mod freshness;
mod hear;
mod hearing;
mod instalments;
mod invoices;
mod payouts;
mod plan;
mod poll;
mod schedule;
mod tell;

pub(crate) use freshness::Freshness;
pub(crate) use hear::{came_after, heard_of, on_our_clock};
pub(crate) use hearing::{Hearing, Question};
pub(crate) use instalments::{Rounds, ask_now};
pub(crate) use invoices::{InvoiceRounds, look_at_invoice};
pub(crate) use payouts::{PayoutRounds, ask_payout, keep_payout, payout_watched_until};
pub(crate) use plan::{Plan, plan};
pub(crate) use poll::{Trail, look_now, poll};
pub(crate) use schedule::WATCHED_MS;
pub(crate) use tell::{answered, failed, tell, tell_freshness, tell_since};
