//! What becomes of one row of a file.

use super::Tabular;
use super::known::Known;
use super::reading::Judged;
use crate::books::code_taken;
use crate::books::codes::Codes;
use crate::{TillError, ids};
use contract::books::ImportVerdict;
use contract::settings::Language;
use contract::{ErrorBody, ErrorCode};
use domain::{Environment, UnixMs};
use std::collections::HashSet;

/// Why a phone that is a number is refused.
const LOST_DIGITS: &str = "lost_digits";

/// For whom and when rows are judged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Of {
    pub(super) world: Environment,
    pub(super) now: UnixMs,
    /// In its words the preview shows them.
    pub(super) language: Language,
}

/// Judges rows from the top: of two that are the same one the first counts.
pub(super) struct Judge<'a, B> {
    known: &'a Known<B>,
    codes: &'a Codes,
    of: Of,
    seen_codes: HashSet<String>,
    seen_others: HashSet<String>,
}

/// What a row of a file says.
pub(super) struct Typed {
    /// The cells that are not empty, by the page's names.
    pub(super) cells: Vec<(&'static str, String)>,
    /// A phone kept as a number, of which nobody can tell whether digits are missing in front.
    pub(super) doubtful: Option<&'static str>,
}

impl Typed {
    fn cell(&self, key: &str) -> &str {
        let cell = self.cells.iter().find(|(known, _)| *known == key);
        cell.map_or("", |(_, text)| text)
    }
}

impl<'a, B: Tabular> Judge<'a, B> {
    pub(super) fn new(known: &'a Known<B>, codes: &'a Codes, of: Of) -> Self {
        Self {
            known,
            codes,
            of,
            seen_codes: HashSet::new(),
            seen_others: HashSet::new(),
        }
    }

    /// Judges one row. Cells that are empty leave what is there as it is.
    pub(super) fn judge(&mut self, line: u32, columns: &[&'static str], typed: &Typed) -> Judged<B> {
        let judged = self.decide(typed);
        let language = self.of.language;
        let shown = |facts: Option<&B::Facts>| {
            let texts = columns.iter().map(|key| match facts {
                Some(facts) => B::cell(facts, key, language).into_text(),
                None => typed.cell(key).to_owned(),
            });
            texts.collect()
        };
        match judged {
            Ok((verdict, row)) => Judged {
                line,
                verdict,
                problem: None,
                cells: shown(row.as_ref().map(B::facts)),
                row: row.filter(|_| matches!(verdict, ImportVerdict::New | ImportVerdict::Change)),
            },
            Err(error) => Judged {
                line,
                verdict: ImportVerdict::Wrong,
                problem: Some(with_field(error)),
                cells: shown(None),
                row: None,
            },
        }
    }

    fn decide(&mut self, typed: &Typed) -> Result<(ImportVerdict, Option<B>), TillError> {
        if let Some(field) = typed.doubtful {
            let body = ErrorBody::of(ErrorCode::FieldRefused).with("field", field);
            return Err(TillError::Refused(body.with("reason", LOST_DIGITS)));
        }
        let entered = self.entered(B::blank(), typed)?;
        let code = B::code(&entered);
        let other = B::other_key(&entered);
        let before = if code.is_empty() {
            self.known.by_other(&other)
        } else {
            self.known.by_code(code)
        };
        if self.is_double(code, &other) {
            return Ok((ImportVerdict::Double, None));
        }
        if let Some(field) = B::UNIQUE_KEY {
            let owner = self.known.by_other(&other).filter(|_| !other.is_empty());
            if let Some(owner) = owner.filter(|owner| before.map(B::uuid) != Some(owner.uuid())) {
                return Err(code_taken(field, B::name(owner.facts())));
            }
        }
        let facts = match before {
            Some(row) => self.entered(row.facts().clone(), typed)?,
            None => entered,
        };
        let id = ids::new(self.of.now);
        let mut facts = B::with_defaults(facts, self.codes, before.is_none());
        if B::code(&facts).is_empty() {
            B::make_code(&mut facts, id);
        }
        B::check(&facts)?;
        let verdict = match before {
            None => ImportVerdict::New,
            Some(row) if *row.facts() == facts => ImportVerdict::Same,
            Some(_) => ImportVerdict::Change,
        };
        Ok((
            verdict,
            Some(B::row(before, id, self.of.world, facts, self.of.now)),
        ))
    }

    fn entered(&self, mut facts: B::Facts, typed: &Typed) -> Result<B::Facts, TillError> {
        for (key, text) in &typed.cells {
            B::enter(&mut facts, key, text, self.codes)?;
        }
        Ok(facts)
    }

    /// Rows without a code are the same when what they are found under is.
    fn is_double(&mut self, code: &str, other: &str) -> bool {
        let is_code_seen = !code.is_empty() && !self.seen_codes.insert(code.to_owned());
        let counts = B::UNIQUE_KEY.is_some() || code.is_empty();
        let is_other_seen = counts && !other.is_empty() && !self.seen_others.insert(other.to_owned());
        is_code_seen || is_other_seen
    }
}

fn with_field(error: TillError) -> ErrorBody {
    let body = ErrorBody::from(error);
    match body.code {
        ErrorCode::ContactMissing => body.with("field", "contacts.0.name"),
        _ => body,
    }
}
