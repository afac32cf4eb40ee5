//! The guard of payouts is a person's: the journal's policy table.

use crate::payouts as ops;
use crate::tests::Shop;
use contract::ErrorCode;
use contract::payout::{PayoutBankSaveRequest, PayoutReadBackView};

#[tokio::test]
async fn the_shops_own_code_of_a_bank_is_what_is_sent() {
    let shop = Shop::that_pays().await;
    let save = |bin: &str, code: &str| PayoutBankSaveRequest {
        bin: bin.to_owned(),
        bank_id: code.to_owned(),
    };
    let taken = ops::bank_save(&shop.till, save("970436", "970415")).await;
    assert_eq!(super::code(taken), ErrorCode::CodeTaken);
    assert_eq!(
        super::code(ops::bank_save(&shop.till, save("000000", "1")).await),
        ErrorCode::BankUnknown
    );
    ops::bank_save(&shop.till, save("970436", "161")).await.unwrap();
    let read_back: PayoutReadBackView = shop.read_back(1_000_000).await.unwrap();
    assert_eq!(read_back.destination.bank_id, "161");
    let payout = shop.decide(&read_back.payout_id).await.unwrap();
    assert_eq!(shop.record(&payout).unwrap().beneficiary_bank_id, "161");
}

#[tokio::test]
async fn an_amount_above_the_limit_or_a_long_description_is_told_while_typing() {
    let shop = Shop::that_pays().await;
    let mut form = shop.form(20_000_001).await;
    form.description = "Thanh toán tiền hàng tháng mười một năm nay".to_owned();
    form.account_number = "01".to_owned();
    let read = ops::read(&shop.till, form).await.unwrap();
    let fields: Vec<_> = read.problems.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(fields, ["accountNumber", "amount", "description"]);
    assert!(read.description_length > 30);
    assert_eq!(shop.creates(), 0);
}
