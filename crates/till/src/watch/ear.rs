//! Asks the gateway and hears what it says, one question at a time.

use super::hear::{Told, hear};
use super::hearing::Question;
use crate::line::Line;
use crate::{Till, TillError};
use finan_one::payments::Payment as Record;
use finan_one::{Client, PageRequest};
use gateway::{Answer, Code, Priority};
use std::collections::HashSet;

/// Where it is listened.
pub(super) struct Ear<'a> {
    pub(super) till: &'a Till,
    pub(super) line: &'a Line,
    pub(super) client: &'a Client,
}

impl Ear<'_> {
    /// Reads one page; what it tells of is no longer `missing`. Gives the page after it.
    pub(super) async fn page(
        &self,
        asked: PageRequest,
        priority: Priority,
        missing: &mut HashSet<String>,
    ) -> Result<Option<PageRequest>, TillError> {
        let question = self.till.hearing.ask();
        let answer = self.client.list_payments(asked, priority).await?;
        let next = answer.value.next;
        for record in &answer.value.rows {
            missing.remove(&record.payment_request_id);
        }
        let told = self.told(question, answer.map(|page| page.rows));
        hear(self.till, told).await?;
        Ok(next)
    }

    /// Reads one payment; what it tells of is no longer `missing`.
    pub(super) async fn one(
        &self,
        id: &str,
        priority: Priority,
        missing: &mut HashSet<String>,
    ) -> Result<(), TillError> {
        match self.ask(id, priority).await {
            Ok(()) => {
                missing.remove(id);
                Ok(())
            }
            // The gateway answered: it does not know this one. That says nothing about the line nor about the others.
            Err(TillError::Gateway(failure)) if failure.code == Code::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Reads one payment because somebody asked.
    pub(super) async fn ask(&self, id: &str, priority: Priority) -> Result<(), TillError> {
        let question = self.till.hearing.ask();
        let answer = self.client.get_payment(id, priority).await?;
        hear(self.till, self.told(question, answer.map(|record| vec![record]))).await
    }

    fn told(&self, question: Question, answer: Answer<Vec<Record>>) -> Told {
        Told {
            environment: self.line.environment,
            question,
            skew_ms: self.client.clock_reading().skew_ms,
            answer,
        }
    }
}
