//! What customers and products have in common: a row of ours that mirrors one of the gateway's.

use domain::{Environment, Mirror, MirrorState, UnixMs};
use finan_one::{Body, Client, InvalidField, Page, PageRequest};
use gateway::{Answer, Failure, Priority};
use serde::Serialize;
use store::{Fetched, Outcome, Store, StoreError};
use uuid::Uuid;

/// One book.
pub(crate) trait Book: Clone + Send + Sync + Sized + 'static {
    /// What a person enters.
    type Facts: Clone + PartialEq + Serialize + Send + Sync + 'static;
    /// A row as the gateway's client reads it.
    type Record: Send;

    /// What the book is called in what is stored.
    const NAME: &'static str;
    /// The page's name of the field that holds the code.
    const CODE: &'static str;

    /// The world it lives in.
    fn world(&self) -> Environment;
    /// The row's id.
    fn uuid(&self) -> Uuid;
    /// The gateway's half.
    fn mirror(&self) -> &Mirror;
    /// What was entered.
    fn facts(&self) -> &Self::Facts;
    /// The code in what was entered.
    fn code(facts: &Self::Facts) -> &str;

    /// The gateway's code of a record, also of one that cannot be taken over.
    fn code_of(record: &Self::Record) -> Option<&str>;
    /// A record as our book keeps it; none when it lacks what every row has.
    fn read(record: Self::Record) -> Option<Fetched<Self::Facts>>;
    /// The bytes that create it.
    fn build(facts: &Self::Facts) -> Result<Body, InvalidField>;

    /// One page of the gateway's list.
    async fn page(
        client: &Client,
        asked: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Self::Record>>, Failure>;
    /// Creates; gives the gateway's id.
    async fn create(client: &Client, body: &[u8], priority: Priority) -> Result<String, Failure>;
    /// Makes the gateway's row say what ours says. May be repeated.
    async fn update(
        client: &Client,
        gateway_id: &str,
        facts: &Self::Facts,
        priority: Priority,
    ) -> Result<(), Failure>;
    /// Deletes. May be repeated.
    async fn delete(client: &Client, gateway_id: &str, priority: Priority) -> Result<(), Failure>;

    /// The rows the gateway is still to be told of, the oldest change first.
    async fn pending(store: &Store, world: Environment, limit: usize) -> Result<Vec<Self>, StoreError>;
    /// How many rows are in these states.
    async fn count(store: &Store, world: Environment, states: &[MirrorState]) -> Result<u64, StoreError>;
    /// One row, whatever its state.
    async fn one(store: &Store, id: Uuid) -> Result<Option<Self>, StoreError>;
    /// The row with a code that was not deleted.
    async fn by_code(store: &Store, world: Environment, code: &str) -> Result<Option<Self>, StoreError>;
    /// Keeps what came of telling the gateway.
    async fn settle(
        &self,
        store: &Store,
        seen: UnixMs,
        outcome: Outcome,
    ) -> Result<Option<MirrorState>, StoreError>;
    /// Takes over what the gateway told.
    async fn take_over(
        store: &Store,
        world: Environment,
        fetched: Vec<Fetched<Self::Facts>>,
        at: UnixMs,
    ) -> Result<(), StoreError>;
    /// After everything was fetched: the others are gone.
    async fn finish(store: &Store, world: Environment, started_at: UnixMs) -> Result<usize, StoreError>;
}
