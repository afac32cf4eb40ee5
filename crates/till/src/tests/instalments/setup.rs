//! What a shop sets up for instalments, in each world.

use super::counter::address;
use super::form;
use crate::tests::Shop;
use crate::tests::shop::{code, named};
use crate::{app, environment, instalments, payments, practice};
use contract::credentials::{EnvironmentKind, EnvironmentRequest};
use contract::event::TillEvent;
use contract::instalment::{PlansRequest, PlansView};
use contract::instalment_settings::{
    InstalmentKeysRequest, InstalmentSettingsRequest, InstalmentSettingsView,
};
use contract::payment::PaymentListRequest;
use contract::practice::{PracticeTrouble, PracticeTroubleRequest};
use contract::sale::{SaleRequest, SaleView};
use contract::{ErrorBody, ErrorCode};
use domain::Gateway;
use dong::Dong;
use simulator::{Fault, InstalmentCall};

const PRICE: i64 = 3_000_000;

async fn go(shop: &Shop, kind: EnvironmentKind) {
    let base_url = (kind == EnvironmentKind::Custom).then(|| shop.gateway.base_url());
    environment::set(&shop.till, EnvironmentRequest { kind, base_url })
        .await
        .unwrap();
}

async fn update(
    shop: &Shop,
    change: impl FnOnce(&mut InstalmentSettingsRequest),
) -> Result<InstalmentSettingsView, ErrorCode> {
    let mut request = InstalmentSettingsRequest::default();
    change(&mut request);
    let updated = instalments::settings::update(&shop.till, request).await;
    updated.map_err(|error| ErrorBody::from(error).code)
}

async fn save_keys(shop: &Shop, client_id: &str, secret: &str) -> Result<InstalmentSettingsView, ErrorCode> {
    let request = InstalmentKeysRequest {
        kind: EnvironmentKind::Custom,
        client_id: client_id.into(),
        secret_key: secret.into(),
    };
    let saved = instalments::keys::save(&shop.till, request).await;
    saved.map_err(|error| ErrorBody::from(error).code)
}

async fn plans(shop: &Shop, sale: &SaleView) -> PlansView {
    let request = PlansRequest {
        sale_id: sale.id.clone(),
        amount: Dong::new(PRICE),
        first_percent: None,
    };
    instalments::plans(&shop.till, request).await.unwrap()
}

#[tokio::test]
async fn each_world_has_its_own_and_practice_needs_nothing() {
    let shop = Shop::open().await;
    let custom = instalments::settings::get(&shop.till).await.unwrap();
    assert!(custom.is_ready && custom.credentials.is_present);
    assert_eq!(custom.base_url, shop.gateway.fundiin_base_url());
    assert_eq!(custom.address, Some(address()));
    go(&shop, EnvironmentKind::Production).await;
    let production = instalments::settings::get(&shop.till).await.unwrap();
    assert!(!production.is_ready && !production.credentials.is_present);
    assert_eq!((production.merchant_id.as_str(), production.address), ("", None));
    assert_eq!(production.base_url, "https://gateway.fundiin.vn");
    go(&shop, EnvironmentKind::Practice).await;
    let practice = instalments::settings::get(&shop.till).await.unwrap();
    assert!(practice.is_ready && practice.address.is_some());
    assert!(practice.minimum.is_some() && practice.maximum.is_some());
    assert!(instalments::keys::test(&shop.till).await.is_ok());
    assert_eq!(
        update(&shop, |ids| ids.merchant_id = Some("X".to_owned())).await,
        Err(ErrorCode::BadRequest)
    );
    assert_eq!(
        code(instalments::keys::remove(&shop.till).await),
        ErrorCode::BadRequest
    );
    go(&shop, EnvironmentKind::Custom).await;
    assert_eq!(instalments::settings::get(&shop.till).await.unwrap(), custom);
}

#[tokio::test]
async fn one_world_does_not_see_anothers_instalments() {
    let shop = Shop::open().await;
    let payment = shop.instal_paid(PRICE).await;
    for kind in [EnvironmentKind::Practice, EnvironmentKind::Production] {
        go(&shop, kind).await;
        let listed = payments::list(&shop.till, PaymentListRequest::default())
            .await
            .unwrap();
        assert_eq!(listed.count, 0);
        assert!(app::state(&shop.till).await.unwrap().sales.is_empty());
        assert_eq!(
            code(payments::get(&shop.till, named(&payment)).await),
            ErrorCode::PaymentGone
        );
        assert_eq!(code(shop.refund(&payment).await), ErrorCode::PaymentGone);
        assert_eq!(code(shop.cancel(&payment).await), ErrorCode::PaymentGone);
        assert_eq!(
            code(shop.take_first_part(&payment, 1_000).await),
            ErrorCode::PaymentGone
        );
        assert_eq!(
            code(payments::link(&shop.till, named(&payment)).await),
            ErrorCode::PaymentGone
        );
    }
    assert_eq!(shop.refunds(&payment), 0);
}

#[tokio::test]
async fn an_unclear_one_waits_for_its_own_world() {
    let shop = Shop::open().await;
    shop.once_on(InstalmentCall::Create, Fault::LostAnswer);
    let payment = shop.instal(PRICE).await;
    go(&shop, EnvironmentKind::Practice).await;
    shop.settle().await;
    crate::journal::push(&shop.till, crate::tests::shop::id(&payment))
        .await
        .unwrap();
    assert_eq!(shop.calls("/v2/payments"), 1);
    go(&shop, EnvironmentKind::Custom).await;
    shop.settle().await;
    assert_eq!(
        (shop.transactions(&payment), shop.replays("/v2/payments")),
        (1, 1)
    );
}

#[tokio::test]
async fn the_own_address_stays_while_an_instalment_is_unclear() {
    let shop = Shop::open().await;
    let elsewhere = |settings: &mut InstalmentSettingsRequest| {
        settings.base_url = Some("https://fundiin.staging.example".to_owned());
    };
    let payment = shop.instal_paid(PRICE).await;
    for call in [InstalmentCall::Create, InstalmentCall::Refund] {
        shop.once_on(call, Fault::LostAnswer);
        if call == InstalmentCall::Create {
            shop.instal(PRICE).await;
        } else {
            shop.refund(&payment).await.unwrap();
        }
        assert_eq!(
            update(&shop, elsewhere).await,
            Err(ErrorCode::SaleBusy),
            "{call:?}"
        );
        shop.settle().await;
    }
    let moved = update(&shop, elsewhere).await.unwrap();
    assert_eq!(moved.base_url, "https://fundiin.staging.example");
    let shop = shop.reopen().await;
    assert_eq!(
        instalments::settings::get(&shop.till).await.unwrap().base_url,
        moved.base_url
    );
}

#[tokio::test]
async fn an_address_that_is_not_safe_is_refused() {
    let shop = Shop::open().await;
    let before = instalments::settings::get(&shop.till).await.unwrap();
    for bad in [
        "http://fundiin.example",
        "https://u:p@fundiin.example",
        "ftp://x",
        "",
        "javascript:alert(1)",
    ] {
        let refused = update(&shop, |settings| settings.base_url = Some(bad.to_owned())).await;
        assert_eq!(refused, Err(ErrorCode::BaseUrlRefused), "{bad}");
    }
    assert_eq!(instalments::settings::get(&shop.till).await.unwrap(), before);
    go(&shop, EnvironmentKind::Production).await;
    let refused = update(&shop, |settings| {
        settings.base_url = Some("https://x.example".to_owned())
    })
    .await;
    assert_eq!(refused, Err(ErrorCode::BaseUrlRefused));
}

#[tokio::test]
async fn keys_are_saved_proved_and_removed() {
    let mut shop = Shop::open().await;
    let fundiin = shop.gateway.fundiin_credentials().clone();
    let proof = instalments::keys::test(&shop.till).await.unwrap();
    assert_eq!(proof.said.unwrap().result, "INVALID_REFERENCE_ID");
    for (client_id, secret, word) in [
        (fundiin.client_id.as_str(), "wrong-secret", "INVALID_SIGNATURE"),
        ("wrong-client", fundiin.secret.as_str(), "INVALID_CLIENT_ID"),
    ] {
        save_keys(&shop, client_id, secret).await.unwrap();
        let body = ErrorBody::from(instalments::keys::test(&shop.till).await.unwrap_err());
        assert_eq!(
            (body.code, body.params["result"].as_str()),
            (ErrorCode::InstalmentRefused, word)
        );
    }
    shop.told();
    let removed = instalments::keys::remove(&shop.till).await.unwrap();
    assert!(!removed.is_ready && !removed.credentials.is_present);
    let told = shop.told();
    assert!(
        told.iter()
            .any(|event| matches!(event, TillEvent::InstalmentSettings { .. }))
    );
    assert_eq!(
        code(instalments::keys::test(&shop.till).await),
        ErrorCode::NoInstalmentKeys
    );
    let sale = shop.sale().await;
    assert_eq!(
        code(shop.open_instalment(&sale, PRICE).await),
        ErrorCode::NoInstalmentKeys
    );
    assert!(shop.create(&sale, PRICE).await.is_ok());
    for (client_id, secret) in [("", "x"), ("x", ""), ("a b", "x"), ("x", "khoá")] {
        let refused = save_keys(&shop, client_id, secret).await;
        assert_eq!(refused, Err(ErrorCode::CredentialsMalformed));
    }
    let saved = save_keys(&shop, &fundiin.client_id, &fundiin.secret)
        .await
        .unwrap();
    assert!(saved.is_ready);
    assert_eq!(saved.credentials.client_id_tail.as_deref(), Some("ient"));
    let shop = shop.reopen().await;
    assert!(instalments::keys::test(&shop.till).await.is_ok());
    assert!(shop.till.line().require(Gateway::FinanOne).is_ok());
}

#[tokio::test]
async fn without_ids_or_an_address_nothing_is_opened() {
    let shop = Shop::open().await;
    let id = shop.gateway.fundiin_credentials().merchant_id.clone();
    update(&shop, |settings| settings.merchant_id = Some(String::new()))
        .await
        .unwrap();
    let sale = shop.sale().await;
    assert_eq!(
        code(shop.open_instalment(&sale, PRICE).await),
        ErrorCode::InstalmentNotSetUp
    );
    assert_eq!(
        code(instalments::keys::test(&shop.till).await),
        ErrorCode::InstalmentNotSetUp
    );
    update(&shop, |settings| settings.merchant_id = Some(id))
        .await
        .unwrap();
    go(&shop, EnvironmentKind::Production).await;
    let sale = shop.sale().await;
    assert_eq!(
        code(shop.open_instalment(&sale, PRICE).await),
        ErrorCode::ShopAddressMissing
    );
}

#[tokio::test]
async fn the_shops_limits_hold_before_anything_is_sent() {
    let shop = Shop::open().await;
    let limits = |settings: &mut InstalmentSettingsRequest| {
        settings.minimum = Some(Dong::new(1_000_000));
        settings.maximum = Some(Dong::new(5_000_000));
    };
    update(&shop, limits).await.unwrap();
    let sale = shop.sale().await;
    for (amount, refusal) in [
        (999_999, ErrorCode::AmountBelowMinimum),
        (5_000_001, ErrorCode::AmountAboveMaximum),
        (0, ErrorCode::AmountZero),
        (-1, ErrorCode::AmountNegative),
    ] {
        assert_eq!(
            code(shop.open_instalment(&sale, amount).await),
            refusal,
            "{amount}"
        );
    }
    assert_eq!(shop.calls("/v2/payments"), 0);
    assert!(shop.open_instalment(&sale, 1_000_000).await.is_ok());
}

#[tokio::test]
async fn only_an_offered_plan_can_be_chosen_and_it_is_kept() {
    let shop = Shop::open().await;
    let sale = shop.sale().await;
    let offered = plans(&shop, &sale).await;
    assert_eq!((offered.plans.len(), offered.first_percent), (2, Some(30)));
    let mut filled = form(&sale, PRICE);
    filled.plan_id = Some("FDN-12X-30".to_owned());
    assert_eq!(
        code(instalments::create(&shop.till, filled.clone()).await),
        ErrorCode::PlanGone
    );
    let plan = offered.plans[1].clone();
    assert_eq!((plan.payments, plan.parts.len()), (Some(6), 6));
    filled.plan_id = Some(plan.id.clone());
    let payment = instalments::create(&shop.till, filled).await.unwrap();
    assert_eq!(payment.instalment.unwrap().plan, Some(plan));
}

#[tokio::test]
async fn the_form_knows_the_last_try_and_why_nothing_can_be_asked() {
    let shop = Shop::open().await;
    let sale = shop.sale().await;
    let form = async |sale: &SaleView| {
        let sale_id = sale.id.clone();
        instalments::form(&shop.till, SaleRequest { sale_id })
            .await
            .unwrap()
    };
    assert_eq!(form(&sale).await.problem.unwrap().code, ErrorCode::AmountEmpty);
    let payment = shop.open_instalment(&sale, PRICE).await.unwrap();
    assert_eq!(form(&sale).await.problem.unwrap().code, ErrorCode::SaleBusy);
    shop.cancel(&payment).await.unwrap();
    let again = form(&sale).await;
    assert_eq!((again.problem, again.amount), (None, Dong::new(PRICE)));
    assert_eq!(again.customer.unwrap().phone, "0912345678");
    assert_eq!(again.goods, "Điện thoại");
}

#[tokio::test]
async fn troubles_are_practised_with_instalments() {
    let shop = Shop::open().await;
    go(&shop, EnvironmentKind::Practice).await;
    for (trouble, word) in [
        (PracticeTrouble::InstalmentLimit, "AMOUNT_EXCEEDED_UPPER_LIMIT"),
        (PracticeTrouble::InstalmentDenied, "ACCESS_DENIED"),
    ] {
        let request = PracticeTroubleRequest { trouble, is_on: true };
        practice::trouble(&shop.till, request).await.unwrap();
        let payment = shop.instal(PRICE).await;
        assert_eq!(payment.problem.unwrap().params["result"], word);
    }
    let sale = shop.sale().await;
    assert!(shop.open_instalment(&sale, PRICE).await.is_ok());
}
