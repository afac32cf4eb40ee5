//! A shop that may send money.

use crate::payouts as ops;
use crate::run::PayoutWatching;
use crate::tests::Shop;
use crate::{TillError, journal, owner};
use contract::owner::{OwnerPinRequest, OwnerUnlockRequest, PayoutLimitsRequest, SecondPersonRequest};
use contract::payout::{
    PayoutCloseRequest, PayoutCodeRequest, PayoutCreateRequest, PayoutDraftRequest, PayoutReadBackView,
    PayoutRequest, PayoutSendRequest, PayoutStandingView, PayoutView,
};
use dong::Dong;
use secrecy::SecretString;
use simulator::{Fault, FaultRule, Scope, SimulatedPayout};

pub(super) const OWNER: &str = "2580";
pub(super) const SECOND: &str = "135791";
pub(super) const AMOUNT: i64 = 6_000_000;

pub(super) fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

/// A payout that the gateway has.
pub(super) struct Sent {
    pub(super) shop: Shop,
    pub(super) payout: PayoutView,
}

impl Sent {
    /// A payout that waits for its code.
    pub(super) async fn new() -> Self {
        let shop = Shop::that_pays().await;
        let payout = shop.pay_out(AMOUNT).await.unwrap();
        assert_eq!(payout.standing, PayoutStandingView::AwaitingCode);
        Self { shop, payout }
    }

    /// The gateway's own record.
    pub(super) fn record(&self) -> SimulatedPayout {
        self.shop.record(&self.payout).unwrap()
    }

    /// The code in the bank's message.
    pub(super) fn code(&self) -> String {
        self.shop.hand.payout_code(&self.record().id).unwrap()
    }

    pub(super) fn submissions(&self) -> usize {
        self.shop.hand.code_submissions(&self.record().id)
    }

    pub(super) async fn hand_in(&self, code: &str) -> Result<PayoutView, TillError> {
        self.shop.hand_in(&self.payout, code).await
    }

    pub(super) async fn seen(&self) -> PayoutView {
        self.shop.payout(&self.payout).await
    }

    pub(super) async fn reopen(self) -> Self {
        let Self { shop, payout } = self;
        let shop = shop.reopen().await;
        shop.unlock().await;
        Self { shop, payout }
    }
}

impl Shop {
    /// A shop with an owner's PIN that sees its payouts.
    pub(super) async fn that_pays() -> Self {
        Self::that_pays_with(simulator::Config::default()).await
    }

    pub(super) async fn that_pays_with(config: simulator::Config) -> Self {
        let mut shop = Self::open_with(config).await;
        let request = OwnerPinRequest {
            current: None,
            new: secret(OWNER),
        };
        owner::set_pin(&shop.till, request).await.unwrap();
        shop.told();
        shop
    }

    pub(super) async fn unlock(&self) {
        let pin = secret(OWNER);
        owner::unlock(&self.till, OwnerUnlockRequest { pin })
            .await
            .unwrap();
    }

    pub(super) async fn with_second(&self) {
        let request = SecondPersonRequest {
            pin: secret(OWNER),
            second: Some(secret(SECOND)),
        };
        owner::set_second(&self.till, request).await.unwrap();
    }

    pub(super) async fn limit(&self, each: i64, day: i64) {
        let request = PayoutLimitsRequest {
            pin: secret(OWNER),
            each: Dong::new(each),
            day: Dong::new(day),
        };
        owner::set_limits(&self.till, request).await.unwrap();
    }

    /// What a person would type.
    pub(super) async fn form(&self, amount: i64) -> PayoutDraftRequest {
        let form = ops::form(&self.till).await.unwrap();
        PayoutDraftRequest {
            beneficiary_id: None,
            bank_id: "970436".to_owned(),
            account_number: "0011 0012 34567".to_owned(),
            account_name: "Nguyễn Văn Đức".to_owned(),
            account_id: form.accounts.first().unwrap().id.clone(),
            amount: amount.to_string(),
            description: "Tiền hàng".to_owned(),
        }
    }

    pub(super) async fn read_back(&self, amount: i64) -> Result<PayoutReadBackView, TillError> {
        ops::prepare(&self.till, self.form(amount).await).await
    }

    pub(super) async fn decide(&self, payout_id: &str) -> Result<PayoutView, TillError> {
        let request = PayoutCreateRequest {
            payout_id: payout_id.to_owned(),
            pin: secret(OWNER),
        };
        ops::create(&self.till, request).await
    }

    /// Reads back and decides.
    pub(super) async fn pay_out(&self, amount: i64) -> Result<PayoutView, TillError> {
        let read_back = self.read_back(amount).await?;
        self.decide(&read_back.payout_id).await
    }

    pub(super) async fn hand_in(&self, payout: &PayoutView, code: &str) -> Result<PayoutView, TillError> {
        self.hand_in_as(payout, code, OWNER).await
    }

    pub(super) async fn hand_in_as(
        &self,
        payout: &PayoutView,
        code: &str,
        pin: &str,
    ) -> Result<PayoutView, TillError> {
        let request = PayoutCodeRequest {
            payout_id: payout.id.clone(),
            code: secret(code),
            pin: secret(pin),
        };
        ops::verify_code(&self.till, request).await
    }

    pub(super) async fn payout(&self, payout: &PayoutView) -> PayoutView {
        let payout_id = payout.id.clone();
        ops::get(&self.till, PayoutRequest { payout_id })
            .await
            .unwrap()
            .payout
    }

    pub(super) async fn check_payout(&self, payout: &PayoutView) -> Result<PayoutView, TillError> {
        let payout_id = payout.id.clone();
        ops::check(&self.till, PayoutRequest { payout_id }).await
    }

    pub(super) async fn let_go(&self, payout: &PayoutView) -> Result<PayoutView, TillError> {
        let request = PayoutSendRequest {
            payout_id: payout.id.clone(),
            pin: secret(OWNER),
        };
        ops::send(&self.till, request).await
    }

    pub(super) async fn close_payout(&self, payout: &PayoutView) -> Result<PayoutView, TillError> {
        let request = PayoutCloseRequest {
            payout_id: payout.id.clone(),
            reason: "Nhập nhầm".to_owned(),
            pin: secret(OWNER),
        };
        ops::close(&self.till, request).await
    }

    pub(super) fn record(&self, payout: &PayoutView) -> Option<SimulatedPayout> {
        self.hand.payout_with_reference(&payout.reference)
    }

    /// How many creates of payouts the gateway has met.
    pub(super) fn creates(&self) -> usize {
        self.posts(|path| path.ends_with("/payouts"))
    }

    /// How many codes.
    pub(super) fn codes_met(&self) -> usize {
        self.posts(|path| path.ends_with("/otps"))
    }

    fn posts(&self, is_it: impl Fn(&str) -> bool) -> usize {
        let requests = self.hand.requests();
        requests
            .iter()
            .filter(|one| one.method == "POST" && is_it(&one.path))
            .count()
    }

    pub(super) fn strike(&self, fault: Fault, scope: Scope) {
        self.faults(vec![FaultRule::once(fault).only(scope)]);
    }

    /// The journal works for so many of its timers, or until there is none.
    pub(super) async fn turns(&self, most: usize) {
        for _ in 0..most {
            if journal::next_due(&self.till).await.unwrap().is_none() {
                return;
            }
            self.turn().await;
        }
    }

    /// The watch over payouts reads its list after some time.
    pub(super) async fn watch_payouts_after(&self, ms: i64) {
        self.clock.advance(ms);
        PayoutWatching::new(&self.till).step(&self.till).await.unwrap();
    }
}
