//! What every operation is told besides its request.

use crate::assumptions::fundiin::FundiinSwitches;
use crate::config::FundiinCredentials;
use crate::shared::Shared;

/// The rules in force and the time.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'a> {
    pub(crate) switches: &'a FundiinSwitches,
    pub(crate) credentials: &'a FundiinCredentials,
    pub(crate) now_ms: i64,
}

impl<'a> Setting<'a> {
    pub(crate) fn of(shared: &'a Shared) -> Self {
        Self {
            switches: &shared.switches.fundiin,
            credentials: &shared.fundiin_credentials,
            now_ms: shared.clock.now_ms(),
        }
    }
}
