//! Where a list's rows come from: each source walks one index, newest first, so no page ever sorts or counts past rows.
//! The indexes are named: without statistics the planner takes another one that walks the whole table.

use super::insert::first_place;
use super::list::PaymentFilter;
use crate::fold;
use domain::{Environment, IntentId, Method, UnixMs, Verdict};
use dong::Dong;
use rusqlite::types::Value;

/// A SELECT of `place, asked_now, money_in`, to be ordered by `place` or joined with others by UNION.
pub(super) struct Source {
    pub(super) sql: String,
    /// How this source calls the place it is ordered by.
    pub(super) place: &'static str,
    pub(super) values: Vec<Value>,
}

/// What a filter lets through, as the union of its sources.
pub(super) struct Sources {
    pub(super) all: Vec<Source>,
    /// Whether a payment can come from one of them only.
    pub(super) are_disjoint: bool,
}

/// The sources of what a scope and a search let through.
pub(super) fn of(scope: Scope, search: Option<&str>, amount: Option<Dong>) -> Sources {
    let typed = search.unwrap_or_default();
    let words = fold::words(typed);
    let mut sources = Vec::new();
    let whole = scope;
    let scope = whole.for_search();
    if let Some(query) = fold::query(&words) {
        sources.push(scope.text(query, fold::long_words(&words)));
    }
    let phone = fold::phone(typed).map(|digits| vec![digits]);
    if let Some(phone) = phone.filter(|phone| *phone != words)
        && let Some(query) = fold::query(&phone)
    {
        sources.push(scope.text(query, fold::long_words(&phone)));
    }
    if let Some(amount) = amount {
        sources.push(scope.equal(
            "payment p INDEXED BY payment_by_amount",
            "p.asked_now",
            amount.get().into(),
        ));
    }
    if let Some(id) = intent_id(typed) {
        let of_intent = " AND p.id = (SELECT i.payment_id FROM intent i WHERE i.id = ?)";
        sources.push(scope.source("payment p", "p.place", of_intent, vec![id.to_string().into()]));
    }
    if !words.is_empty() {
        sources.push(scope.equal(
            "payment p INDEXED BY payment_by_gateway_id",
            "p.gateway_id",
            typed.trim().to_owned().into(),
        ));
    }
    if sources.is_empty() {
        Sources {
            all: whole.all(),
            are_disjoint: true,
        }
    } else {
        Sources {
            all: sources,
            are_disjoint: false,
        }
    }
}

/// The id or our reference of a payment or of a step on one, typed or pasted whole.
fn intent_id(typed: &str) -> Option<IntentId> {
    let typed = typed.trim();
    let digits = typed
        .strip_prefix("TV")
        .or_else(|| typed.strip_prefix("tv"))
        .unwrap_or(typed);
    digits.parse().ok()
}

/// What limits every source alike.
#[derive(Clone)]
pub(super) struct Scope {
    environment: &'static str,
    from: i64,
    before: i64,
    time: Option<Time>,
    verdicts: Vec<Verdict>,
    methods: Vec<Method>,
    invoices: Option<Invoices>,
}

/// From when to when payments count, when not always.
#[derive(Debug, Clone, Copy)]
struct Time {
    from: UnixMs,
    to: UnixMs,
}

/// When a payment counts: an invoice with the money, everything else when it was asked for.
const COUNTS_AT: &str =
    "CASE WHEN p.method = 'invoice' THEN COALESCE(p.money_seen_at, p.created_at) ELSE p.created_at END";

/// A condition on the row `v` of `invoice`.
#[derive(Clone)]
pub(super) struct Invoices {
    pub(super) index: &'static str,
    pub(super) sql: String,
    pub(super) values: Vec<Value>,
}

impl Scope {
    /// Payments.
    pub(super) fn new(filter: &PaymentFilter, before: Option<i64>) -> Self {
        let end = filter.to.map_or(i64::MAX, first_place);
        Self {
            environment: filter.environment.as_str(),
            from: filter.from.map_or(i64::MIN, first_place),
            before: before.map_or(end, |place| place.min(end)),
            time: (filter.from.is_some() || filter.to.is_some()).then(|| Time {
                from: filter.from.unwrap_or(i64::MIN),
                to: filter.to.unwrap_or(i64::MAX),
            }),
            verdicts: distinct(&filter.verdicts),
            methods: distinct(&filter.methods),
            invoices: None,
        }
    }

    /// Invoices only.
    pub(super) fn of_invoices(environment: Environment, invoices: Invoices, before: Option<i64>) -> Self {
        Self {
            invoices: Some(invoices),
            ..Self::new(&PaymentFilter::all(environment), before)
        }
    }

    /// What was found may have been asked for before it counts.
    fn for_search(&self) -> Self {
        Self {
            from: i64::MIN,
            ..self.clone()
        }
    }

    /// Invoices that were sent before the time begins; their money may have come in it.
    fn sent_before(&self) -> Option<Self> {
        self.time.filter(|time| time.from > i64::MIN)?;
        let are_wanted = self.methods.is_empty() || self.methods.contains(&Method::Invoice);
        are_wanted.then(|| Self {
            from: i64::MIN,
            before: self.before.min(self.from),
            methods: vec![Method::Invoice],
            ..self.clone()
        })
    }

    fn source(&self, tables: &str, place: &'static str, condition: &str, value: Vec<Value>) -> Source {
        let mut sql = format!(
            "SELECT p.place, p.asked_now, p.money_in FROM {tables}
             WHERE p.environment = ? AND {place} >= ? AND {place} < ?{condition}"
        );
        let mut values = vec![
            self.environment.to_owned().into(),
            self.from.into(),
            self.before.into(),
        ];
        values.extend(value);
        if let Some(Time { from, to }) = self.time {
            sql.push_str(&format!(" AND {COUNTS_AT} >= ? AND {COUNTS_AT} < ?"));
            values.extend([from.into(), to.into()]);
        }
        if let Some(Invoices {
            sql: own,
            values: more,
            ..
        }) = &self.invoices
        {
            if tables.starts_with("invoice v") {
                sql.push_str(own);
            } else {
                sql.push_str(&format!(
                    " AND EXISTS (SELECT 1 FROM invoice v WHERE v.place = p.place{own})"
                ));
            }
            values.extend(more.iter().cloned());
        }
        let verdicts = self.verdicts.iter().map(|verdict| verdict.as_str());
        let methods = self.methods.iter().map(|method| method.as_str());
        for (column, words) in [
            ("p.verdict", verdicts.collect::<Vec<_>>()),
            ("p.method", methods.collect()),
        ] {
            if !words.is_empty() {
                let marks = vec!["?"; words.len()].join(", ");
                sql.push_str(&format!(" AND {column} IN ({marks})"));
                values.extend(words.into_iter().map(|word| Value::from(word.to_owned())));
            }
        }
        Source { sql, place, values }
    }

    fn equal(&self, table: &str, column: &str, value: Value) -> Source {
        self.source(table, "p.place", &format!(" AND {column} = ?"), vec![value])
    }

    fn text(&self, query: String, long_words: Vec<String>) -> Source {
        let mut condition = " AND s.payment_search MATCH ?".to_owned();
        let mut values = vec![query.into()];
        for word in long_words {
            condition.push_str(" AND instr(p.folded, ?) > 0");
            values.push(word.into());
        }
        // CROSS JOIN keeps the order: the word index leads, by place, and payments are looked up one by one.
        self.source(
            "payment_search s CROSS JOIN payment p ON p.place = s.rowid",
            "s.rowid",
            &condition,
            values,
        )
    }

    /// Without a search: one source for each method and verdict, since their index gives the order within one pair only.
    fn all(self) -> Vec<Source> {
        if let Some(Invoices { index, .. }) = self.invoices {
            let tables = format!("invoice v INDEXED BY {index} CROSS JOIN payment p ON p.place = v.place");
            let own_index = " AND v.environment = ?";
            return vec![self.source(
                &tables,
                "v.place",
                own_index,
                vec![self.environment.to_owned().into()],
            )];
        }
        let mut sources = self.sent_before().map(Self::by_method).unwrap_or_default();
        if self.verdicts.is_empty() && self.methods.is_empty() {
            sources.push(self.source(
                "payment p INDEXED BY payment_by_environment",
                "p.place",
                "",
                Vec::new(),
            ));
        } else {
            sources.extend(self.by_method());
        }
        sources
    }

    fn by_method(self) -> Vec<Source> {
        let verdicts = or_all(&self.verdicts, &VERDICTS);
        let mut sources = Vec::new();
        for method in or_all(&self.methods, &Method::ALL) {
            for verdict in &verdicts {
                let scope = Self {
                    verdicts: vec![*verdict],
                    methods: vec![method],
                    ..self.clone()
                };
                sources.push(scope.source(
                    "payment p INDEXED BY payment_by_method_and_verdict",
                    "p.place",
                    "",
                    Vec::new(),
                ));
            }
        }
        sources
    }
}

/// Every word that the column may hold.
const VERDICTS: [Verdict; 6] = [
    Verdict::Unpaid,
    Verdict::Paid,
    Verdict::Short,
    Verdict::Over,
    Verdict::Late,
    Verdict::Unknown,
];

fn or_all<T: Copy>(chosen: &[T], all: &[T]) -> Vec<T> {
    if chosen.is_empty() { all } else { chosen }.to_vec()
}

fn distinct<T: Copy + PartialEq>(chosen: &[T]) -> Vec<T> {
    let mut out = Vec::new();
    for one in chosen {
        if !out.contains(one) {
            out.push(*one);
        }
    }
    out
}

#[cfg(test)]
mod tests;
