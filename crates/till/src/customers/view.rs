//! A customer as the page shows it.

use super::facts::shown;
use crate::books::{self, Book};
use contract::customer::CustomerView;
use domain::Customer;

/// One customer.
pub(crate) fn view(customer: &Customer) -> CustomerView {
    CustomerView {
        id: customer.id.to_string(),
        facts: shown(&customer.facts),
        mirror: books::mirror(&customer.mirror, Customer::CODE),
    }
}
