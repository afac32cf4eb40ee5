//! The book of customers.

use super::entry::{Entry, Exact, Filter, Row};
use super::methods::book_methods;
use super::row::{self, LIVE};
use crate::column::readable;
use crate::{Store, StoreError, fold};
use domain::{Customer, CustomerFacts, CustomerId, CustomerKind, Environment, MirrorState};
use uuid::Uuid;

/// What a list of customers shows. Everything left out does not filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerFilter {
    /// The world.
    pub environment: Environment,
    /// What was typed: the beginnings of words of the name, the code, the mark, the tax code or the e-mail, or of the phone in any
    /// grouping. A whole phone, code or tax code comes first.
    pub search: Option<String>,
    /// Persons or companies only.
    pub kind: Option<CustomerKind>,
    /// Any of these states; all but those deleted here or at the gateway when empty.
    pub states: Vec<MirrorState>,
}

impl CustomerFilter {
    /// Every customer of one world.
    #[must_use]
    pub const fn all(environment: Environment) -> Self {
        Self {
            environment,
            search: None,
            kind: None,
            states: Vec::new(),
        }
    }
}

impl From<CustomerFilter> for Filter {
    fn from(filter: CustomerFilter) -> Self {
        Self {
            environment: filter.environment,
            search: filter.search,
            own: filter.kind.map(|kind| ("kind", kind.as_str())),
            states: filter.states,
        }
    }
}

impl Entry for Customer {
    type Id = CustomerId;
    type Facts = CustomerFacts;

    const TABLE: &'static str = "customer";
    const OWN: &'static [&'static str] = &["kind", "phone", "tax_id"];

    fn id(uuid: Uuid) -> CustomerId {
        CustomerId::new(uuid)
    }

    fn own(facts: &CustomerFacts) -> Vec<String> {
        vec![
            facts.kind.as_str().to_owned(),
            facts.phone.clone(),
            facts.tax_id.clone(),
        ]
    }

    fn code(facts: &CustomerFacts) -> &str {
        &facts.code
    }

    fn name(facts: &CustomerFacts) -> &str {
        &facts.name
    }

    fn text(facts: &CustomerFacts) -> String {
        let CustomerFacts {
            name,
            code,
            phone,
            tax_id,
            tag,
            email,
            ..
        } = facts;
        [name, code, phone, tax_id, tag, email]
            .map(String::as_str)
            .join(" ")
    }

    fn exact(typed: &str) -> Vec<Exact> {
        let code = Exact {
            index: "customer_by_code",
            condition: "c.code = ? COLLATE NOCASE",
            value: typed.to_owned(),
        };
        let tax_id = Exact {
            index: "customer_by_tax_id",
            condition: "c.tax_id = ? AND c.tax_id <> ''",
            value: typed.to_owned(),
        };
        let phone = fold::phone(typed).map(|value| Exact {
            index: "customer_by_phone",
            condition: "c.phone = ? AND c.phone <> ''",
            value,
        });
        [code, tax_id].into_iter().chain(phone).collect()
    }

    fn into_row(self) -> Row<Self> {
        Row {
            id: self.id,
            environment: self.environment,
            facts: self.facts,
            mirror: self.mirror,
        }
    }

    fn from_row(row: Row<Self>, _: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id,
            environment: row.environment,
            facts: row.facts,
            mirror: row.mirror,
        })
    }
}

book_methods! {
    Customer, CustomerId, CustomerFacts, CustomerFilter, "customer",
    save: save_customer,
    one: customer,
    by_code: customer_by_code,
    find: find_customers,
    count: count_customers,
    pending: pending_customers,
    settle: settle_customer,
    mirror: mirror_customers,
    finish: finish_customer_sync,
    delete: delete_customer,
    import: import_customers,
}

impl Store {
    /// The customers with a phone in domestic digits, by name; not those deleted here or at the gateway.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn customers_by_phone(
        &self,
        environment: Environment,
        phone: String,
    ) -> Result<Vec<Customer>, StoreError> {
        self.read(move |db| {
            let mut select = db.prepare_cached(&format!(
                "SELECT * FROM customer INDEXED BY customer_by_phone WHERE environment = ?1 AND phone = ?2 AND phone <> '' AND {LIVE}
                 ORDER BY name_key, number"
            ))?;
            let rows = select.query_map((environment.as_str(), phone), row::read)?;
            Ok(readable(rows, "customer")?)
        })
        .await
    }
}
