//! Creates whose answer is lost or whose code is taken: found again by the code, with one effect.

use finan_one::{PageRequest, customers, invoices, products};
use futures_util::TryStreamExt;
use gateway::repeat::{Guard, Next, after_failure};
use gateway::{Certainty, Code, Failure, Priority};
use simulator::{BusinessSwitches, Fault, FaultRule, Scope};

use crate::{Pair, customer, product};

#[tokio::test]
async fn an_invoice_whose_answer_was_lost_is_found_by_its_code() {
    let pair = Pair::stocked(BusinessSwitches::default()).await;
    let hand = pair.running.hand();
    let body = invoices::build_create(&pair.invoice("LOST").await).unwrap();
    for fault in [Fault::LostAnswer, Fault::ServerErrorAfterEffect] {
        hand.set_faults(vec![FaultRule::once(fault).only(Scope::InvoiceCreate)]);
        let failure = pair
            .client
            .send_create_invoice(body.as_bytes(), Priority::Click)
            .await
            .unwrap_err();
        assert_eq!(failure.certainty, Certainty::Unknown);
        assert_eq!(after_failure(Guard::Reference, &failure), Next::Look);
        assert_eq!(hand.invoice_effects("LOST"), 1);
    }
    let pages: Vec<_> = pair
        .client
        .all_invoices(PageRequest::FIRST, Priority::Click)
        .try_collect()
        .await
        .unwrap();
    let mut rows = pages.into_iter().flat_map(|page| page.value.rows);
    let found = rows
        .find(|row| row.invoice_code.as_deref() == Some("LOST"))
        .unwrap();
    assert!(found.payment_link.is_some());
    assert!(rows.all(|row| row.invoice_code.as_deref() != Some("LOST")));
}

#[tokio::test]
async fn a_taken_code_is_a_conflict_that_leads_to_a_look() {
    let pair = Pair::stocked(BusinessSwitches::default()).await;
    let client = &pair.client;
    let invoice = invoices::build_create(&pair.invoice("TWICE").await).unwrap();
    client
        .send_create_invoice(invoice.as_bytes(), Priority::Click)
        .await
        .unwrap();
    let customer = customers::build_create(&customer()).unwrap();
    let product = products::build_create(&product()).unwrap();
    let (click, failures): (_, [Failure; 3]) = (
        Priority::Click,
        [
            client
                .send_create_invoice(invoice.as_bytes(), Priority::Click)
                .await
                .unwrap_err(),
            client
                .send_create_customer(customer.as_bytes(), Priority::Click)
                .await
                .unwrap_err(),
            client
                .send_create_product(product.as_bytes(), Priority::Click)
                .await
                .unwrap_err(),
        ],
    );
    for failure in failures {
        assert_eq!(
            (failure.code, failure.certainty),
            (Code::Conflict, Certainty::Refused)
        );
        assert_eq!(after_failure(Guard::Reference, &failure), Next::Look);
    }
    let listed = client.list_customers(PageRequest::FIRST, click).await.unwrap();
    assert_eq!(listed.value.rows.len(), 1);
    let hand = pair.running.hand();
    assert_eq!(
        (hand.invoice_effects("TWICE"), hand.customer_effects("C1")),
        (1, 1)
    );
}
