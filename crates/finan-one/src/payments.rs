//! Payment requests (<https://open.finan.one/docs/api/open-banking/payment>). Creating one is split in
//! three, so that the exact bytes can be stored before they leave: [`build_create`], then
//! [`Client::send_create_payment`], which reads the answer as [`Payment`]. Nothing is ever repeated here.

use std::time::Duration;

use futures_util::stream::Stream;
use gateway::{Answer, Failure, Method, Priority};

mod create;
mod payment;

pub use create::{CreatePayment, Customer, Item, build_create};
pub use payment::Payment;

use crate::client::{Call, Client};
use crate::pages::{Page, PageRequest, all_pages, read_page};
use crate::path;

const PAYMENTS: &str = "/api/v1/payments";

/// How long a payment link and its QR live (integration guide, "Checklist Before Going Live").
pub const LINK_LIFE: Duration = Duration::from_secs(30 * 60);

impl Client {
    /// Sends the stored bytes of [`build_create`]. A failure of unknown certainty may have made a payment:
    /// look for its reference before sending again.
    ///
    /// # Errors
    /// Any [`Failure`].
    pub async fn send_create_payment(
        &self,
        body: &[u8],
        priority: Priority,
    ) -> Result<Answer<Payment>, Failure> {
        let call = Call {
            method: Method::Post,
            path_and_query: PAYMENTS.to_owned(),
            body,
            priority,
        };
        self.answered(call, payment::read_one).await
    }

    /// One payment by the `payment_request_id` of its creation.
    ///
    /// # Errors
    /// Any [`Failure`]; `bad_id` when the id may not enter a path.
    pub async fn get_payment(
        &self,
        payment_request_id: &str,
        priority: Priority,
    ) -> Result<Answer<Payment>, Failure> {
        let call = Call::get(path::one(PAYMENTS, payment_request_id)?, priority);
        self.answered(call, payment::read_one).await
    }

    /// One page of all payments; see [`crate::assumptions::LISTS_NEWEST_FIRST`].
    ///
    /// # Errors
    /// Any [`Failure`].
    pub async fn list_payments(
        &self,
        page: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Payment>>, Failure> {
        let [number, size] = page.values();
        let values = [("page", number.as_deref()), ("page_size", size.as_deref())];
        let call = Call::get(path::with_query(PAYMENTS, &values)?, priority);
        self.answered(call, |envelope| read_page(envelope, page, Payment::read))
            .await
    }

    /// All payments, page by page; ends after the first failure.
    pub fn all_payments(
        &self,
        first: PageRequest,
        priority: Priority,
    ) -> impl Stream<Item = Result<Answer<Page<Payment>>, Failure>> {
        all_pages(first, move |page| self.list_payments(page, priority))
    }
}
