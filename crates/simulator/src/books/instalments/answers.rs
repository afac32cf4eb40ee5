//! Answers kept under their `Idempotency-Key` (contract §3).

use serde::{Deserialize, Serialize};

use crate::assumptions::fundiin::KEY_LIFE_MS;

/// A finished request and what it was answered, byte for byte.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct KeptAnswer {
    /// Client, path and key together.
    pub(crate) key: String,
    /// SHA-256 of the request's body, hexadecimal.
    pub(crate) request: String,
    pub(crate) status: u16,
    pub(crate) body: String,
    pub(crate) at_ms: i64,
}

/// The kept answers, oldest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Answers(Vec<KeptAnswer>);

impl Answers {
    pub(crate) fn find(&self, key: &str, now_ms: i64) -> Option<&KeptAnswer> {
        let is_alive = |kept: &KeptAnswer| now_ms.saturating_sub(kept.at_ms) <= KEY_LIFE_MS;
        self.0.iter().find(|kept| kept.key == key && is_alive(kept))
    }

    pub(crate) fn keep(&mut self, answer: KeptAnswer) {
        let now_ms = answer.at_ms;
        self.0
            .retain(|kept| now_ms.saturating_sub(kept.at_ms) <= KEY_LIFE_MS);
        self.0.push(answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_lives_seven_days() {
        let mut answers = Answers::default();
        answers.keep(KeptAnswer {
            key: "k".to_owned(),
            request: String::new(),
            status: 200,
            body: "{}".to_owned(),
            at_ms: 5,
        });
        assert!(answers.find("k", 5 + KEY_LIFE_MS).is_some());
        assert!(answers.find("k", 6 + KEY_LIFE_MS).is_none());
        assert!(answers.find("other", 5).is_none());
    }
}
