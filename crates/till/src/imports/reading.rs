//! A file as it was understood, kept until it is imported or another one is read.

use super::{Running, Tabular};
use contract::ErrorBody;
use contract::books::ImportVerdict;
use domain::{Customer, Environment, Product};
use std::sync::{Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// What was read last of each book, and what runs.
#[derive(Debug, Default)]
pub(crate) struct Imports {
    customers: Slot<Customer>,
    products: Slot<Product>,
    /// Imports and exports that run.
    pub(crate) running: Running,
}

/// One reading of a book.
#[derive(Debug)]
pub(crate) struct Slot<B>(Mutex<Option<Reading<B>>>);

impl<B> Default for Slot<B> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<B> Slot<B> {
    pub(super) fn put(&self, reading: Reading<B>) {
        *self.inner() = Some(reading);
    }

    /// Takes out the reading with this id, if it was made in this world: it is imported once.
    pub(super) fn take(&self, id: &str, world: Environment) -> Option<Reading<B>> {
        self.inner()
            .take_if(|reading| reading.id.to_string() == id && reading.world == world)
    }

    fn inner(&self) -> MutexGuard<'_, Option<Reading<B>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A file as it was understood.
#[derive(Debug)]
pub(super) struct Reading<B> {
    pub(super) id: Uuid,
    pub(super) world: Environment,
    pub(super) file_name: String,
    /// The columns that were understood.
    pub(super) columns: Vec<&'static str>,
    pub(super) unknown_columns: Vec<String>,
    pub(super) rows: Vec<Judged<B>>,
}

/// One row as it was understood.
#[derive(Debug)]
pub(super) struct Judged<B> {
    pub(super) line: u32,
    pub(super) verdict: ImportVerdict,
    pub(super) problem: Option<ErrorBody>,
    pub(super) cells: Vec<String>,
    /// What is to be saved, for a new or a changed one.
    pub(super) row: Option<B>,
}

/// Where a book's reading is kept.
pub(crate) trait Kept: Tabular {
    fn slot(imports: &Imports) -> &Slot<Self>;
}

impl Kept for Customer {
    fn slot(imports: &Imports) -> &Slot<Self> {
        &imports.customers
    }
}

impl Kept for Product {
    fn slot(imports: &Imports) -> &Slot<Self> {
        &imports.products
    }
}
