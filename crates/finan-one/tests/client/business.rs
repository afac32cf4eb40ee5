//! Customers, products and invoices over a script: what is sent, how it is signed, what is read.

use dong::Dong;
use finan_one::PageRequest;
use futures_util::TryStreamExt;
use gateway::{Certainty, Code, Failure, Method, Priority};

use crate::{dated, header, is_signed_as_sent, ok, playing};

const INVOICE: &str = include_str!("../../fixtures/create_invoice.json");
const PRODUCT: &str = include_str!("../../fixtures/create_product.json");
const CUSTOMER: &str = r#"{"code":102001,"request_id":"r-c","data":{"customer_id":"CUST-1","general_info":{"customer_code":"C1"}}}"#;

#[tokio::test]
async fn stored_bytes_are_sent_as_they_are_to_each_place() {
    let (transport, client) = playing(vec![
        Ok(dated(201, CUSTOMER)),
        Ok(dated(201, PRODUCT)),
        Ok(dated(201, INVOICE)),
    ]);
    let stored = "{ \"note\":\"Cà phê\" }".as_bytes();
    let customer = client
        .send_create_customer(stored, Priority::Click)
        .await
        .unwrap();
    let product = client.send_create_product(stored, Priority::Click).await.unwrap();
    let invoice = client.send_create_invoice(stored, Priority::Click).await.unwrap();
    assert_eq!(
        (customer.http_status, customer.request_id.as_deref()),
        (201, Some("r-c"))
    );
    assert_eq!(customer.value.customer_code.as_deref(), Some("C1"));
    assert_eq!(
        product.value.product_id,
        "PROD-11111111-1111-4111-8111-111111111111"
    );
    let invoice = invoice.value;
    assert_eq!(invoice.payment_link.as_deref(), Some("https://pay.example/i/1"));
    assert_eq!(
        (invoice.status.as_str(), invoice.total_amount),
        ("unpaid", Some(Dong::new(220_000)))
    );

    let sent = transport.requests().split_off(1);
    let paths: Vec<_> = sent
        .iter()
        .map(|request| request.path_and_query.as_str())
        .collect();
    assert_eq!(
        paths,
        ["/api/v1/customers", "/api/v1/products", "/api/v1/invoices"]
    );
    for request in &sent {
        assert_eq!((request.method, request.body.as_slice()), (Method::Post, stored));
        assert_eq!(header(request, "content-type"), "application/json");
        assert!(is_signed_as_sent(request));
    }
}

#[tokio::test]
async fn updates_put_and_may_be_answered_with_nothing() {
    let nothing = r#"{"code":102000,"data":null}"#;
    let (transport, client) = playing(vec![ok(INVOICE), ok(nothing), ok(nothing)]);
    let shown = client
        .send_update_invoice("INV-1", b"{}", Priority::Click)
        .await
        .unwrap();
    assert_eq!(shown.value.unwrap().invoice_code.as_deref(), Some("INV-001"));
    let silent = client
        .send_update_product("PROD-1", b"{}", Priority::Click)
        .await
        .unwrap();
    assert_eq!(silent.value, None);
    let silent = client
        .send_update_customer("CUST-1", b"{}", Priority::Click)
        .await
        .unwrap();
    assert_eq!(silent.value, None);
    let sent = transport.requests().split_off(1);
    assert!(
        sent.iter()
            .all(|request| request.method == Method::Put && is_signed_as_sent(request))
    );
    assert_eq!(sent[0].path_and_query, "/api/v1/invoices/INV-1");
}

#[tokio::test]
async fn deletes_have_no_body_and_believe_any_success() {
    let (transport, client) = playing(vec![ok("{}"), ok(r#"{"data":null}"#), ok(r#"{"data":[1]}"#)]);
    client.delete_customer("c-1", Priority::Click).await.unwrap();
    client.delete_product("p-1", Priority::Click).await.unwrap();
    client.delete_invoice("i-1", Priority::Click).await.unwrap();
    for request in &transport.requests()[1..] {
        assert_eq!((request.method, request.body.len()), (Method::Delete, 0));
        assert!(request.header("content-type").is_none() && is_signed_as_sent(request));
    }
}

#[tokio::test]
async fn every_write_tells_what_is_certain_and_is_sent_once() {
    for (status, code, certainty) in [
        (400, Code::BadRequest, Certainty::Refused),
        (404, Code::NotFound, Certainty::Refused),
        (409, Code::Conflict, Certainty::Refused),
        (422, Code::Validation, Certainty::Refused),
        (500, Code::ServerError, Certainty::Unknown),
    ] {
        let answer = || Ok(dated(status, "{}"));
        let (transport, client) = playing(vec![answer(), answer(), answer()]);
        let create = client
            .send_create_invoice(b"{}", Priority::Click)
            .await
            .unwrap_err();
        let update = client
            .send_update_customer("c", b"{}", Priority::Click)
            .await
            .unwrap_err();
        let delete = client.delete_product("p", Priority::Click).await.unwrap_err();
        for failure in [create, update, delete] {
            assert_eq!((failure.code, failure.certainty), (code, certainty));
        }
        assert_eq!(transport.requests().len(), 4, "{status}");
    }
    for failure in [
        Failure::unknown(Code::Timeout, ""),
        Failure::not_sent(Code::NoNetwork, ""),
    ] {
        let (_, client) = playing(vec![Err(failure.clone())]);
        let seen = client
            .send_create_invoice(b"{}", Priority::Click)
            .await
            .unwrap_err();
        assert_eq!(seen, failure);
    }
}

#[tokio::test]
async fn a_created_row_that_cannot_be_read_is_unknown() {
    for body in [
        r#"{"code":102001,"data":null}"#,
        r#"{"data":{"invoice_code":"INV-1"}}"#,
    ] {
        let (_, client) = playing(vec![ok(body)]);
        let failure = client
            .send_create_invoice(b"{}", Priority::Click)
            .await
            .unwrap_err();
        assert_eq!(
            (failure.code, failure.certainty),
            (Code::UnreadableAnswer, Certainty::Unknown)
        );
    }
}

#[tokio::test]
async fn lists_are_pages_whose_unreadable_rows_are_counted() {
    let first = r#"{"data":[{"invoice_id":"i-3","total_amount":"5"},{"invoice_id":"i-2","total_amount":0.5},null],
        "meta":{"page":1,"page_size":3,"total_pages":2,"total_rows":4}}"#;
    let second = r#"{"data":[{"id":"i-1"}],"meta":{"page":2,"page_size":3,"total_pages":2,"total_rows":4}}"#;
    let (transport, client) = playing(vec![
        ok(first),
        ok(second),
        ok(r#"{"data":[]}"#),
        ok(r#"{"data":[]}"#),
    ]);
    let pages: Vec<_> = client
        .all_invoices(PageRequest::first_of(3), Priority::Background)
        .try_collect()
        .await
        .unwrap();
    let seen: Vec<_> = pages
        .iter()
        .map(|page| {
            (
                page.value.rows.len(),
                page.value.unreadable,
                page.value.total_rows,
            )
        })
        .collect();
    assert_eq!(seen, [(1, 2, Some(4)), (1, 0, Some(4))]);
    client
        .list_customers(PageRequest::FIRST, Priority::Click)
        .await
        .unwrap();
    client
        .list_products(PageRequest::FIRST, Priority::Click)
        .await
        .unwrap();
    let paths: Vec<_> = transport
        .requests()
        .into_iter()
        .skip(1)
        .map(|request| request.path_and_query)
        .collect();
    assert_eq!(
        paths,
        [
            "/api/v1/invoices?page=1&page_size=3",
            "/api/v1/invoices?page=2&page_size=3",
            "/api/v1/customers",
            "/api/v1/products"
        ]
    );
}

#[tokio::test]
async fn an_id_that_may_not_enter_a_path_is_not_sent() {
    let (transport, client) = playing(vec![]);
    for id in ["", "../payments", "a?b", "a/b"] {
        let failures = [
            client.get_customer(id, Priority::Click).await.unwrap_err(),
            client
                .send_update_product(id, b"{}", Priority::Click)
                .await
                .unwrap_err(),
            client.delete_invoice(id, Priority::Click).await.unwrap_err(),
        ];
        for failure in failures {
            assert_eq!(
                (failure.code, failure.certainty),
                (Code::BadId, Certainty::NotSent)
            );
        }
    }
    assert!(transport.requests().is_empty());
}
