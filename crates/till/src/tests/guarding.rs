//! The QR guard: nothing is shown that was not asked for.

use super::Shop;
use super::shop::{code, named};
use crate::{accounts, payments};
use contract::ErrorCode;
use contract::account::{AccountKind, AccountRequest};
use contract::display::DisplayState;
use contract::payment::VerdictView;
use contract::qr::PictureView;
use simulator::Fault;
use std::path::Path;

#[tokio::test]
async fn a_qr_that_is_not_what_was_asked_for_is_never_shown() {
    let wrong = [
        (Fault::WrongAmountInQr, ErrorCode::QrWrongAmount),
        (Fault::WrongCrcInQr, ErrorCode::QrCrc),
        (Fault::QrAsImageAddress, ErrorCode::QrImageAddress),
    ];
    let mut shop = Shop::open().await;
    for (fault, expected) in wrong {
        shop.once(fault);
        let payment = shop.ask(100_000).await;
        let problem = payment.qr_problem.clone().unwrap();
        assert_eq!((problem.code, problem.can_confirm), (expected, false));
        assert!(payment.qr.is_none());
        assert!(matches!(shop.display(), DisplayState::Review { .. }));
        let confirmed = payments::confirm_account(&shop.till, named(&payment)).await;
        assert_eq!(code(confirmed), ErrorCode::PaymentNotReady);
        let saved = payments::save_picture(&shop.till, named(&payment)).await;
        assert_eq!(code(saved), ErrorCode::PaymentNotReady);
        let again = shop.reissue(&payment).await.unwrap();
        assert!(again.qr.is_some());
        shop.pays(&payment, 100_000).await;
        shop.later(1_000).await;
        assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Paid);
    }
}

#[tokio::test]
async fn an_account_never_met_is_shown_once_a_person_knows_it() {
    let shop = Shop::open().await;
    shop.once(Fault::WrongAccountInQr);
    let payment = shop.ask(100_000).await;
    let problem = payment.qr_problem.clone().unwrap();
    assert_eq!(
        (problem.code, problem.can_confirm),
        (ErrorCode::QrNewAccount, true)
    );
    assert_eq!(problem.found.unwrap().account_last_four, "9999");
    assert!(matches!(shop.display(), DisplayState::Review { .. }));
    let confirmed = payments::confirm_account(&shop.till, named(&payment))
        .await
        .unwrap();
    assert!(confirmed.qr.is_some() && confirmed.qr_problem.is_none());
    assert!(matches!(shop.display(), DisplayState::Qr { .. }));
    let shop = shop.reopen().await;
    shop.once(Fault::WrongAccountInQr);
    assert!(shop.ask(50_000).await.qr.is_some());
}

#[tokio::test]
async fn accounts_show_and_save_their_own_qr() {
    let shop = Shop::open().await;
    let known = accounts::list(&shop.till).await.unwrap().accounts;
    assert_eq!(known.iter().filter(|one| one.is_receiving).count(), 1);
    assert_eq!(
        known.iter().filter(|one| one.kind == AccountKind::Master).count(),
        3
    );
    let with_qr = known.iter().find(|one| one.has_static_qr).unwrap();
    let request = AccountRequest {
        account_id: with_qr.id.clone(),
    };
    let detail = accounts::get(&shop.till, request.clone()).await.unwrap();
    let qr = detail.qr.unwrap();
    assert_eq!((qr.meaning.amount, detail.qr_problem), (None, None));
    let picture = accounts::save_picture(&shop.till, request).await.unwrap();
    assert_eq!(decoded(&picture), qr.drawing.text);
    let nobody = AccountRequest {
        account_id: "nobody".to_owned(),
    };
    assert_eq!(
        code(accounts::get(&shop.till, nobody).await),
        ErrorCode::AccountGone
    );
}

#[tokio::test]
async fn a_saved_picture_reads_back_as_what_was_asked_for() {
    let shop = Shop::open().await;
    let payment = shop.ask(123_456).await;
    let picture = payments::save_picture(&shop.till, named(&payment)).await.unwrap();
    assert_eq!(decoded(&picture), payment.qr.clone().unwrap().drawing.text);
    shop.clock.advance(31 * 60_000);
    let expired = payments::save_picture(&shop.till, named(&payment)).await;
    assert_eq!(code(expired), ErrorCode::PaymentNotReady);
    std::fs::remove_dir_all(shop.folder.path().join("pictures")).unwrap();
    std::fs::write(shop.folder.path().join("pictures"), "a file").unwrap();
    let other = shop.ask(1_000).await;
    let failed = payments::save_picture(&shop.till, named(&other)).await;
    assert_eq!(code(failed), ErrorCode::PictureFailed);
}

#[tokio::test]
async fn the_gateways_page_opens_by_the_stored_address() {
    let shop = Shop::open().await;
    let payment = shop.ask(100_000).await;
    let link = payments::link(&shop.till, named(&payment)).await.unwrap();
    assert_eq!(link.host_str(), Some("pay.finan.one"));
}

fn decoded(picture: &PictureView) -> String {
    let read = image::open(Path::new(&picture.folder).join(&picture.file))
        .unwrap()
        .to_luma8();
    let mut prepared = rqrr::PreparedImage::prepare(read);
    prepared.detect_grids()[0].decode().unwrap().1
}
