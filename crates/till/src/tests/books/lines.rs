//! Products on a sale.

use super::Counter;
use crate::sales;
use crate::tests::shop::code;
use contract::ErrorCode;
use contract::display::DisplayState;
use contract::sale::{SaleAmountRequest, SaleLineView, SaleLinesRequest};
use dong::Dong;

fn line(name: &str, quantity: i64, price: i64) -> SaleLineView {
    SaleLineView {
        product_id: None,
        name: name.to_owned(),
        unit: "ly".to_owned(),
        quantity,
        unit_price: Dong::new(price),
    }
}

#[tokio::test]
async fn the_bill_is_their_sum_and_the_customer_sees_them() {
    let counter = Counter::open().await;
    let till = &counter.shop.till;
    let sale = counter.shop.sale().await;
    let drink = counter.found_products("CF-SUA").await.rows.remove(0);
    let lines = vec![
        SaleLineView {
            product_id: Some(drink.id.clone()),
            ..line("Cà phê sữa đá", 2, 29_000)
        },
        line("Bánh mì", 1, 20_000),
    ];
    let request = SaleLinesRequest {
        sale_id: sale.id.clone(),
        lines: lines.clone(),
    };
    let built = sales::set_lines(till, request).await.unwrap();
    assert_eq!((built.amount, &built.lines), (Some(Dong::new(78_000)), &lines));
    let DisplayState::Review { amount, lines: shown } = counter.shop.display() else {
        panic!("{:?}", counter.shop.display());
    };
    assert_eq!((amount, shown.len()), (Dong::new(78_000), 2));
    assert!(
        shown.iter().all(|line| line.product_id.is_none()),
        "ids are not for strangers"
    );
    // Another sum typed in its place is no sum of products.
    let request = SaleAmountRequest {
        sale_id: sale.id.clone(),
        amount: Some(Dong::new(80_000)),
    };
    assert_eq!(sales::set_amount(till, request).await.unwrap().lines, []);
    let DisplayState::Review { lines: shown, .. } = counter.shop.display() else {
        panic!("{:?}", counter.shop.display());
    };
    assert_eq!(shown, []);
    let empty = SaleLinesRequest {
        sale_id: sale.id.clone(),
        lines: Vec::new(),
    };
    assert_eq!(sales::set_lines(till, empty).await.unwrap().amount, None);
}

#[tokio::test]
async fn once_money_was_asked_for_the_bill_stands() {
    let counter = Counter::open().await;
    let payment = counter.shop.ask(100_000).await;
    let request = SaleLinesRequest {
        sale_id: payment.sale_id.clone(),
        lines: vec![line("Cà phê", 1, 1_000)],
    };
    assert_eq!(
        code(sales::set_lines(&counter.shop.till, request).await),
        ErrorCode::SaleBusy
    );
    assert_eq!(
        counter.shop.sale_of(&payment).await.amount,
        Some(Dong::new(100_000))
    );
}

#[tokio::test]
async fn lines_that_make_no_sense_are_refused() {
    let counter = Counter::open().await;
    let sale = counter.shop.sale().await;
    for (lines, expected) in [
        (vec![line("A", 0, 1_000)], ErrorCode::QuantityRefused),
        (vec![line("A", 1, -1)], ErrorCode::AmountNegative),
        (vec![line(" ", 1, 1)], ErrorCode::TextRefused),
        (vec![line("A", 1, 500_000_000)], ErrorCode::AmountTooLarge),
        (vec![line("A", i64::MAX, 2)], ErrorCode::AmountTooLarge),
        (vec![line("A", 1, 1); 501], ErrorCode::LinesRefused),
    ] {
        let request = SaleLinesRequest {
            sale_id: sale.id.clone(),
            lines,
        };
        assert_eq!(
            code(sales::set_lines(&counter.shop.till, request).await),
            expected
        );
    }
}
