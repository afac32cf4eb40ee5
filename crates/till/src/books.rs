//! The shop's books that are mirrored at the gateway.

pub(crate) mod codes;
