//! The rate budgets of the gateways this process has talked to: a minute goes on when its client is replaced.

use domain::Environment;
use gateway::rate::RateLimit;
use gateway::{Clock, RateBudget};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// One budget for each world and address.
#[derive(Debug, Default)]
pub(crate) struct Budgets(Mutex<HashMap<(Environment, String), Arc<RateBudget>>>);

impl Budgets {
    /// The budget of a gateway, as far as it is used up.
    pub(crate) fn of(
        &self,
        environment: Environment,
        base_url: &str,
        limit: RateLimit,
        clock: &Arc<dyn Clock>,
    ) -> Arc<RateBudget> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry((environment, base_url.to_owned()))
            .or_insert_with(|| Arc::new(RateBudget::new(clock.clone(), limit)))
            .clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use testkit::ManualClock;

    #[test]
    fn new_keys_do_not_give_a_new_minute() {
        let clock: Arc<dyn Clock> = Arc::new(ManualClock::default());
        let budgets = Budgets::default();
        let of = |environment| {
            budgets.of(
                environment,
                "https://open.finan.one/open",
                RateLimit::STANDARD,
                &clock,
            )
        };
        let first = of(Environment::Production);
        assert!(Arc::ptr_eq(&first, &of(Environment::Production)));
        assert!(!Arc::ptr_eq(&first, &of(Environment::Custom)));
    }
}
