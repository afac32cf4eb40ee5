//! What was entered here comes to the gateway once, whatever the line does.

use super::{Counter, person, product};
use contract::ErrorCode;
use contract::books::MirrorStateView;
use contract::customer::CustomerFactsView;
use contract::product::ProductRequest;
use gateway::Priority;
use simulator::{Fault, FaultRule, Scope};
use std::time::Duration;

#[tokio::test]
async fn what_is_made_offline_is_told_when_the_line_is_back() {
    let mut counter = Counter::open().await;
    counter.shop.go_offline().await;
    let made = counter.save(person("Lê Văn Bình", "0912000001")).await.unwrap();
    let drink = counter
        .save_product(product("", "Nước suối", 10_000))
        .await
        .unwrap();
    counter.settle().await;
    let books = counter.books().await;
    assert_eq!(
        (books.pending, counter.state(&made).await),
        (2, MirrorStateView::Pending)
    );
    assert!(books.problem.is_some());
    counter.fair();
    counter.settle_all().await;
    assert_eq!(counter.shop.hand.customer_effects(&made.facts.code), 1);
    assert_eq!(counter.shop.hand.product_effects(&drink.facts.sku), 1);
    let told = counter.customer(&made.id).await;
    assert_eq!(told.mirror.state, MirrorStateView::Clean);
    assert!(told.mirror.gateway_id.is_some() && told.mirror.fetched_at.is_some());
}

#[tokio::test]
async fn a_lost_answer_leaves_one_customer_at_the_gateway() {
    for fault in [Fault::LostAnswer, Fault::ServerErrorAfterEffect] {
        let mut counter = Counter::open().await;
        counter.faults(vec![FaultRule::once(fault).only(Scope::CustomerCreate)]);
        let made = counter.save(person("Lê Văn Bình", "0912000001")).await.unwrap();
        counter.settle_all().await;
        assert_eq!(counter.shop.hand.customer_effects(&made.facts.code), 1);
        assert_eq!(counter.state(&made).await, MirrorStateView::Clean);
        assert_eq!(counter.found("Lê Văn Bình").await.count, 1);
        assert_eq!(counter.shop.met("POST"), 1, "it was looked for, not sent again");
    }
}

#[tokio::test]
async fn a_change_after_a_lost_answer_is_told_too() {
    let mut counter = Counter::open().await;
    counter.faults(vec![
        FaultRule::once(Fault::LostAnswer).only(Scope::CustomerCreate),
    ]);
    let made = counter.save(person("Lê Văn Bình", "0912000001")).await.unwrap();
    counter.settle().await;
    counter
        .change(&made, person("Lê Văn Bính", "0912000001"))
        .await
        .unwrap();
    counter.settle_all().await;
    let there = counter
        .elsewhere()
        .list_customers(finan_one::PageRequest::FIRST, Priority::Click)
        .await
        .unwrap()
        .value;
    let names: Vec<_> = there
        .rows
        .into_iter()
        .filter(|one| one.customer_code.as_ref() == Some(&made.facts.code))
        .map(|one| one.name)
        .collect();
    assert_eq!(names, [Some("Lê Văn Bính".to_owned())]);
    assert_eq!(counter.shop.hand.customer_effects(&made.facts.code), 1);
}

#[tokio::test]
async fn a_lost_answer_before_a_restart_leaves_one_customer_too() {
    let mut counter = Counter::open().await;
    counter.faults(vec![
        FaultRule::always(Fault::LostAnswer).only(Scope::CustomerCreate),
    ]);
    let made = counter.save(person("Lê Văn Bình", "0912000001")).await.unwrap();
    counter.settle().await;
    counter.fair();
    counter.shop.clock.advance(1_000);
    let mut counter = counter.reopen().await;
    counter.settle_all().await;
    assert_eq!(counter.shop.hand.customer_effects(&made.facts.code), 1);
    assert_eq!(counter.state(&made).await, MirrorStateView::Clean);
}

fn coded(name: &str, phone: &str) -> CustomerFactsView {
    CustomerFactsView {
        code: "VIP-1".to_owned(),
        ..person(name, phone)
    }
}

/// Makes a customer at the portal, with the code `VIP-1`.
async fn made_elsewhere(counter: &Counter, name: &str, phone: &str) {
    let body = format!(
        r#"{{"general_info":{{"name":"{name}","customer_code":"VIP-1","phone":"{phone}","phone_code":"+84","type":"personal"}}}}"#
    );
    counter
        .elsewhere()
        .send_create_customer(body.as_bytes(), Priority::Click)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_taken_code_is_adopted_when_it_is_the_same_customer() {
    let mut counter = Counter::open().await;
    made_elsewhere(&counter, "Lê Văn Bình", "912000001").await;
    let made = counter.save(coded("Lê Văn Bình", "0912 000 001")).await.unwrap();
    counter.settle_all().await;
    assert_eq!(counter.state(&made).await, MirrorStateView::Clean);
    assert_eq!(counter.found("VIP-1").await.count, 1);
}

#[tokio::test]
async fn a_taken_code_of_another_customer_is_refused_and_nobody_is_overwritten() {
    let mut counter = Counter::open().await;
    made_elsewhere(&counter, "Phạm Thị Dung", "0912000009").await;
    let made = counter.save(coded("Lê Văn Bình", "0912000001")).await.unwrap();
    counter.settle().await;
    let refused = counter.customer(&made.id).await.mirror;
    assert_eq!(refused.state, MirrorStateView::Refused);
    let problem = refused.problem.unwrap();
    assert_eq!(
        (problem.code, problem.params.get("field").unwrap().as_str()),
        (ErrorCode::CodeTaken, "code")
    );
    assert_eq!(
        (counter.books().await.refused, counter.attention().await.count),
        (1, 1)
    );
    counter.sync().await;
    let there = counter
        .elsewhere()
        .list_customers(finan_one::PageRequest::FIRST, Priority::Click)
        .await
        .unwrap()
        .value;
    let theirs = there
        .rows
        .iter()
        .find(|one| one.customer_code.as_deref() == Some("VIP-1"))
        .unwrap();
    assert_eq!(theirs.name.as_deref(), Some("Phạm Thị Dung"));
    assert_eq!(counter.shop.hand.customer_effects("VIP-1"), 1);
}

#[tokio::test]
async fn a_reading_does_not_write_over_another_customer_with_our_code() {
    let mut counter = Counter::open().await;
    made_elsewhere(&counter, "Phạm Thị Dung", "0912000009").await;
    counter.faults(vec![
        FaultRule::always(Fault::ServerError).only(Scope::CustomerCreate),
    ]);
    let made = counter.save(coded("Lê Văn Bình", "0912000001")).await.unwrap();
    counter.sync().await;
    counter.fair();
    counter.sync().await;
    assert_eq!(counter.state(&made).await, MirrorStateView::Refused);
    let there = counter
        .elsewhere()
        .list_customers(finan_one::PageRequest::FIRST, Priority::Click)
        .await
        .unwrap()
        .value;
    let theirs = there
        .rows
        .iter()
        .find(|one| one.customer_code.as_deref() == Some("VIP-1"))
        .unwrap();
    assert_eq!(theirs.name.as_deref(), Some("Phạm Thị Dung"));
}

#[tokio::test]
async fn changes_and_deletions_are_told() {
    let mut counter = Counter::open().await;
    let known = counter.only("KH-0001").await;
    let mut facts = known.facts.clone();
    facts.tag = "VIP".to_owned();
    counter.change(&known, facts).await.unwrap();
    let gone = counter.save(person("Lê Văn Bình", "0912000001")).await.unwrap();
    counter.settle_all().await;
    counter.delete(&gone).await;
    assert_eq!(
        counter.found("Lê Văn Bình").await.count,
        0,
        "it is out of the book at once"
    );
    counter.settle_all().await;
    let id = known.mirror.gateway_id.unwrap();
    let there = counter
        .elsewhere()
        .get_customer(&id, Priority::Click)
        .await
        .unwrap()
        .value;
    assert_eq!(there.custom_tag.as_deref(), Some("VIP"));
    counter.sync().await;
    assert_eq!(counter.found("Lê Văn Bình").await.count, 0);
}

#[tokio::test]
async fn a_change_leaves_bank_accounts_that_only_the_gateway_knows() {
    let mut counter = Counter::open().await;
    let body = r#"{"general_info":{"name":"Lê Văn Bình","customer_code":"VIP-1","phone":"0912000001","phone_code":"+84","type":"personal"},
        "bank_accounts":[{"bank_code":"VCB","bank_name":"Vietcombank","account_holder_name":"LE VAN BINH","account_number":"0011"}]}"#;
    let made = counter
        .elsewhere()
        .send_create_customer(body.as_bytes(), Priority::Click)
        .await
        .unwrap()
        .value;
    counter.sync().await;
    let known = counter.only("VIP-1").await;
    counter
        .change(&known, coded("Lê Văn Bính", "0912000001"))
        .await
        .unwrap();
    counter.settle_all().await;
    let there = counter
        .elsewhere()
        .get_customer(&made.customer_id, Priority::Click)
        .await
        .unwrap()
        .value;
    assert_eq!(
        (there.name.as_deref(), there.bank_accounts.len()),
        (Some("Lê Văn Bính"), 1)
    );
}

#[tokio::test]
async fn what_an_invoice_names_is_not_deleted_and_comes_back_with_the_reason() {
    let mut counter = Counter::open().await;
    let named = counter.only("KH-0001").await;
    counter.delete(&named).await;
    counter.settle().await;
    let back = counter.customer(&named.id).await.mirror;
    assert_eq!(back.state, MirrorStateView::Refused);
    assert_eq!(back.problem.unwrap().code, ErrorCode::RefusedContent);
}

#[tokio::test]
async fn one_row_that_the_gateway_stumbles_over_does_not_hold_up_the_others() {
    let mut counter = Counter::open().await;
    counter.faults(vec![
        FaultRule::once(Fault::ServerError).only(Scope::CustomerCreate),
    ]);
    let first = counter.save(person("Lê Văn Bình", "0912000001")).await.unwrap();
    counter.shop.clock.advance(10);
    let second = counter.save(person("Lê Văn Cường", "0912000002")).await.unwrap();
    counter.settle().await;
    assert_eq!(counter.state(&first).await, MirrorStateView::Pending);
    assert_eq!(counter.state(&second).await, MirrorStateView::Clean);
}

#[tokio::test]
async fn pauses_grow_while_the_line_is_down() {
    let mut counter = Counter::open().await;
    counter.faults(vec![FaultRule::always(Fault::ServerError).only(Scope::Customers)]);
    counter.save(person("Lê Văn Bình", "0912000001")).await.unwrap();
    let mut pauses = Vec::new();
    for _ in 0..9 {
        let rest = counter.settle().await;
        pauses.push(rest.as_secs());
        let before = counter.requests();
        // A bell does not shorten the pause.
        assert!(counter.settle().await <= rest && counter.requests() == before);
        counter
            .shop
            .clock
            .advance(i64::try_from(rest.as_millis()).unwrap());
    }
    assert_eq!(pauses, [2, 4, 8, 15, 30, 60, 120, 300, 300]);
    counter.fair();
    counter.sync().await;
    assert_eq!(counter.books().await.pending, 0);
}

#[tokio::test]
async fn a_product_goes_the_same_way() {
    let mut counter = Counter::open().await;
    counter.faults(vec![
        FaultRule::once(Fault::LostAnswer).only(Scope::ProductCreate),
    ]);
    let made = counter
        .save_product(product("", "Nước suối", 10_000))
        .await
        .unwrap();
    counter.settle_all().await;
    assert_eq!(counter.shop.hand.product_effects(&made.facts.sku), 1);
    let product_id = made.id.clone();
    crate::products::delete(&counter.shop.till, ProductRequest { product_id })
        .await
        .unwrap();
    counter.settle_all().await;
    assert_eq!(counter.sync().await, Duration::from_secs(15 * 60));
    assert_eq!(counter.found_products(&made.facts.sku).await.count, 0);
}
