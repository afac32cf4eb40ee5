//! Payouts of a whole till against the simulator: one payout or none, whatever happens.

mod codes;
mod crowd;
mod disk;
mod guard;
mod interrupted;
mod lost;
mod people;
mod random;
mod reading;
mod refusals;
mod secrecy;
mod setup;
mod watching;

use super::Shop;
use super::shop::code;
use setup::{OWNER, Sent, secret};
