//! Table `event`: the timeline of one payment or payout, appended only.

use crate::column::{maybe_dong, maybe_word, readable, word};
use crate::{Store, StoreError};
use domain::{Heard, IntentId, IntentKind, Move, PaymentId, UnixMs};
use dong::Dong;
use rusqlite::{Connection, Row, Transaction};

/// What a timeline entry tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// A person decided; on disk.
    Committed,
    /// The request was let go.
    Sent,
    /// It certainly never left.
    NotSent,
    /// The gateway has it.
    Answered,
    /// The gateway refused it.
    Refused,
    /// A request left and no clear answer came.
    AnswerLost,
    /// The same bytes were let go again under the same key.
    Repeated,
    /// The lists are searched for it.
    Looked,
    /// The search could not be finished.
    LookFailed,
    /// The search was complete and did not find it.
    NotFound,
    /// Closed without ever leaving.
    Dropped,
    /// The gateway's status or sum changed.
    Status,
    /// The guard judged the QR.
    QrChecked,
    /// A new payment took its place.
    Replaced,
}

impl EventKind {
    const ALL: [Self; 14] = [
        Self::Committed,
        Self::Sent,
        Self::NotSent,
        Self::Answered,
        Self::Refused,
        Self::AnswerLost,
        Self::Repeated,
        Self::Looked,
        Self::LookFailed,
        Self::NotFound,
        Self::Dropped,
        Self::Status,
        Self::QrChecked,
        Self::Replaced,
    ];

    /// The word stored and sent to the page.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Committed => "committed",
            Self::Sent => "sent",
            Self::NotSent => "notSent",
            Self::Answered => "answered",
            Self::Refused => "refused",
            Self::AnswerLost => "answerLost",
            Self::Repeated => "repeated",
            Self::Looked => "looked",
            Self::LookFailed => "lookFailed",
            Self::NotFound => "notFound",
            Self::Dropped => "dropped",
            Self::Status => "status",
            Self::QrChecked => "qrChecked",
            Self::Replaced => "replaced",
        }
    }

    fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == word)
    }

    pub(crate) const fn of_move(step: Move) -> Self {
        match step {
            Move::Commit => Self::Committed,
            Move::Send => Self::Sent,
            Move::NotSent => Self::NotSent,
            Move::Confirm => Self::Answered,
            Move::Refuse => Self::Refused,
            Move::LoseAnswer => Self::AnswerLost,
            Move::Repeat => Self::Repeated,
            Move::Look => Self::Looked,
            Move::LookFailed => Self::LookFailed,
            Move::Miss => Self::NotFound,
            Move::Drop => Self::Dropped,
        }
    }
}

/// One entry of a payment's timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: UnixMs,
    /// What.
    pub kind: EventKind,
    /// The step that it is about; none for the payment's own intent.
    pub about: Option<IntentKind>,
    /// The stable code of a failure or refusal.
    pub code: Option<String>,
    /// The gateway's status word, when it told one.
    pub status: Option<String>,
    /// The sum received, when it told one.
    pub received: Option<Dong>,
    /// The gateway's request id.
    pub request_id: Option<String>,
    /// The gateway's own word for a status or a refusal.
    pub reason: Option<String>,
    /// The gateway's text; for a text node only.
    pub message: Option<String>,
}

impl Event {
    /// An entry with nothing but its kind.
    #[must_use]
    pub const fn new(kind: EventKind, at: UnixMs) -> Self {
        Self {
            at,
            kind,
            about: None,
            code: None,
            status: None,
            received: None,
            request_id: None,
            reason: None,
            message: None,
        }
    }

    pub(crate) fn of_status(heard: &Heard) -> Self {
        Self {
            status: Some(heard.status.as_str().to_owned()),
            received: heard.received,
            reason: heard.reason.clone(),
            message: heard.message.clone(),
            ..Self::new(EventKind::Status, heard.at)
        }
    }
}

impl Store {
    /// Adds an entry to a payment's timeline.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be written.
    pub async fn append_event(&self, id: PaymentId, event: Event) -> Result<(), StoreError> {
        self.write(move |tx| append(tx, id, &event)).await
    }

    /// A payment's timeline with that of its steps, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn events(&self, id: PaymentId) -> Result<Vec<Event>, StoreError> {
        self.read(move |db| of(db, id)).await
    }
}

/// The timeline of a payment or a payout, by the id of the intent that made it.
pub(crate) fn of(db: &Connection, id: impl Into<IntentId>) -> Result<Vec<Event>, StoreError> {
    let mut select = db.prepare_cached("SELECT * FROM event WHERE payment_id = ?1 ORDER BY seq")?;
    Ok(readable(
        select.query_map([id.into().to_string()], read)?,
        "event",
    )?)
}

pub(crate) fn append(tx: &Transaction<'_>, id: impl Into<IntentId>, event: &Event) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT INTO event (payment_id, at, kind, about, code, status, received, request_id, reason, message)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute((
        id.into().to_string(),
        event.at,
        event.kind.as_str(),
        event.about.map(IntentKind::as_str),
        &event.code,
        &event.status,
        event.received.map(Dong::get),
        &event.request_id,
        &event.reason,
        &event.message,
    ))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        at: row.get("at")?,
        kind: word(row, "kind", EventKind::from_stored)?,
        about: maybe_word(row, "about", IntentKind::from_stored)?,
        code: row.get("code")?,
        status: row.get("status")?,
        received: maybe_dong(row, "received")?,
        request_id: row.get("request_id")?,
        reason: row.get("reason")?,
        message: row.get("message")?,
    })
}
