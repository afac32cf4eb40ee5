//! A shop whose books are brought in step turn by turn.

use crate::books::Syncing;
use crate::tests::Shop;
use crate::{TillError, books, customers, products};
use contract::books::{BooksView, MirrorStateView};
use contract::customer::{
    ContactPersonView, CustomerAddressView, CustomerFactsView, CustomerKindView, CustomerListRequest,
    CustomerPage, CustomerRequest, CustomerSaveRequest, CustomerView,
};
use contract::product::{ProductFactsView, ProductListRequest, ProductPage, ProductSaveRequest, ProductView};
use dong::Dong;
use finan_one::Client;
use simulator::FaultRule;
use std::sync::Arc;
use std::time::Duration;

/// A shop and the loop that keeps its books in step.
pub(super) struct Counter {
    pub(super) shop: Shop,
    pub(super) syncing: Syncing,
}

impl Counter {
    /// A shop whose books were read once.
    pub(super) async fn open() -> Self {
        let mut counter = Self::unread(Shop::open().await);
        counter.settle().await;
        counter.shop.told();
        counter
    }

    /// A shop that has read nothing yet.
    pub(super) fn unread(shop: Shop) -> Self {
        Self {
            shop,
            syncing: Syncing::new(),
        }
    }

    /// The app is started again.
    pub(super) async fn reopen(self) -> Self {
        Self::unread(self.shop.reopen().await)
    }

    /// Turns of the loop until nothing is due now. Gives how long nothing is.
    pub(super) async fn settle(&mut self) -> Duration {
        for _ in 0..100 {
            let rest = self.syncing.step(&self.shop.till).await.unwrap();
            if !rest.is_zero() {
                return rest;
            }
        }
        panic!("the loop does not rest");
    }

    /// Turns of the loop until nothing is due ever, waiting out every pause.
    pub(super) async fn settle_all(&mut self) {
        for _ in 0..50 {
            let rest = self.settle().await;
            let pending = self.books().await.pending;
            if pending == 0 && self.books().await.problem.is_none() {
                return;
            }
            self.shop
                .clock
                .advance(i64::try_from(rest.as_millis()).unwrap_or(60_000));
        }
        panic!("something stays pending");
    }

    pub(super) async fn books(&self) -> BooksView {
        books::get(&self.shop.till).await.unwrap()
    }

    /// A reading that a person asked for.
    pub(super) async fn sync(&mut self) -> Duration {
        books::sync(&self.shop.till).await.unwrap();
        self.settle().await
    }

    pub(super) async fn save(&self, facts: CustomerFactsView) -> Result<CustomerView, TillError> {
        let request = CustomerSaveRequest {
            customer_id: None,
            facts,
        };
        customers::save(&self.shop.till, request).await
    }

    pub(super) async fn change(
        &self,
        customer: &CustomerView,
        facts: CustomerFactsView,
    ) -> Result<CustomerView, TillError> {
        let request = CustomerSaveRequest {
            customer_id: Some(customer.id.clone()),
            facts,
        };
        customers::save(&self.shop.till, request).await
    }

    pub(super) async fn save_product(&self, facts: ProductFactsView) -> Result<ProductView, TillError> {
        let request = ProductSaveRequest {
            product_id: None,
            facts,
        };
        products::save(&self.shop.till, request).await
    }

    pub(super) async fn customer(&self, id: &str) -> CustomerView {
        let request = CustomerRequest {
            customer_id: id.to_owned(),
        };
        customers::get(&self.shop.till, request).await.unwrap().customer
    }

    pub(super) async fn state(&self, customer: &CustomerView) -> MirrorStateView {
        self.customer(&customer.id).await.mirror.state
    }

    pub(super) async fn delete(&self, customer: &CustomerView) {
        let request = CustomerRequest {
            customer_id: customer.id.clone(),
        };
        customers::delete(&self.shop.till, request).await.unwrap();
    }

    pub(super) async fn found(&self, search: &str) -> CustomerPage {
        let request = CustomerListRequest {
            search: Some(search.to_owned()),
            ..CustomerListRequest::default()
        };
        customers::list(&self.shop.till, request).await.unwrap()
    }

    pub(super) async fn only(&self, search: &str) -> CustomerView {
        let mut page = self.found(search).await;
        assert_eq!(page.count, 1, "{search}");
        page.rows.remove(0)
    }

    pub(super) async fn attention(&self) -> CustomerPage {
        let request = CustomerListRequest {
            needs_attention: Some(true),
            ..CustomerListRequest::default()
        };
        customers::list(&self.shop.till, request).await.unwrap()
    }

    pub(super) async fn found_products(&self, search: &str) -> ProductPage {
        let request = ProductListRequest {
            search: Some(search.to_owned()),
            ..ProductListRequest::default()
        };
        products::list(&self.shop.till, request).await.unwrap()
    }

    /// Somebody else at the gateway's portal.
    pub(super) fn elsewhere(&self) -> Arc<Client> {
        self.shop.till.line().client().unwrap()
    }

    pub(super) fn faults(&self, rules: Vec<FaultRule>) {
        self.shop.faults(rules);
    }

    pub(super) fn fair(&self) {
        self.shop.faults(Vec::new());
    }

    pub(super) fn requests(&self) -> usize {
        self.shop.hand.requests().len()
    }
}

pub(super) fn person(name: &str, phone: &str) -> CustomerFactsView {
    CustomerFactsView {
        code: String::new(),
        name: name.to_owned(),
        phone: phone.to_owned(),
        kind: CustomerKindView::Person,
        email: String::new(),
        tax_id: String::new(),
        tag: String::new(),
        contacts: Vec::new(),
        address: CustomerAddressView::default(),
    }
}

pub(super) fn company(name: &str, phone: &str) -> CustomerFactsView {
    CustomerFactsView {
        kind: CustomerKindView::Company,
        contacts: vec![ContactPersonView {
            name: "Bùi Thị Kim Oanh".to_owned(),
            phone: "+84 900 000 011".to_owned(),
            email: String::new(),
        }],
        ..person(name, phone)
    }
}

pub(super) fn product(sku: &str, name: &str, price: i64) -> ProductFactsView {
    ProductFactsView {
        sku: sku.to_owned(),
        name: name.to_owned(),
        unit: String::new(),
        description: String::new(),
        sale_price: Dong::new(price),
        sale_category: String::new(),
        sale_tax: String::new(),
        purchase_price: Dong::ZERO,
        purchase_category: String::new(),
        purchase_tax: String::new(),
    }
}
