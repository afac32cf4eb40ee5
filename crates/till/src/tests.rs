//! Flows of a whole till against the simulator.

mod books;
mod guarding;
mod instalments;
mod invoices;
mod lab_clock;
mod listing;
mod payouts;
mod random;
mod repeating;
mod restarting;
mod secrecy;
mod selling;
mod shop;
mod watching;
mod worlds;

use lab_clock::LabClock;
use shop::Shop;
