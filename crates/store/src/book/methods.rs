//! The methods that both books have, under the names of each.

/// Writes them for one book; all of it is done by the book's shared rooms.
macro_rules! book_methods {
    (
        $entry:ident, $id:ident, $facts:ident, $filter:ident, $one:literal,
        save: $save:ident,
        one: $get:ident,
        by_code: $by_code:ident,
        find: $find:ident,
        count: $count:ident,
        pending: $pending:ident,
        settle: $settle:ident,
        mirror: $mirror:ident,
        finish: $finish:ident,
        delete: $delete:ident,
        import: $import:ident,
    ) => {
        impl $crate::Store {
            #[doc = concat!("Keeps a ", $one, " that was made or changed here, and returns it as it is kept.")]
            ///
            /// An id of the gateway that was learnt meanwhile is kept, and the moment of the change is put after the last one's.
            ///
            /// # Errors
            /// [`StoreError::CodeTaken`] when another row that was not deleted has its code.
            pub async fn $save(&self, entry: $entry) -> Result<$entry, $crate::StoreError> {
                self.write(move |tx| {
                    let saved = $crate::book::row::save(tx, entry.into_row())?;
                    $crate::book::row::one(tx, saved.id)
                })
                .await
            }

            #[doc = concat!("One ", $one, ", whatever its state.")]
            ///
            /// # Errors
            /// [`StoreError::NotFound`] when there is none of this id.
            pub async fn $get(&self, id: $id) -> Result<$entry, $crate::StoreError> {
                self.read(move |db| $crate::book::row::one(db, id)).await
            }

            #[doc = concat!("The ", $one, " with a code; none that was deleted here or at the gateway.")]
            ///
            /// # Errors
            /// [`StoreError`] when the file cannot be read.
            pub async fn $by_code(
                &self,
                environment: domain::Environment,
                code: String,
            ) -> Result<Option<$entry>, $crate::StoreError> {
                self.read(move |db| $crate::book::find::by_code(db, environment, &code))
                    .await
            }

            #[doc = concat!("One page of at most `limit` rows (200 at the most) of the book, by the ", $one, "'s name.")]
            ///
            /// # Errors
            /// [`StoreError`] when the file cannot be read.
            pub async fn $find(
                &self,
                filter: $filter,
                after: Option<$crate::BookCursor>,
                limit: usize,
            ) -> Result<$crate::BookPage<$entry>, $crate::StoreError> {
                self.read(move |db| $crate::book::find::page(db, &filter.into(), after.as_ref(), limit))
                    .await
            }

            /// How many rows match.
            ///
            /// # Errors
            /// [`StoreError`] when the file cannot be read.
            pub async fn $count(&self, filter: $filter) -> Result<u64, $crate::StoreError> {
                self.read(move |db| $crate::book::find::count::<$entry>(db, &filter.into()))
                    .await
            }

            /// The rows of which the gateway is still to be told, the oldest change first; at most `limit`.
            ///
            /// # Errors
            /// [`StoreError`] when the file cannot be read.
            pub async fn $pending(
                &self,
                environment: domain::Environment,
                limit: usize,
            ) -> Result<Vec<$entry>, $crate::StoreError> {
                self.read(move |db| $crate::book::find::pending(db, environment, limit))
                    .await
            }

            /// Keeps what came of telling the gateway of the change that was seen when it was sent. A row that was changed since
            /// stays pending, with the gateway's id learnt. Returns where the row stands; none when it is there no more.
            ///
            /// # Errors
            /// [`StoreError`] when it could not be written.
            pub async fn $settle(
                &self,
                id: $id,
                changed_at_seen: domain::UnixMs,
                outcome: $crate::Outcome,
            ) -> Result<Option<domain::MirrorState>, $crate::StoreError> {
                self.write(move |tx| $crate::book::settle::settle::<$entry>(tx, id, changed_at_seen, outcome))
                    .await
            }

            /// Takes over what the gateway told, in one transaction. Known rows follow it, save where a change made here is not yet
            /// told; a row that waited to be created and has its code is adopted; others are new.
            ///
            /// # Errors
            /// [`StoreError`] when it could not be written; then nothing was.
            pub async fn $mirror(
                &self,
                environment: domain::Environment,
                fetched: Vec<$crate::Fetched<$facts>>,
                at: domain::UnixMs,
            ) -> Result<(), $crate::StoreError> {
                self.write(move |tx| {
                    fetched.into_iter().try_for_each(|one| {
                        $crate::book::mirror::take_over::<$entry>(tx, environment, one, at)
                    })
                })
                .await
            }

            /// After everything was fetched since `started_at`: rows as the gateway last told that were not among it are gone there.
            /// Returns how many.
            ///
            /// # Errors
            /// [`StoreError`] when it could not be written.
            pub async fn $finish(
                &self,
                environment: domain::Environment,
                started_at: domain::UnixMs,
            ) -> Result<usize, $crate::StoreError> {
                self.write(move |tx| $crate::book::mirror::finish::<$entry>(tx, environment, started_at))
                    .await
            }

            #[doc = concat!("Deletes a ", $one, ": at once when the gateway does not know it, otherwise once it was told.")]
            ///
            /// # Errors
            /// [`StoreError::NotFound`] when there is none of this id.
            pub async fn $delete(&self, id: $id, at: domain::UnixMs) -> Result<(), $crate::StoreError> {
                self.write(move |tx| $crate::book::delete::delete::<$entry>(tx, id, at))
                    .await
            }

            /// Saves a part of an import in one transaction, so that it can be undone.
            ///
            /// # Errors
            /// [`StoreError::NotFound`] when the import was not begun, [`StoreError::CodeTaken`] when a code is another row's; then
            /// nothing of the part was written.
            pub async fn $import(
                &self,
                batch: uuid::Uuid,
                entries: Vec<$entry>,
            ) -> Result<(), $crate::StoreError> {
                self.write(move |tx| {
                    let rows = entries.into_iter().map($crate::book::entry::Entry::into_row);
                    $crate::book::import::save_part::<$entry>(tx, batch, rows)
                })
                .await
            }
        }
    };
}

pub(super) use book_methods;
