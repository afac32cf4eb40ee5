//! Pasted texts and pictures fill the form.

use crate::beneficiaries;
use crate::tests::Shop;
use crate::tests::shop::code;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::ErrorCode;
use contract::payout::{BeneficiaryPictureRequest, BeneficiaryReadRequest, BeneficiarySaveRequest};

#[tokio::test]
async fn a_pasted_text_finds_its_row_of_the_book() {
    let shop = Shop::that_pays().await;
    let row = BeneficiarySaveRequest {
        beneficiary_id: None,
        bank_id: "970436".to_owned(),
        account_number: "0011001234567".to_owned(),
        account_name: "Nguyễn Văn An".to_owned(),
        note: String::new(),
    };
    let kept = beneficiaries::save(&shop.till, row).await.unwrap();
    let text = "STK: 0011 0012 34567 - VCB - Nguyễn Văn An".to_owned();
    let read = beneficiaries::read(&shop.till, BeneficiaryReadRequest { text })
        .await
        .unwrap();
    assert_eq!(read.bank.unwrap().short_name, "Vietcombank");
    assert_eq!(read.account_number.as_deref(), Some("0011001234567"));
    assert_eq!(read.account_name.as_deref(), Some("NGUYEN VAN AN"));
    assert_eq!(read.beneficiary.unwrap().id, kept.id);
    let text = "☕".to_owned();
    let nothing = beneficiaries::read(&shop.till, BeneficiaryReadRequest { text }).await;
    assert_eq!(code(nothing), ErrorCode::NothingUnderstood);
}

#[tokio::test]
async fn a_vietqr_is_read_as_text_and_from_a_picture() {
    let shop = Shop::that_pays().await;
    let payment = shop.ask(123_000).await;
    let text = shop
        .till
        .store
        .payment(crate::tests::shop::id(&payment))
        .await
        .unwrap();
    let text = text.qr_text.unwrap();
    let content = STANDARD.encode(vietqr::draw::png(&text, 6).unwrap());
    let of_text = beneficiaries::read(&shop.till, BeneficiaryReadRequest { text })
        .await
        .unwrap();
    let of_picture = beneficiaries::read_picture(&shop.till, BeneficiaryPictureRequest { content })
        .await
        .unwrap();
    assert_eq!(of_text, of_picture);
    assert_eq!(of_text.amount, Some(dong::Dong::new(123_000)));
    assert!(of_text.account_number.is_some() && of_text.bank.is_some());
    for (content, refused) in [
        ("not base64!", ErrorCode::BadRequest),
        ("aGVsbG8=", ErrorCode::NothingUnderstood),
    ] {
        let content = content.to_owned();
        let read = beneficiaries::read_picture(&shop.till, BeneficiaryPictureRequest { content }).await;
        assert_eq!(code(read), refused);
    }
}
