//! What can go wrong on purpose: rules armed at run time, and the plan they make for one request.

mod armed;
mod kind;
mod plan;
mod rule;

pub(crate) use armed::Armed;
pub(crate) use kind::{RequestKind, Resource};
pub(crate) use plan::{Break, LinkFault, Plan, QrFault};
pub use rule::{Fault, FaultRule, InstalmentCall, Repeat, Scope};
