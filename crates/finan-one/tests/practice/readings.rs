//! The client gets along with the other believable readings of the contract.

use dong::Dong;
use finan_one::{PageRequest, customers, invoices};
use gateway::Priority;
use simulator::BusinessSwitches;

use crate::{Pair, customer};

#[tokio::test]
async fn plain_ids_and_a_qr_are_read() {
    let pair = Pair::stocked(BusinessSwitches {
        ids_are_plain: true,
        invoices_carry_a_qr: true,
        ..BusinessSwitches::default()
    })
    .await;
    let body = invoices::build_create(&pair.invoice("INV-1").await).unwrap();
    let made = pair
        .client
        .send_create_invoice(body.as_bytes(), Priority::Click)
        .await
        .unwrap()
        .value;
    assert!(made.qr_code.unwrap().starts_with("000201"));
    let read = pair
        .client
        .get_invoice(&made.invoice_id, Priority::Click)
        .await
        .unwrap();
    assert_eq!(read.value.total_amount, Some(Dong::new(220_000)));
    let products = pair
        .client
        .list_products(PageRequest::FIRST, Priority::Click)
        .await
        .unwrap();
    assert_eq!((products.value.rows.len(), products.value.unreadable), (1, 0));
}

#[tokio::test]
async fn an_update_clears_also_where_it_merges_and_answers_nothing() {
    let pair = Pair::stocked(BusinessSwitches {
        updates_merge: true,
        updates_are_echoed: false,
        ..BusinessSwitches::default()
    })
    .await;
    let client = &pair.client;
    let listed = client
        .list_customers(PageRequest::FIRST, Priority::Click)
        .await
        .unwrap();
    let id = &listed.value.rows[0].customer_id;
    let mut details = customer();
    details.email = None;
    details.address.ward = None;
    let body = customers::build_update(&details).unwrap();
    let answer = client
        .send_update_customer(id, body.as_bytes(), Priority::Click)
        .await
        .unwrap();
    assert_eq!(answer.value, None);
    let read = client.get_customer(id, Priority::Click).await.unwrap();
    assert_eq!(read.value.details(), Some(details));
}

#[tokio::test]
async fn a_list_without_codes_proves_nothing_and_hides_nothing() {
    let pair = Pair::stocked(BusinessSwitches {
        lists_carry_codes: false,
        ..BusinessSwitches::default()
    })
    .await;
    let listed = pair
        .client
        .list_customers(PageRequest::FIRST, Priority::Click)
        .await
        .unwrap();
    assert_eq!((listed.value.rows.len(), listed.value.unreadable), (1, 0));
    assert_eq!(listed.value.rows[0].customer_code, None);
}
