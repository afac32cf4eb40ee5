//! The book of products, and the quick keys that some of them have on the counter.

use super::entry::{Entry, Exact, Filter, Row};
use super::methods::book_methods;
use super::row::{self, LIVE};
use crate::column::readable;
use crate::fold::fold;
use crate::{Store, StoreError};
use domain::{Environment, MirrorState, Product, ProductFacts, ProductId};
use uuid::Uuid;

/// What a list of products shows. Everything left out does not filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductFilter {
    /// The world.
    pub environment: Environment,
    /// What was typed: the beginnings of words of the name, of the SKU or barcode, or the first letters of the name's words, with
    /// ph also as f. A whole SKU comes first.
    pub search: Option<String>,
    /// Any of these states; all but those deleted here or at the gateway when empty.
    pub states: Vec<MirrorState>,
}

impl ProductFilter {
    /// Every product of one world.
    #[must_use]
    pub const fn all(environment: Environment) -> Self {
        Self {
            environment,
            search: None,
            states: Vec::new(),
        }
    }
}

impl From<ProductFilter> for Filter {
    fn from(filter: ProductFilter) -> Self {
        Self {
            environment: filter.environment,
            search: filter.search,
            own: None,
            states: filter.states,
        }
    }
}

impl Entry for Product {
    type Id = ProductId;
    type Facts = ProductFacts;

    const TABLE: &'static str = "product";
    const OWN: &'static [&'static str] = &[];

    fn id(uuid: Uuid) -> ProductId {
        ProductId::new(uuid)
    }

    fn own(_: &ProductFacts) -> Vec<String> {
        Vec::new()
    }

    fn code(facts: &ProductFacts) -> &str {
        &facts.sku
    }

    fn name(facts: &ProductFacts) -> &str {
        &facts.name
    }

    fn text(facts: &ProductFacts) -> String {
        let initials = initials(&facts.name);
        let ph_as_f = initials_with_f(&facts.name);
        [&facts.name, &facts.sku, &initials, &ph_as_f]
            .map(String::as_str)
            .join(" ")
    }

    fn exact(typed: &str) -> Vec<Exact> {
        vec![Exact {
            index: "product_by_code",
            condition: "c.code = ? COLLATE NOCASE",
            value: typed.to_owned(),
        }]
    }

    fn into_row(self) -> Row<Self> {
        Row {
            id: self.id,
            environment: self.environment,
            facts: self.facts,
            mirror: self.mirror,
        }
    }

    fn from_row(row: Row<Self>, columns: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id,
            environment: row.environment,
            facts: row.facts,
            quick_key: columns.get("quick_key")?,
            mirror: row.mirror,
        })
    }
}

fn initials(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| word.chars().next()).collect()
}

/// Hurried hands write ph as f.
fn initials_with_f(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words
        .filter_map(|word| {
            if word.starts_with("ph") {
                Some('f')
            } else {
                word.chars().next()
            }
        })
        .collect()
}

book_methods! {
    Product, ProductId, ProductFacts, ProductFilter, "product",
    save: save_product,
    one: product,
    by_code: product_by_sku,
    find: find_products,
    count: count_products,
    pending: pending_products,
    settle: settle_product,
    mirror: mirror_products,
    finish: finish_product_sync,
    delete: delete_product,
    import: import_products,
}

impl Store {
    /// Gives the quick keys from 0 on to products; every other product has none then. Saving a product leaves its key alone.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such product in this world, [`StoreError::Failed`] beyond 256 keys.
    pub async fn set_quick_keys(
        &self,
        environment: Environment,
        keys: Vec<Option<ProductId>>,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            let world = environment.as_str();
            tx.prepare_cached(
                "UPDATE product SET quick_key = NULL WHERE environment = ?1 AND quick_key IS NOT NULL",
            )?
            .execute([world])?;
            for (key, id) in (0i64..).zip(keys) {
                let Some(id) = id else { continue };
                let changed = tx
                    .prepare_cached("UPDATE product SET quick_key = ?3 WHERE id = ?2 AND environment = ?1")?
                    .execute((world, id.to_string(), key))?;
                if changed == 0 {
                    return Err(StoreError::NotFound("product"));
                }
            }
            Ok(())
        })
        .await
    }

    /// The products on the quick keys from 0 on; an empty place for a key without one, or whose product was deleted.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn quick_keys(&self, environment: Environment) -> Result<Vec<Option<Product>>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(&format!(
                "SELECT * FROM product WHERE environment = ?1 AND quick_key IS NOT NULL AND {LIVE} ORDER BY quick_key"
            ))?;
            let rows = select.query_map([environment.as_str()], row::read::<Product>)?;
            let mut keys = Vec::new();
            for product in readable(rows, "product")? {
                let key = usize::from(product.quick_key.unwrap_or_default());
                keys.resize(key, None);
                keys.push(Some(product));
            }
            Ok(keys)
        })
        .await
    }
}
