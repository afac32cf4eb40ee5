//! The watch: reads the gateway's lists on a schedule and passes on what they say.

mod freshness;
mod hear;
mod plan;
mod poll;
mod schedule;
mod tell;

pub(crate) use freshness::Freshness;
pub(crate) use hear::heard_of;
pub(crate) use plan::{Plan, plan};
pub(crate) use poll::{Trail, look_now, poll};
pub(crate) use schedule::WATCHED_MS;
pub(crate) use tell::{tell, tell_freshness};
