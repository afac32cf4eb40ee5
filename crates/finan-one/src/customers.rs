//! Customers (<https://open.finan.one/docs/api/business/customer>). Creating and changing one is split in
//! three: [`build_create`] or [`build_update`], then the call, which reads the answer as [`Customer`].
//!
//! A customer whose create was not answered is found again by its `customer_code`: the guide calls it unique and
//! answers a second one with 409 `[G]`, so that a repeated create has no second effect. That the rows of
//! the list carry it is inferred ([`crate::assumptions::LISTS_CARRY_CODES`]).

use futures_util::stream::Stream;
use gateway::{Answer, Failure, Priority};

mod customer;
mod details;

pub use customer::Customer;
pub use details::{
    Address, BankAccount, ContactPerson, CustomerDetails, CustomerType, build_create, build_update,
};

use crate::client::{Client, Resource};
use crate::pages::{Page, PageRequest, all_pages};

const CUSTOMERS: Resource<Customer> = Resource {
    folder: "/api/v1/customers",
    name: "a customer",
    read: Customer::read,
};

impl Client {
    /// One page of all customers; the page documents no filter. See [`crate::assumptions::LISTS_NEWEST_FIRST`].
    ///
    /// # Errors
    /// Any [`Failure`].
    pub async fn list_customers(
        &self,
        page: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Customer>>, Failure> {
        self.list(&CUSTOMERS, page, priority).await
    }

    /// All customers, page by page; ends after the first failure.
    pub fn all_customers(
        &self,
        first: PageRequest,
        priority: Priority,
    ) -> impl Stream<Item = Result<Answer<Page<Customer>>, Failure>> {
        all_pages(first, move |page| self.list_customers(page, priority))
    }

    /// One customer by its gateway id.
    ///
    /// # Errors
    /// Any [`Failure`]; `bad_id` when the id may not enter a path.
    pub async fn get_customer(
        &self,
        customer_id: &str,
        priority: Priority,
    ) -> Result<Answer<Customer>, Failure> {
        self.get(&CUSTOMERS, customer_id, priority).await
    }

    /// Sends the stored bytes of [`build_create`]. After a failure of unknown certainty, or a
    /// `conflict`, look for its `customer_code` in the list.
    ///
    /// # Errors
    /// Any [`Failure`]; `conflict` when the `customer_code` is taken.
    pub async fn send_create_customer(
        &self,
        body: &[u8],
        priority: Priority,
    ) -> Result<Answer<Customer>, Failure> {
        self.create(&CUSTOMERS, body, priority).await
    }

    /// Sends the stored bytes of [`build_update`], which may be repeated: they say what the customer shall be.
    /// The answer holds the customer when the gateway shows it.
    ///
    /// # Errors
    /// Any [`Failure`]; `bad_id` when the id may not enter a path, `conflict` when the `customer_code` is another's.
    pub async fn send_update_customer(
        &self,
        customer_id: &str,
        body: &[u8],
        priority: Priority,
    ) -> Result<Answer<Option<Customer>>, Failure> {
        self.update(&CUSTOMERS, customer_id, body, priority).await
    }

    /// Takes a customer away. After a failure of unknown certainty it may be
    /// repeated: `not_found` then says that it is gone.
    ///
    /// # Errors
    /// Any [`Failure`]; `bad_id` when the id may not enter a path.
    pub async fn delete_customer(
        &self,
        customer_id: &str,
        priority: Priority,
    ) -> Result<Answer<()>, Failure> {
        self.delete(&CUSTOMERS, customer_id, priority).await
    }
}
