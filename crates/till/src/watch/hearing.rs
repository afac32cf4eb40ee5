//! The order of questions. Answers may overtake each other; what a later question was told is newer.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// Remembers, for each of the gateway's payments, the latest question that was answered about it.
#[derive(Debug, Default)]
pub(crate) struct Hearing {
    asked: AtomicU64,
    heard: Mutex<HashMap<String, u64>>,
}

/// A question's place in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Question(u64);

impl Hearing {
    /// A question is about to be asked.
    pub(crate) fn ask(&self) -> Question {
        Question(self.asked.fetch_add(1, Ordering::Relaxed).saturating_add(1))
    }

    /// Whether this answer about a payment is not older than what was heard already; if so, it is what was heard.
    pub(crate) fn is_news(&self, gateway_id: &str, question: Question) -> bool {
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        let last = heard.entry(gateway_id.to_owned()).or_insert(question.0);
        let is_news = *last <= question.0;
        *last = question.0.max(*last);
        is_news
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_was_overtaken_is_no_news() {
        let hearing = Hearing::default();
        let (early, late) = (hearing.ask(), hearing.ask());
        assert!(hearing.is_news("p", late));
        assert!(!hearing.is_news("p", early));
        assert!(hearing.is_news("q", early) && hearing.is_news("q", late));
    }
}
