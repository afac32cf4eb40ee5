//! Invoices at the till, against the simulator.

mod drafts;
mod lives;
mod lost;

use super::Shop;
use crate::{TillError, customers, invoices, products};
use contract::Time;
use contract::customer::{CustomerAddressView, CustomerFactsView, CustomerKindView, CustomerSaveRequest};
use contract::invoice::{
    DiscountView, InvoiceContentView, InvoiceCustomerView, InvoiceDraftSaveRequest, InvoiceDraftView,
    InvoiceLineView, InvoiceRequest, InvoiceView, TaxTypeView,
};
use contract::product::{ProductFactsView, ProductSaveRequest};
use dong::Dong;
use gateway::Clock;

const DAY_MS: i64 = 24 * 3_600_000;

/// A customer and a product in the books, told to nobody yet.
async fn books(shop: &Shop) {
    let facts = CustomerFactsView {
        code: "KH-1".to_owned(),
        name: "Trần Thị Lan".to_owned(),
        phone: "0987 654 321".to_owned(),
        kind: CustomerKindView::Person,
        email: String::new(),
        tax_id: String::new(),
        tag: String::new(),
        contacts: Vec::new(),
        address: CustomerAddressView::default(),
    };
    let customer_id = None;
    customers::save(&shop.till, CustomerSaveRequest { customer_id, facts })
        .await
        .unwrap();
    let facts = ProductFactsView {
        sku: "CFSD".to_owned(),
        name: "Cà phê sữa đá".to_owned(),
        unit: "ly".to_owned(),
        description: String::new(),
        sale_price: Dong::new(50_000),
        sale_category: String::new(),
        sale_tax: String::new(),
        purchase_price: Dong::new(20_000),
        purchase_category: String::new(),
        purchase_tax: String::new(),
    };
    let product_id = None;
    products::save(&shop.till, ProductSaveRequest { product_id, facts })
        .await
        .unwrap();
}

/// Two coffees for Lan, due in a week: 108,000 with 8 % on top.
fn content(shop: &Shop) -> InvoiceContentView {
    let now = shop.clock.now_ms();
    InvoiceContentView {
        customer: Some(InvoiceCustomerView {
            customer_id: None,
            code: "KH-1".to_owned(),
            name: "Trần Thị Lan".to_owned(),
            phone: "0987654321".to_owned(),
            email: String::new(),
            tax_id: String::new(),
            address: String::new(),
        }),
        tax_type: TaxTypeView::PriceExcludingTax,
        lines: vec![InvoiceLineView {
            product_id: None,
            sku: "CFSD".to_owned(),
            name: "Cà phê sữa đá".to_owned(),
            unit: "ly".to_owned(),
            quantity: 2,
            unit_price: Dong::new(50_000),
            tax_code: "TAX_CODE_8".to_owned(),
            note: String::new(),
        }],
        discount: DiscountView::None,
        note: String::new(),
        transaction_date: Time::from_ms(now),
        due_date: Time::from_ms(now + 7 * DAY_MS),
        payment_methods: vec!["bank_transfer".to_owned()],
        account_id: None,
    }
}

async fn draft(shop: &Shop, content: InvoiceContentView) -> InvoiceDraftView {
    save(shop, None, "", content).await.unwrap()
}

async fn save(
    shop: &Shop,
    invoice_id: Option<&str>,
    code: &str,
    content: InvoiceContentView,
) -> Result<InvoiceDraftView, TillError> {
    let request = InvoiceDraftSaveRequest {
        invoice_id: invoice_id.map(str::to_owned),
        code: code.to_owned(),
        content,
    };
    invoices::draft_save(&shop.till, request).await
}

fn named(id: &str) -> InvoiceRequest {
    let invoice_id = id.to_owned();
    InvoiceRequest { invoice_id }
}

async fn send(shop: &Shop, id: &str) -> Result<InvoiceView, TillError> {
    invoices::create(&shop.till, named(id)).await
}

async fn seen(shop: &Shop, id: &str) -> InvoiceView {
    invoices::get(&shop.till, named(id)).await.unwrap()
}

/// An invoice that the gateway has.
async fn sent(shop: &Shop) -> InvoiceView {
    books(shop).await;
    let draft = draft(shop, content(shop)).await;
    send(shop, &draft.id).await.unwrap()
}
