//! The rules in force: each request takes what strikes it and wears the rule down.

use super::kind::RequestKind;
use super::plan::Plan;
use super::rule::{Fault, FaultRule, Repeat};

/// The armed rules, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Armed {
    rules: Vec<FaultRule>,
}

impl Armed {
    pub(crate) fn set(&mut self, rules: Vec<FaultRule>) {
        self.rules = rules;
        self.rules.retain(|rule| rule.repeat != Repeat::Next(0));
    }

    pub(crate) fn rules(&self) -> Vec<FaultRule> {
        self.rules.clone()
    }

    /// What happens to a request of this kind.
    pub(crate) fn take(&mut self, kind: RequestKind) -> Plan {
        let mut plan = Plan::default();
        self.wear_down(|rule| {
            let strikes = rule.strikes(kind);
            if strikes {
                plan.add(&rule.fault);
            }
            strikes
        });
        plan
    }

    /// Whether a connection that just arrived is dropped.
    pub(crate) fn take_offline(&mut self) -> bool {
        let mut offline = false;
        self.wear_down(|rule| {
            let strikes = !offline && rule.fault == Fault::Offline && rule.repeat != Repeat::Always;
            offline |= strikes;
            strikes
        });
        offline
    }

    /// Whether nobody is there until further notice.
    pub(crate) fn is_dark(&self) -> bool {
        self.rules
            .iter()
            .any(|rule| rule.fault == Fault::Offline && rule.repeat == Repeat::Always)
    }

    fn wear_down(&mut self, mut strikes: impl FnMut(&FaultRule) -> bool) {
        self.rules.retain_mut(|rule| {
            if !strikes(rule) {
                return true;
            }
            match rule.repeat {
                Repeat::Always => true,
                Repeat::Once | Repeat::Next(0 | 1) => false,
                Repeat::Next(left) => {
                    rule.repeat = Repeat::Next(left.saturating_sub(1));
                    true
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_wear_down_to_nothing() {
        let mut armed = Armed::default();
        armed.set(vec![
            FaultRule::once(Fault::LostAnswer),
            FaultRule::next(2, Fault::ServerError),
        ]);
        let get = || RequestKind::of("GET", "/api/v1/payments");
        armed.take(get());
        assert_eq!(armed.rules().len(), 2);
        armed.take(get());
        assert_eq!(armed.rules(), vec![FaultRule::once(Fault::LostAnswer)]);
    }

    #[test]
    fn offline_for_a_while_is_not_dark() {
        let mut armed = Armed::default();
        armed.set(vec![FaultRule::next(1, Fault::Offline)]);
        assert!(!armed.is_dark());
        assert!(armed.take_offline());
        assert!(!armed.take_offline());
        armed.set(vec![FaultRule::always(Fault::Offline)]);
        assert!(armed.is_dark());
    }
}
