//! The simulator from outside: raw HTTP over TCP, signed here and not by the product's client.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on must fail"
)]

mod accounts;
mod business;
mod clock_and_rate;
mod control;
mod faults;
mod hand;
mod instalments;
mod offline;
mod payments;
mod payouts;
mod program;
mod restart;
mod shop;
mod strictness;
mod wire;
