//! What a cashier does with instalment payments.

use crate::tests::Shop;
use crate::tests::shop::named;
use crate::{TillError, environment, instalments, payments, practice};
use contract::credentials::{EnvironmentKind, EnvironmentRequest};
use contract::instalment::{
    AddressView, FirstPartRequest, InstalmentCreateRequest, InstalmentCustomerView, InstalmentView,
    RefundRequest, TenderView,
};
use contract::instalment_settings::InstalmentSettingsRequest;
use contract::payment::{PaymentView, TimelineEntry};
use contract::practice::{PracticeMove, PracticePayRequest};
use contract::sale::SaleView;
use dong::Dong;
use simulator::{Fault, FaultRule, InstalmentCall, Scope, SimulatedInstalment};

/// Between two clicks time passes.
const A_MOMENT_MS: i64 = 1;

/// A customer.
pub(super) fn typed() -> InstalmentCustomerView {
    InstalmentCustomerView {
        phone: "0912 345 678".to_owned(),
        last_name: "Nguyễn Văn".to_owned(),
        first_name: "An".to_owned(),
        email: "an.nguyen@example.vn".to_owned(),
    }
}

/// The shop's place.
pub(in crate::tests) fn address() -> AddressView {
    AddressView {
        city: "Hà Nội".to_owned(),
        district: "Quận Hoàn Kiếm".to_owned(),
        ward: "Phường Hàng Bạc".to_owned(),
        street: "Hàng Bạc".to_owned(),
        house_number: "7".to_owned(),
    }
}

/// The form of a sale, filled in.
pub(super) fn form(sale: &SaleView, amount: i64) -> InstalmentCreateRequest {
    InstalmentCreateRequest {
        sale_id: sale.id.clone(),
        intent_id: sale.next_intent_id.clone(),
        amount: Dong::new(amount),
        customer: typed(),
        address: None,
        goods: "Điện thoại".to_owned(),
        plan_id: None,
    }
}

impl Shop {
    /// The ids that the gateway gave, and the shop's address.
    pub(in crate::tests) async fn set_up_instalments(&self) {
        let fundiin = self.gateway.fundiin_credentials();
        let request = InstalmentSettingsRequest {
            merchant_id: Some(fundiin.merchant_id.clone()),
            store_id: Some(fundiin.store_id.clone()),
            address: Some(address()),
            ..InstalmentSettingsRequest::default()
        };
        instalments::settings::update(&self.till, request).await.unwrap();
    }

    /// Opens an instalment payment in a new sale.
    pub(in crate::tests) async fn instal(&self, amount: i64) -> PaymentView {
        let sale = self.sale().await;
        self.open_instalment(&sale, amount).await.unwrap()
    }

    pub(in crate::tests) async fn open_instalment(
        &self,
        sale: &SaleView,
        amount: i64,
    ) -> Result<PaymentView, TillError> {
        instalments::create(&self.till, form(sale, amount)).await
    }

    /// One that the customer accepted, and the till knows.
    pub(in crate::tests) async fn instal_paid(&self, amount: i64) -> PaymentView {
        let payment = self.instal(amount).await;
        self.hand.instalment_accepts(&payment.reference).unwrap();
        self.check(&payment).await.unwrap()
    }

    pub(in crate::tests) async fn cancel(&self, payment: &PaymentView) -> Result<PaymentView, TillError> {
        self.clock.advance(A_MOMENT_MS);
        instalments::cancel(&self.till, named(payment)).await
    }

    pub(in crate::tests) async fn refund(&self, payment: &PaymentView) -> Result<PaymentView, TillError> {
        self.clock.advance(A_MOMENT_MS);
        let request = RefundRequest {
            payment_id: payment.id.clone(),
            reason: "Khách đổi ý".to_owned(),
        };
        instalments::refund(&self.till, request).await
    }

    pub(in crate::tests) async fn take_first_part(
        &self,
        payment: &PaymentView,
        amount: i64,
    ) -> Result<PaymentView, TillError> {
        self.clock.advance(A_MOMENT_MS);
        let request = FirstPartRequest {
            payment_id: payment.id.clone(),
            amount: Dong::new(amount),
            tender: TenderView::Cash,
            receipt: "PT-01".to_owned(),
        };
        instalments::confirm_first_part(&self.till, request).await
    }

    /// What the payment has of its own, as it is now.
    pub(super) async fn own(&self, payment: &PaymentView) -> InstalmentView {
        self.payment(payment).await.instalment.unwrap()
    }

    pub(super) async fn timeline(&self, payment: &PaymentView) -> Vec<TimelineEntry> {
        payments::get(&self.till, named(payment)).await.unwrap().timeline
    }

    /// The timeline's words, a step's behind its kind.
    pub(super) async fn history(&self, payment: &PaymentView) -> Vec<String> {
        let entries = self.timeline(payment).await.into_iter();
        entries
            .map(|entry| match entry.about {
                Some(about) => format!("{about} {}", entry.event),
                None => entry.event,
            })
            .collect()
    }

    /// What the gateway has of it.
    pub(super) fn simulated(&self, payment: &PaymentView) -> SimulatedInstalment {
        self.hand.instalment(&payment.reference).unwrap()
    }

    /// How often the gateway opened it.
    pub(in crate::tests) fn transactions(&self, payment: &PaymentView) -> usize {
        let all = self.hand.instalments();
        all.iter()
            .filter(|row| row.reference_id == payment.reference)
            .count()
    }

    /// How often the gateway gave it back.
    pub(in crate::tests) fn refunds(&self, payment: &PaymentView) -> usize {
        self.hand.instalment_refunds(&payment.reference)
    }

    /// A fault strikes the next call of one kind.
    pub(super) fn once_on(&self, call: InstalmentCall, fault: Fault) {
        self.faults(vec![FaultRule::once(fault).only(Scope::Instalment(call))]);
    }

    /// How many requests one of the gateway's endpoints has met.
    pub(super) fn calls(&self, path: &str) -> usize {
        let requests = self.hand.requests();
        requests.iter().filter(|one| one.path == path).count()
    }

    /// Of these, how many were answered from their key.
    pub(super) fn replays(&self, path: &str) -> usize {
        let requests = self.hand.requests();
        let is_replay = |cause: Option<&str>| cause == Some("replayed");
        requests
            .iter()
            .filter(|one| one.path == path && is_replay(one.cause))
            .count()
    }

    /// The watch over instalments works until nothing is due.
    pub(in crate::tests) async fn watch_instalments(&mut self) {
        while self.instalment_watching.step(&self.till).await.unwrap().is_zero() {}
    }

    /// Time passes and the watch asks.
    pub(in crate::tests) async fn instalments_later(&mut self, ms: i64) {
        self.clock.advance(ms);
        self.watch_instalments().await;
    }

    /// Nobody is there any more, at either gateway.
    pub(super) async fn lose_the_network(&self) {
        self.go_offline().await;
        for _ in 0..2 {
            instalments::keys::test(&self.till).await.unwrap_err();
        }
    }

    pub(super) async fn go_to_practice(&self) {
        let request = EnvironmentRequest {
            kind: EnvironmentKind::Practice,
            base_url: None,
        };
        environment::set(&self.till, request).await.unwrap();
    }

    pub(super) async fn practise(&self, payment: &PaymentView, what: PracticeMove) -> Result<(), TillError> {
        let payment_id = payment.id.clone();
        practice::pay(&self.till, PracticePayRequest { payment_id, what }).await
    }
}
