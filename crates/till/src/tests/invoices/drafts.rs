//! Drafts: kept whatever they lack, told what they lack.

use super::super::shop::code;
use super::{Shop, content, draft, named, save, send};
use crate::invoices;
use contract::ErrorCode;
use contract::invoice::{
    DiscountView, InvoiceContentView, InvoiceCountRequest, InvoiceListRequest, TaxTypeView,
};
use dong::Dong;

fn fields(draft: &contract::invoice::InvoiceDraftView) -> Vec<(&str, ErrorCode)> {
    draft
        .problems
        .iter()
        .map(|one| (one.field.as_str(), one.problem.code))
        .collect()
}

#[tokio::test]
async fn a_draft_comes_to_its_total_and_survives_the_end_of_the_app() {
    let shop = Shop::open().await;
    let begun = draft(&shop, content(&shop)).await;
    assert_eq!(begun.problems, []);
    let totals = begun.totals.clone().unwrap();
    assert_eq!(
        (totals.subtotal, totals.tax),
        (Dong::new(100_000), Dong::new(8_000))
    );
    assert_eq!(totals.words_vi, "Một trăm lẻ tám nghìn đồng");
    let shop = shop.reopen().await;
    let kept = invoices::draft_get(&shop.till, named(&begun.id)).await.unwrap();
    assert_eq!(kept, begun);
    let page = invoices::list(&shop.till, InvoiceListRequest::default())
        .await
        .unwrap();
    assert_eq!(page.drafts[0].total, Some(Dong::new(108_000)));
}

#[tokio::test]
async fn what_is_missing_or_wrong_is_told_at_its_field_and_kept() {
    let shop = Shop::open().await;
    let good = content(&shop);
    let mut lines = good.lines.clone();
    lines[0].quantity = 0;
    let wrong = InvoiceContentView {
        customer: None,
        lines,
        due_date: contract::Time::from_ms(0),
        payment_methods: Vec::new(),
        ..good.clone()
    };
    let told = draft(&shop, wrong).await;
    assert_eq!(
        fields(&told),
        [
            ("customer", ErrorCode::CustomerMissing),
            ("lines.0.quantity", ErrorCode::QuantityRefused),
            ("dueDate", ErrorCode::DueDateRefused),
            ("paymentMethods", ErrorCode::BadRequest),
        ]
    );
    assert_eq!(code(send(&shop, &told.id).await), ErrorCode::CustomerMissing);
    let mut many = good.clone();
    many.lines = vec![good.lines[0].clone(); 501];
    let told = save(&shop, Some(&told.id), "", many).await.unwrap();
    assert_eq!(fields(&told), [("lines", ErrorCode::LinesRefused)]);
    for (percent, is_fine) in [("100", true), ("100.01", false), ("-1", false)] {
        let discount = DiscountView::Percent {
            percent: percent.to_owned(),
        };
        let one = InvoiceContentView {
            discount,
            ..good.clone()
        };
        let told = save(&shop, Some(&told.id), "", one).await.unwrap();
        assert_eq!(told.totals.is_some(), is_fine, "{percent}");
    }
    let mut unknown = good.clone();
    unknown.lines[0].tax_code = "VAT".to_owned();
    let told = save(&shop, Some(&told.id), "", unknown.clone()).await.unwrap();
    assert_eq!(fields(&told), [("lines.0.taxCode", ErrorCode::TaxCodeUnknown)]);
    unknown.tax_type = TaxTypeView::TaxNotApplicable;
    let told = save(&shop, Some(&told.id), "", unknown).await.unwrap();
    assert_eq!(fields(&told), []);
}

#[tokio::test]
async fn a_draft_of_another_world_or_thrown_away_is_gone() {
    let shop = Shop::open().await;
    let begun = draft(&shop, content(&shop)).await;
    invoices::draft_delete(&shop.till, named(&begun.id))
        .await
        .unwrap();
    let again = invoices::draft_get(&shop.till, named(&begun.id)).await;
    assert_eq!(code(again), ErrorCode::InvoiceGone);
    assert_eq!(code(send(&shop, "not an id").await), ErrorCode::InvoiceGone);
}

#[tokio::test]
async fn what_is_being_changed_is_counted_as_a_draft_would_be_and_nothing_is_kept() {
    let shop = Shop::open().await;
    let good = content(&shop);
    let saved = draft(&shop, good.clone()).await;
    let count = async |content: InvoiceContentView| {
        let request = InvoiceCountRequest { content };
        invoices::count(&shop.till, request).await.unwrap()
    };
    let told = count(good.clone()).await;
    assert_eq!((told.totals, told.problems), (saved.totals, Vec::new()));
    let mut wrong = good.clone();
    wrong.lines[0].quantity = 0;
    let told = count(wrong).await;
    assert_eq!(told.totals, None);
    assert_eq!(told.problems[0].field, "lines.0.quantity");
    let page = invoices::list(&shop.till, InvoiceListRequest::default())
        .await
        .unwrap();
    assert_eq!((page.drafts.len(), page.count), (1, 0));
}
