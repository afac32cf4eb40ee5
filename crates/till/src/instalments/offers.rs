//! The plans that were offered last, for each sale: a page names a plan, it does not describe one.

use domain::{Plan, SaleId};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Offers of this process.
#[derive(Debug, Default)]
pub(crate) struct Offers(Mutex<HashMap<SaleId, Vec<Plan>>>);

impl Offers {
    /// Remembers the plans of a sale in place of earlier ones.
    pub(super) fn keep(&self, sale: SaleId, plans: Vec<Plan>) {
        self.all().insert(sale, plans);
    }

    /// The plan with this id, when it was among the last offers.
    pub(super) fn find(&self, sale: SaleId, id: &str) -> Option<Plan> {
        let all = self.all();
        all.get(&sale)?.iter().find(|plan| plan.id == id).cloned()
    }

    fn all(&self) -> MutexGuard<'_, HashMap<SaleId, Vec<Plan>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
