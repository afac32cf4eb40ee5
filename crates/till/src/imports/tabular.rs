//! What an import and an export have to know of a book.

use super::Column;
use crate::TillError;
use crate::books::Book;
use crate::books::codes::Codes;
use contract::settings::Language;
use domain::{Environment, MirrorState};
use dong::Dong;
use store::{BookCursor, BookPage, ImportKind, Store, StoreError};
use uuid::Uuid;

/// Which rows of a book; all that stand in it unless something is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Chosen {
    /// What was typed.
    pub(crate) search: Option<String>,
    /// Any of these states.
    pub(crate) states: Vec<MirrorState>,
}

/// A cell of a row of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    /// A text.
    Text(String),
    /// Money.
    Money(Dong),
}

impl Content {
    /// As the preview shows it.
    pub(super) fn into_text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Money(amount) => amount.get().to_string(),
        }
    }
}

/// A book as a table.
pub(crate) trait Tabular: Book {
    /// The store's name of the book.
    const IMPORT: ImportKind;
    /// Its columns.
    const COLUMNS: &'static [Column];
    /// Without this column a file is not one of this book.
    const NEEDED: &'static str;

    /// What an exported file is called, before its date, and the name of its sheet.
    fn title(language: Language) -> (&'static str, &'static str);

    /// A row before anything was entered.
    fn blank() -> Self::Facts;
    /// Enters a cell that is not empty.
    ///
    /// # Errors
    /// Why it cannot be.
    fn enter(facts: &mut Self::Facts, key: &str, text: &str, codes: &Codes) -> Result<(), TillError>;
    /// What a cell holds, in the words of a language.
    fn cell(facts: &Self::Facts, key: &str, language: Language) -> Content;
    /// Under what a row is found again besides its code: a customer's phone, a product's name.
    fn other_key(facts: &Self::Facts) -> String;
    /// The field of [`Tabular::other_key`] when it may not stand twice.
    const UNIQUE_KEY: Option<&'static str>;
    /// The shop's defaults where nothing was entered.
    fn with_defaults(facts: Self::Facts, codes: &Codes, is_new: bool) -> Self::Facts;
    /// Enters a code made by the app.
    fn make_code(facts: &mut Self::Facts, id: Uuid);
    /// The same checks as before saving.
    ///
    /// # Errors
    /// The first thing that cannot be taken.
    fn check(facts: &Self::Facts) -> Result<(), TillError>;
    /// What a person calls it.
    fn name(facts: &Self::Facts) -> &str;

    /// A row to be saved, made or changed now.
    fn row(before: Option<&Self>, id: Uuid, world: Environment, facts: Self::Facts, now: i64) -> Self;
    /// Saves a part of an import.
    async fn import(store: &Store, batch: Uuid, rows: Vec<Self>) -> Result<(), StoreError>;
    /// One page of the book, by name.
    async fn page_of_book(
        store: &Store,
        world: Environment,
        chosen: Chosen,
        after: Option<BookCursor>,
    ) -> Result<BookPage<Self>, StoreError>;
    /// How many rows match.
    async fn count_of_book(store: &Store, world: Environment, chosen: Chosen) -> Result<u64, StoreError>;
}
