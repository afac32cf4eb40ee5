//! Fundiin from outside.

mod cancel_and_refund;
mod faults;
mod hand;
mod initiate;
mod merchant;
mod notices;
mod order_of_checks;
mod plans;
mod replay;
mod strictness;
mod time;
