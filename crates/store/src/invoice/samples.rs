//! Invoices for tests.

use super::NewInvoice;
use crate::book::samples::{customer_id, product_id};
use crate::test_support::{Shop, T0, WORLD, payment_id, step_id};
use crate::{CommitOutcome, GatewayAnswer, test_support};
use domain::{
    AccountId, Discount, InvoiceContent, InvoiceCustomer, InvoiceDraft, InvoiceLine, Move, Payment,
    StepDetail, TaxType,
};
use dong::Dong;

/// Everything of a test is due ten seconds after its beginning.
pub(crate) const DUE: i64 = T0 + 10_000;

pub(crate) fn content(product: &str) -> InvoiceContent {
    InvoiceContent {
        customer: Some(InvoiceCustomer {
            id: Some(customer_id(1)),
            code: "KH-1".to_owned(),
            name: "Nguyễn Thị Hường".to_owned(),
            phone: "0912345678".to_owned(),
            email: String::new(),
            tax_id: "0312345678".to_owned(),
            address: String::new(),
        }),
        tax_type: TaxType::PriceExcludingTax,
        lines: vec![InvoiceLine {
            product_id: Some(product_id(1)),
            sku: "SP-1".to_owned(),
            name: product.to_owned(),
            unit: "hộp".to_owned(),
            quantity: 2,
            unit_price: Dong::new(50_000),
            tax_code: "VAT8".to_owned(),
            note: String::new(),
        }],
        discount: Discount::Percent("7.5".parse().unwrap()),
        note: String::new(),
        transaction_date: T0,
        due_date: DUE,
        payment_methods: vec!["bank_transfer".to_owned()],
        account_id: Some(AccountId::new("acc-1")),
    }
}

pub(crate) fn draft(n: u128) -> InvoiceDraft {
    let at = T0 + i64::try_from(n).unwrap();
    InvoiceDraft {
        id: payment_id(n),
        environment: WORLD,
        code: format!("HD-{n}"),
        content: content("Trà ô long"),
        created_at: at,
        updated_at: at,
    }
}

pub(crate) fn new_invoice(n: u128, amount: i64) -> NewInvoice {
    NewInvoice {
        code: format!("HD-{n}"),
        content: content("Trà ô long"),
        amount: Dong::new(amount),
        body: b"{}".to_vec(),
        at: T0 + i64::try_from(n).unwrap(),
    }
}

pub(crate) fn update(product: &str, due_date: i64) -> StepDetail {
    StepDetail::InvoiceUpdate {
        content: Box::new(InvoiceContent {
            due_date,
            ..content(product)
        }),
    }
}

impl Shop {
    /// An invoice `HD-n` that was decided and has not left.
    pub(crate) async fn committed_invoice(&self, n: u128, amount: i64) {
        self.store.save_invoice_draft(draft(n)).await.unwrap();
        let outcome = self
            .store
            .commit_invoice(payment_id(n), new_invoice(n, amount))
            .await;
        assert_eq!(outcome.unwrap(), CommitOutcome::Committed);
    }

    /// An invoice that the gateway has.
    pub(crate) async fn sent_invoice(&self, n: u128, amount: i64) -> Payment {
        self.committed_invoice(n, amount).await;
        self.advance(n, Move::Send).await;
        let answer = GatewayAnswer {
            heard: None,
            qr_text: None,
            ..test_support::answer(n, T0)
        };
        self.store.confirm(payment_id(n), answer).await.unwrap()
    }

    /// A change of invoice `n` through to the gateway's yes.
    pub(crate) async fn changed_invoice(&self, step: u128, n: u128, product: &str, due_date: i64) -> Payment {
        self.done_step(step, n, update(product, due_date)).await;
        assert!(self.store.intent(step_id(step)).await.is_ok());
        self.store.payment(payment_id(n)).await.unwrap()
    }
}
