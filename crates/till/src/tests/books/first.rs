//! What an invoice names is told before it.

use super::{Counter, person, product};
use crate::books::tell_first;
use contract::books::MirrorStateView;
use contract::{Certainty, ErrorBody, ErrorCode};
use domain::{Discount, InvoiceContent, InvoiceCustomer, InvoiceLine, TaxType};
use dong::Dong;
use gateway::Priority;
use simulator::{Fault, FaultRule, Scope};

fn content(customer: &str, skus: &[&str]) -> InvoiceContent {
    let line = |sku: &&str| InvoiceLine {
        product_id: None,
        sku: (*sku).to_owned(),
        name: "x".to_owned(),
        unit: String::new(),
        quantity: 1,
        unit_price: Dong::new(1_000),
        tax_code: String::new(),
        note: String::new(),
    };
    InvoiceContent {
        customer: Some(InvoiceCustomer {
            id: None,
            code: customer.to_owned(),
            name: "x".to_owned(),
            phone: String::new(),
            email: String::new(),
            tax_id: String::new(),
            address: String::new(),
        }),
        tax_type: TaxType::PriceIncludingTax,
        lines: skus.iter().map(line).collect(),
        discount: Discount::None,
        note: String::new(),
        transaction_date: 0,
        due_date: 0,
        payment_methods: Vec::new(),
        account_id: None,
    }
}

async fn first(counter: &Counter, content: &InvoiceContent) -> Result<(), ErrorBody> {
    tell_first(&counter.shop.till, content, Priority::Click)
        .await
        .map_err(ErrorBody::from)
}

#[tokio::test]
async fn what_is_pending_is_told_now_and_what_is_known_costs_no_request() {
    let counter = Counter::open().await;
    let who = counter.save(person("Lê Văn Bình", "0912000001")).await.unwrap();
    let what = counter
        .save_product(product("", "Nước suối", 10_000))
        .await
        .unwrap();
    let named = content(&who.facts.code, &[&what.facts.sku, "CF-SUA", &what.facts.sku]);
    let before = counter.requests();
    first(&counter, &named).await.unwrap();
    assert_eq!(counter.requests(), before + 2);
    assert_eq!(counter.state(&who).await, MirrorStateView::Clean);
    first(&counter, &named).await.unwrap();
    first(&counter, &content("NOBODY", &["NOTHING"])).await.unwrap();
    assert_eq!(counter.requests(), before + 2);
}

#[tokio::test]
async fn what_could_not_be_told_is_named_with_what_is_certain() {
    let counter = Counter::open().await;
    let what = counter
        .save_product(product("", "Nước suối", 10_000))
        .await
        .unwrap();
    counter.faults(vec![
        FaultRule::once(Fault::LostAnswer).only(Scope::ProductCreate),
    ]);
    let named = content("KH-0001", &["CF-SUA", &what.facts.sku]);
    let refused = first(&counter, &named).await.unwrap_err();
    assert_eq!(
        (refused.code, refused.certainty),
        (ErrorCode::NotAtGateway, Some(Certainty::Unknown))
    );
    assert_eq!(refused.params.get("field").unwrap(), "lines.1.name");
    first(&counter, &named).await.unwrap();
    assert_eq!(counter.shop.hand.product_effects(&what.facts.sku), 1);
    // Refused rows are not asked for again.
    let who = counter.save(person("Lê Văn Bình", "0912000001")).await.unwrap();
    counter.faults(vec![
        FaultRule::once(Fault::Refuse { status: 422 }).only(Scope::CustomerCreate),
    ]);
    for _ in 0..2 {
        let refused = first(&counter, &content(&who.facts.code, &[])).await.unwrap_err();
        assert_eq!(refused.params.get("field").unwrap(), "customer");
    }
    assert_eq!(counter.state(&who).await, MirrorStateView::Refused);
}
