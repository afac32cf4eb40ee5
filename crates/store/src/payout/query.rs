//! Looking up payouts: one, its timeline, those to be watched, those like another, and what the day's come to.

use super::row::{self, SELECT};
use crate::column::readable;
use crate::event::{self, Event};
use crate::{Store, StoreError, payment};
use domain::{Destination, Environment, Payout, PayoutId, PayoutStanding, UnixMs};
use dong::Dong;

impl Store {
    /// One payout.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such payout.
    pub async fn payout(&self, id: PayoutId) -> Result<Payout, StoreError> {
        self.read(move |db| row::one(db, id)).await
    }

    /// A payout's timeline with that of its codes, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn payout_events(&self, id: PayoutId) -> Result<Vec<Event>, StoreError> {
        self.read(move |db| event::of(db, id)).await
    }

    /// The payouts that the gateway has and of which more is to be heard, youngest first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn payouts_to_watch(
        &self,
        environment: Environment,
        now: UnixMs,
    ) -> Result<Vec<Payout>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(&format!(
                "{} WHERE p.environment = ?1 AND p.watched_until > ?2 ORDER BY p.place DESC",
                *SELECT
            ))?;
            let mut payouts = readable(
                select.query_map((environment.as_str(), now), row::read)?,
                "payout",
            )?;
            payouts.retain(|payout| PayoutStanding::of(payout).is_watched());
            Ok(payouts)
        })
        .await
    }

    /// What the payouts decided since a moment come to: all that moved money or still may.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn payouts_used(&self, environment: Environment, since: UnixMs) -> Result<Dong, StoreError> {
        self.read(move |db| row::used(db, environment, since)).await
    }

    /// The payouts of the same amount to the same account, decided since a moment, that moved money or still may; youngest first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn payouts_alike(
        &self,
        environment: Environment,
        destination: Destination,
        amount: Dong,
        since: UnixMs,
    ) -> Result<Vec<Payout>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(&format!(
                "{} WHERE p.environment = ?1 AND p.bank_id = ?2 AND p.account_number = ?3 AND p.amount = ?4 AND p.place >= ?5
                 ORDER BY p.place DESC",
                *SELECT
            ))?;
            let values = (
                environment.as_str(),
                &destination.bank_id,
                &destination.account_number,
                amount.get(),
                payment::first_place(since),
            );
            let mut payouts = readable(select.query_map(values, row::read)?, "payout")?;
            payouts.retain(|payout| PayoutStanding::of(payout).counts());
            Ok(payouts)
        })
        .await
    }
}
