//! Customers as a table.

use super::customer_columns::CUSTOMER_COLUMNS;
use super::{Chosen, Column, Content, Tabular};
use crate::TillError;
use crate::books::codes::Codes;
use crate::books::{changed, line, made_code};
use crate::customers::{CODE_PREFIX, check, number};
use contract::settings::Language;
use contract::{ErrorBody, ErrorCode};
use domain::{
    ContactPerson, Customer, CustomerAddress, CustomerFacts, CustomerId, CustomerKind, Environment,
};
use store::{BookCursor, BookPage, CustomerFilter, ImportKind, Store, StoreError, fold};
use uuid::Uuid;

/// Rows of a page of the book.
const PAGE: usize = 200;
/// Words for a company, folded; the exported one of each language is among them.
const COMPANY: [&str; 9] = [
    "cong ty",
    "to chuc",
    "doanh nghiep",
    "company",
    "business",
    "organization",
    "organisation",
    "cty",
    "dn",
];
/// Words for a person, folded; the exported one of each language is among them.
const PERSON: [&str; 6] = ["ca nhan", "khach le", "person", "personal", "individual", "cn"];

impl Tabular for Customer {
    const IMPORT: ImportKind = ImportKind::Customers;
    const NEEDED: &'static str = "name";
    const UNIQUE_KEY: Option<&'static str> = Some("phone");
    const COLUMNS: &'static [Column] = CUSTOMER_COLUMNS;

    fn title(language: Language) -> (&'static str, &'static str) {
        match language {
            Language::Vi => ("khach-hang", "Khách hàng"),
            Language::En => ("customers", "Customers"),
        }
    }

    fn blank() -> CustomerFacts {
        CustomerFacts {
            code: String::new(),
            name: String::new(),
            phone: String::new(),
            kind: CustomerKind::Person,
            email: String::new(),
            tax_id: String::new(),
            tag: String::new(),
            contacts: Vec::new(),
            address: CustomerAddress::default(),
        }
    }

    fn enter(facts: &mut CustomerFacts, key: &str, text: &str, _: &Codes) -> Result<(), TillError> {
        match key {
            "phone" => facts.phone = number(text),
            "kind" => facts.kind = kind(text)?,
            "contacts.0.phone" => contact(facts).phone = number(text),
            _ => {
                if let Some(place) = place(facts, key) {
                    *place = line(text);
                }
            }
        }
        Ok(())
    }

    fn cell(facts: &CustomerFacts, key: &str, language: Language) -> Content {
        let of_contact = |read: fn(&ContactPerson) -> &String| facts.contacts.first().map(read).cloned();
        Content::Text(match key {
            "phone" => facts.phone.clone(),
            "kind" => kind_word(facts.kind, language).to_owned(),
            "contacts.0.name" => of_contact(|one| &one.name).unwrap_or_default(),
            "contacts.0.phone" => of_contact(|one| &one.phone).unwrap_or_default(),
            "contacts.0.email" => of_contact(|one| &one.email).unwrap_or_default(),
            _ => place(&mut facts.clone(), key).cloned().unwrap_or_default(),
        })
    }

    fn other_key(facts: &CustomerFacts) -> String {
        facts.phone.clone()
    }

    fn with_defaults(facts: CustomerFacts, _: &Codes, _: bool) -> CustomerFacts {
        facts
    }

    fn make_code(facts: &mut CustomerFacts, id: Uuid) {
        facts.code = made_code(CODE_PREFIX, id);
    }

    fn check(facts: &CustomerFacts) -> Result<(), TillError> {
        check(facts)
    }

    fn name(facts: &CustomerFacts) -> &str {
        &facts.name
    }

    fn row(before: Option<&Self>, id: Uuid, world: Environment, facts: CustomerFacts, now: i64) -> Self {
        Self {
            id: before.map_or_else(|| CustomerId::new(id), |one| one.id),
            environment: world,
            facts,
            mirror: changed(before.map(|one| &one.mirror), now),
        }
    }

    async fn import(store: &Store, batch: Uuid, rows: Vec<Self>) -> Result<(), StoreError> {
        store.import_customers(batch, rows).await
    }

    async fn page_of_book(
        store: &Store,
        world: Environment,
        chosen: Chosen,
        after: Option<BookCursor>,
    ) -> Result<BookPage<Self>, StoreError> {
        store.find_customers(filter(world, chosen), after, PAGE).await
    }

    async fn count_of_book(store: &Store, world: Environment, chosen: Chosen) -> Result<u64, StoreError> {
        store.count_customers(filter(world, chosen)).await
    }
}

fn filter(world: Environment, chosen: Chosen) -> CustomerFilter {
    CustomerFilter {
        search: chosen.search,
        states: chosen.states,
        ..CustomerFilter::all(world)
    }
}

/// Where a plain text goes.
fn place<'a>(facts: &'a mut CustomerFacts, key: &str) -> Option<&'a mut String> {
    Some(match key {
        "code" => &mut facts.code,
        "name" => &mut facts.name,
        "email" => &mut facts.email,
        "taxId" => &mut facts.tax_id,
        "tag" => &mut facts.tag,
        "contacts.0.name" => &mut contact(facts).name,
        "contacts.0.email" => &mut contact(facts).email,
        "address.address" => &mut facts.address.address,
        "address.ward" => &mut facts.address.ward,
        "address.district" => &mut facts.address.district,
        "address.province" => &mut facts.address.province,
        "address.country" => &mut facts.address.country,
        "address.zipCode" => &mut facts.address.zip_code,
        _ => return None,
    })
}

/// The first contact person; others of a row that is changed stay.
fn contact(facts: &mut CustomerFacts) -> &mut ContactPerson {
    if facts.contacts.is_empty() {
        facts.contacts.push(ContactPerson {
            name: String::new(),
            phone: String::new(),
            email: String::new(),
        });
    }
    #[expect(clippy::indexing_slicing, reason = "there is one by now")]
    &mut facts.contacts[0]
}

const fn kind_word(kind: CustomerKind, language: Language) -> &'static str {
    match (kind, language) {
        (CustomerKind::Person, Language::Vi) => "Cá nhân",
        (CustomerKind::Person, Language::En) => "Person",
        (CustomerKind::Company, Language::Vi) => "Công ty",
        (CustomerKind::Company, Language::En) => "Company",
    }
}

fn kind(text: &str) -> Result<CustomerKind, TillError> {
    let word = fold::fold(line(text).as_str());
    if COMPANY.contains(&word.as_str()) {
        Ok(CustomerKind::Company)
    } else if PERSON.contains(&word.as_str()) {
        Ok(CustomerKind::Person)
    } else {
        let body = ErrorBody::of(ErrorCode::FieldRefused);
        Err(TillError::Refused(
            body.with("field", "kind").with("reason", "unknown_word"),
        ))
    }
}
