//! The book of customers at the gateway.

use super::Book;
use super::words::{line, words};
use domain::{
    ContactPerson, Customer, CustomerAddress, CustomerFacts, CustomerId, CustomerKind, Environment, Mirror,
    MirrorState, UnixMs, phone,
};
use finan_one::customers::{self, Address, Customer as Record, CustomerDetails, CustomerType};
use finan_one::{Body, Client, InvalidField, Page, PageRequest};
use gateway::{Answer, Code, Failure, Priority};
use store::{CustomerFilter, Fetched, Outcome, Store, StoreError};
use uuid::Uuid;

/// The dialling code of a domestic number.
const VIETNAM: &str = "+84";

impl Book for Customer {
    type Facts = CustomerFacts;
    type Record = Record;

    const NAME: &'static str = "customers";
    const CODE: &'static str = "code";

    fn world(&self) -> Environment {
        self.environment
    }

    fn uuid(&self) -> Uuid {
        self.id.uuid()
    }

    fn mirror(&self) -> &Mirror {
        &self.mirror
    }

    fn facts(&self) -> &CustomerFacts {
        &self.facts
    }

    fn code(facts: &CustomerFacts) -> &str {
        &facts.code
    }

    fn code_of(record: &Record) -> Option<&str> {
        record.customer_code.as_deref()
    }

    fn read(record: Record) -> Option<Fetched<CustomerFacts>> {
        let kind = CustomerType::from_word(&record.customer_type)?;
        let contacts = record.contact_persons.iter().map(|person| ContactPerson {
            name: line(&person.name),
            phone: domestic(None, &person.phone_number),
            email: words(person.email.as_deref()),
        });
        Some(Fetched {
            facts: CustomerFacts {
                code: record.customer_code?,
                name: words(record.name.as_deref()),
                phone: domestic(record.phone_code.as_deref(), &record.phone.unwrap_or_default()),
                kind: match kind {
                    CustomerType::Personal => CustomerKind::Person,
                    CustomerType::Company => CustomerKind::Company,
                },
                email: words(record.email.as_deref()),
                tax_id: words(record.tax_id.as_deref()),
                tag: words(record.custom_tag.as_deref()),
                contacts: contacts.collect(),
                address: address(&record.address),
            },
            gateway_id: record.customer_id,
        })
    }

    fn build(facts: &CustomerFacts) -> Result<Body, InvalidField> {
        customers::build_create(&details(facts))
    }

    async fn page(
        client: &Client,
        asked: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Record>>, Failure> {
        client.list_customers(asked, priority).await
    }

    async fn create(client: &Client, body: &[u8], priority: Priority) -> Result<String, Failure> {
        let answer = client.send_create_customer(body, priority).await?;
        Ok(answer.value.customer_id)
    }

    /// A change carries the whole customer, and the gateway keeps bank accounts that our book does not: they are sent back as they
    /// are.
    async fn update(
        client: &Client,
        gateway_id: &str,
        facts: &CustomerFacts,
        priority: Priority,
    ) -> Result<(), Failure> {
        let present = client.get_customer(gateway_id, priority).await?.value;
        let wanted = CustomerDetails {
            bank_accounts: present.bank_accounts,
            ..details(facts)
        };
        let body = customers::build_update(&wanted)
            .map_err(|invalid| Failure::not_sent(Code::BadRequest, &invalid.to_string()))?;
        client
            .send_update_customer(gateway_id, body.as_bytes(), priority)
            .await
            .map(drop)
    }

    async fn delete(client: &Client, gateway_id: &str, priority: Priority) -> Result<(), Failure> {
        client.delete_customer(gateway_id, priority).await.map(drop)
    }

    async fn pending(store: &Store, world: Environment, limit: usize) -> Result<Vec<Self>, StoreError> {
        store.pending_customers(world, limit).await
    }

    async fn count(store: &Store, world: Environment, states: &[MirrorState]) -> Result<u64, StoreError> {
        let filter = CustomerFilter {
            states: states.to_vec(),
            ..CustomerFilter::all(world)
        };
        store.count_customers(filter).await
    }

    async fn one(store: &Store, id: Uuid) -> Result<Option<Self>, StoreError> {
        match store.customer(CustomerId::new(id)).await {
            Ok(row) => Ok(Some(row)),
            Err(StoreError::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn by_code(store: &Store, world: Environment, code: &str) -> Result<Option<Self>, StoreError> {
        store.customer_by_code(world, code.to_owned()).await
    }

    async fn settle(
        &self,
        store: &Store,
        seen: UnixMs,
        outcome: Outcome,
    ) -> Result<Option<MirrorState>, StoreError> {
        store.settle_customer(self.id, seen, outcome).await
    }

    async fn take_over(
        store: &Store,
        world: Environment,
        fetched: Vec<Fetched<CustomerFacts>>,
        at: UnixMs,
    ) -> Result<(), StoreError> {
        store.mirror_customers(world, fetched, at).await
    }

    async fn finish(store: &Store, world: Environment, started_at: UnixMs) -> Result<usize, StoreError> {
        store.finish_customer_sync(world, started_at).await
    }
}

fn details(facts: &CustomerFacts) -> CustomerDetails {
    let (phone_code, phone) = dialled(&facts.phone);
    let contacts = facts.contacts.iter().map(|person| customers::ContactPerson {
        name: person.name.clone(),
        phone_number: person.phone.clone(),
        email: some(&person.email),
    });
    let place = &facts.address;
    CustomerDetails {
        name: facts.name.clone(),
        customer_code: facts.code.clone(),
        phone: phone.to_owned(),
        phone_code: phone_code.to_owned(),
        customer_type: match facts.kind {
            CustomerKind::Person => CustomerType::Personal,
            CustomerKind::Company => CustomerType::Company,
        },
        email: some(&facts.email),
        tax_id: some(&facts.tax_id),
        custom_tag: some(&facts.tag),
        contact_persons: contacts.collect(),
        address: Address {
            country: some(&place.country),
            province: some(&place.province),
            district: some(&place.district),
            ward: some(&place.ward),
            address: some(&place.address),
            zip_code: some(&place.zip_code),
        },
        bank_accounts: Vec::new(),
    }
}

/// A number from abroad keeps its dialling code before a space; all others are domestic.
fn dialled(phone: &str) -> (&str, &str) {
    match phone.split_once(' ') {
        Some((code, rest)) if code.starts_with('+') => (code, rest),
        _ => (VIETNAM, phone),
    }
}

/// The gateway's number as our book keeps it.
fn domestic(dial_code: Option<&str>, number: &str) -> String {
    let number = line(number);
    match dial_code {
        Some(code) if code != VIETNAM && !number.is_empty() => format!("{code} {number}"),
        _ => phone::domestic(&number).unwrap_or(number),
    }
}

fn address(place: &Address) -> CustomerAddress {
    CustomerAddress {
        country: words(place.country.as_deref()),
        province: words(place.province.as_deref()),
        district: words(place.district.as_deref()),
        ward: words(place.ward.as_deref()),
        address: words(place.address.as_deref()),
        zip_code: words(place.zip_code.as_deref()),
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
