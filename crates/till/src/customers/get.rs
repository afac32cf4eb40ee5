//! One customer with what it bought.

use super::{of, view};
use crate::{Till, TillError, invoices, payments};
use contract::customer::{CustomerDetailView, CustomerRequest};
use contract::payment::{MethodView, PaymentListRequest, PaymentRow};
use domain::Customer;
use store::InvoiceFilter;

/// The latest invoices and payments that are shown.
const LATEST: u32 = 20;

/// One customer, its latest invoices, and the latest instalment payments under its phone.
///
/// # Errors
/// `customer_gone`; storage errors.
pub async fn get(till: &Till, request: CustomerRequest) -> Result<CustomerDetailView, TillError> {
    till.books.touch(till.clock.monotonic_ms());
    let customer = of(till, &request.customer_id).await?;
    let now = till.now();
    let filter = InvoiceFilter {
        customer: Some(customer.id),
        ..InvoiceFilter::all(customer.environment, now)
    };
    let limit = usize::try_from(LATEST).unwrap_or(1);
    let invoices = till.store.list_invoices(filter, None, limit).await?;
    Ok(CustomerDetailView {
        customer: view(&customer),
        invoices: invoices
            .rows
            .iter()
            .filter_map(|listed| invoices::row(&listed.payment, now))
            .collect(),
        payments: paid_in_instalments(till, &customer).await?,
    })
}

/// A phone is searched by its beginning; a whole one is one customer's.
async fn paid_in_instalments(till: &Till, customer: &Customer) -> Result<Vec<PaymentRow>, TillError> {
    if customer.facts.phone.is_empty() {
        return Ok(Vec::new());
    }
    let request = PaymentListRequest {
        search: Some(customer.facts.phone.clone()),
        methods: Some(vec![MethodView::Instalment]),
        limit: Some(LATEST),
        ..PaymentListRequest::default()
    };
    Ok(payments::list(till, request).await?.rows)
}
