//! Flow 2 of the guide, and the life of each of the three.

use dong::Dong;
use finan_one::PageRequest;
use finan_one::customers::{self, ContactPerson, CustomerType};
use finan_one::invoices::{self, Discount};
use finan_one::products;
use gateway::{Code, Priority};
use simulator::BusinessSwitches;

use crate::{Pair, at, customer, product};

#[tokio::test]
async fn from_a_customer_to_a_paid_invoice() {
    let pair = Pair::stocked(BusinessSwitches::default()).await;
    let body = invoices::build_create(&pair.invoice("INV-001").await).unwrap();
    let made = pair
        .client
        .send_create_invoice(body.as_bytes(), Priority::Click)
        .await
        .unwrap();
    assert_eq!(made.http_status, 201);
    let made = made.value;
    assert!(made.payment_link.as_deref().unwrap().starts_with("https://"));
    assert_eq!(made.invoice_code.as_deref(), Some("INV-001"));
    assert_eq!(made.customer_code.as_deref(), Some("C1"));
    assert_eq!(
        (made.status.as_str(), made.total_amount),
        ("unpaid", Some(Dong::new(220_000)))
    );
    assert_eq!(
        (made.received, made.due_amount),
        (Some(Dong::ZERO), Some(Dong::new(220_000)))
    );
    assert_eq!(made.items[0].unit_price, Some(Dong::new(100_000)));
    assert_eq!(made.due_date, Some(at("2026-01-22T01:00:00Z")));

    let hand = pair.running.hand();
    let seen = async || {
        let asked = pair.client.get_invoice(&made.invoice_id, Priority::Click).await;
        let invoice = asked.unwrap().value;
        (
            invoice.status,
            invoice.received.unwrap(),
            invoice.due_amount.unwrap(),
        )
    };
    hand.pay_invoice(&made.invoice_id, Dong::new(200)).unwrap();
    assert_eq!(
        seen().await,
        ("partial_paid".to_owned(), Dong::new(200), Dong::new(219_800))
    );
    hand.pay_invoice_full(&made.invoice_id).unwrap();
    assert_eq!(seen().await, ("paid".to_owned(), Dong::new(220_000), Dong::ZERO));
}

#[tokio::test]
async fn what_was_read_can_be_changed_and_cleared() {
    let pair = Pair::stocked(BusinessSwitches::default()).await;
    let client = &pair.client;
    let listed = client
        .list_customers(PageRequest::FIRST, Priority::Click)
        .await
        .unwrap();
    let found = &listed.value.rows[0];
    assert_eq!(found.details(), Some(customer()));
    let mut details = found.details().unwrap();
    details.email = None;
    details.address.ward = None;
    details.customer_type = CustomerType::Company;
    details.contact_persons = vec![ContactPerson {
        name: "Oanh".to_owned(),
        phone_number: "0900000001".to_owned(),
        email: None,
    }];
    let body = customers::build_update(&details).unwrap();
    let updated = client
        .send_update_customer(&found.customer_id, body.as_bytes(), Priority::Click)
        .await
        .unwrap();
    assert_eq!(updated.value.unwrap().details().as_ref(), Some(&details));
    let read = client
        .get_customer(&found.customer_id, Priority::Click)
        .await
        .unwrap();
    assert_eq!(read.value.details(), Some(details));

    let listed = client
        .list_products(PageRequest::FIRST, Priority::Click)
        .await
        .unwrap();
    let found = &listed.value.rows[0];
    assert_eq!(found.details(), Some(product()));
    let mut details = found.details().unwrap();
    details.unit = None;
    details.sale.price = Dong::new(120_000);
    let body = products::build_update(&details).unwrap();
    client
        .send_update_product(&found.product_id, body.as_bytes(), Priority::Click)
        .await
        .unwrap();
    let read = client
        .get_product(&found.product_id, Priority::Click)
        .await
        .unwrap();
    assert_eq!(read.value.details(), Some(details));
}

#[tokio::test]
async fn an_invoice_is_changed_and_its_discount_taken_away() {
    let pair = Pair::stocked(BusinessSwitches::default()).await;
    let mut details = pair.invoice("INV-1").await;
    let percent = Discount::Percent("2.5".parse().unwrap());
    details.discount = Some(percent);
    details.note = Some("Giao sáng".to_owned());
    let body = invoices::build_create(&details).unwrap();
    let made = pair
        .client
        .send_create_invoice(body.as_bytes(), Priority::Click)
        .await
        .unwrap()
        .value;
    assert_eq!(
        (made.discount, made.total_amount),
        (Some(percent), Some(Dong::new(214_500)))
    );
    details.discount = None;
    details.note = None;
    let body = invoices::build_update(&details).unwrap();
    let changed = pair
        .client
        .send_update_invoice(&made.invoice_id, body.as_bytes(), Priority::Click)
        .await
        .unwrap();
    let changed = changed.value.unwrap();
    assert_eq!((changed.discount, changed.note), (None, None));
    assert_eq!(changed.total_amount, Some(Dong::new(220_000)));
}

#[tokio::test]
async fn what_is_deleted_is_gone_and_what_is_in_use_stays() {
    let pair = Pair::stocked(BusinessSwitches::default()).await;
    let client = &pair.client;
    let body = invoices::build_create(&pair.invoice("INV-1").await).unwrap();
    let made = client
        .send_create_invoice(body.as_bytes(), Priority::Click)
        .await
        .unwrap()
        .value;
    let customers = client
        .list_customers(PageRequest::FIRST, Priority::Click)
        .await
        .unwrap();
    let customer_id = &customers.value.rows[0].customer_id;
    let in_use = client
        .delete_customer(customer_id, Priority::Click)
        .await
        .unwrap_err();
    assert_eq!(in_use.code, Code::Validation);
    client
        .delete_invoice(&made.invoice_id, Priority::Click)
        .await
        .unwrap();
    client
        .delete_customer(customer_id, Priority::Click)
        .await
        .unwrap();
    let gone = client
        .get_invoice(&made.invoice_id, Priority::Click)
        .await
        .unwrap_err();
    let again = client
        .delete_customer(customer_id, Priority::Click)
        .await
        .unwrap_err();
    assert_eq!((gone.code, again.code), (Code::NotFound, Code::NotFound));
}
