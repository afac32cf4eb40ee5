//! Customers.

use crate::{books::MirrorView, invoice::InvoiceRow, payment::PaymentRow};

crossing! {
    /// A person or a company.
    #[derive(Copy)]
    pub enum CustomerKindView {
        /// A person.
        Person,
        /// A company; needs a contact person.
        Company,
    }

    /// Whom to call at a company.
    pub struct ContactPersonView {
        /// Name.
        pub name: String,
        /// Phone.
        pub phone: String,
        /// E-mail.
        pub email: String,
    }

    /// Where a customer lives; every part may be empty.
    #[derive(Default)]
    pub struct CustomerAddressView {
        /// Country.
        pub country: String,
        /// Province or city.
        pub province: String,
        /// District.
        pub district: String,
        /// Ward.
        pub ward: String,
        /// Street and number.
        pub address: String,
        /// Post code.
        pub zip_code: String,
    }

    /// What a person enters of a customer.
    pub struct CustomerFactsView {
        /// Our code; empty for a new one lets the app make it.
        pub code: String,
        /// Name.
        pub name: String,
        /// Phone, in any grouping; kept in domestic digits.
        pub phone: String,
        /// Person or company.
        pub kind: CustomerKindView,
        /// E-mail; may be empty.
        pub email: String,
        /// Tax code; may be empty.
        pub tax_id: String,
        /// The shop's own mark; may be empty.
        pub tag: String,
        /// At least one for a company.
        pub contacts: Vec<ContactPersonView>,
        /// Address.
        pub address: CustomerAddressView,
    }

    /// A customer.
    pub struct CustomerView {
        /// Its id.
        pub id: String,
        /// What was entered.
        pub facts: CustomerFactsView,
        /// The gateway's half.
        pub mirror: MirrorView,
    }

    /// A customer with what it bought.
    pub struct CustomerDetailView {
        /// The customer.
        pub customer: CustomerView,
        /// The latest invoices.
        pub invoices: Vec<InvoiceRow>,
        /// The latest payments that are known to be this customer's.
        pub payments: Vec<PaymentRow>,
    }

    /// What a list shows. Everything left out does not filter.
    #[derive(Default)]
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional_fields))]
    pub struct CustomerListRequest {
        /// Name, phone, code, tax code, e-mail.
        pub search: Option<String>,
        /// Persons or companies only.
        pub kind: Option<CustomerKindView>,
        /// Only those that a person must look at.
        pub needs_attention: Option<bool>,
        /// Where the page before ended.
        pub cursor: Option<String>,
        /// At most this many, 1 to 200.
        pub limit: Option<u32>,
    }

    /// One page of customers.
    pub struct CustomerPage {
        /// The customers, by name.
        pub rows: Vec<CustomerView>,
        /// Where the next page starts.
        pub next_cursor: Option<String>,
        /// How many match.
        pub count: u32,
    }

    /// Names one customer.
    pub struct CustomerRequest {
        /// Its id.
        pub customer_id: String,
    }

    /// Makes or changes a customer.
    pub struct CustomerSaveRequest {
        /// Its id; none makes a new one.
        pub customer_id: Option<String>,
        /// What was entered.
        pub facts: CustomerFactsView,
    }
}
