//! The shop's books that are mirrored at the gateway.

pub mod codes;
mod tell_first;

pub(crate) use tell_first::tell_first;
