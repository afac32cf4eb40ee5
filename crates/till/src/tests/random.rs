//! A till under random clicks, customers, faults and power cuts. After every step the promises hold.

mod instalments;

use super::Shop;
use super::shop::id;
use crate::{app, journal, sales};
use contract::payment::{MethodView, PaymentView, VerdictView};
use contract::sale::SaleCloseRequest;
use domain::{IntentState, Method, Payment, PaymentId, Verdict};
use dong::Dong;
use simulator::{Fault, FaultRule, Scope};
use std::collections::HashMap;

/// How many lives are played; the environment variable `TILL_SEEDS` of the build says another number.
pub(super) fn seeds() -> u64 {
    option_env!("TILL_SEEDS").map_or(24, |text| text.parse().unwrap())
}

/// How long each is.
const STEPS: u32 = 40;

/// xorshift64*: small, and the same on every machine.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    pub(super) fn throw(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % sides
    }
}

/// What a test remembers besides the till.
struct Life {
    shop: Shop,
    dice: Dice,
    bodies: HashMap<PaymentId, Vec<u8>>,
}

#[tokio::test]
async fn the_promises_hold_whatever_happens() {
    for seed in 1..=seeds() {
        let config = simulator::Config {
            seeded_history: seed.is_multiple_of(2),
            ..simulator::Config::default()
        };
        let mut life = Life {
            shop: Shop::open_with(config).await,
            dice: Dice::of(seed),
            bodies: HashMap::new(),
        };
        for step in 0..STEPS {
            let what = life.choose(seed);
            life = life.step(what).await;
            life.check(&format!("seed {seed}, step {step}: {what}")).await;
        }
        life.ends_well(&format!("seed {seed}")).await;
    }
}

impl Life {
    /// Every second life is mostly about instalments.
    fn choose(&mut self, seed: u64) -> u64 {
        if seed.is_multiple_of(2) && self.dice.throw(4) > 0 {
            20 + self.dice.throw(10)
        } else {
            self.dice.throw(20)
        }
    }

    async fn step(mut self, what: u64) -> Self {
        let payments = self.payments().await;
        let pick = self.dice.throw(8);
        let newest = payments.iter().rev().nth(usize::try_from(pick % 3).unwrap());
        match (what, newest) {
            (0..=2, _) => self.click(pick).await,
            (3..=4, Some(payment)) => drop(self.shop.check(payment).await),
            (5, Some(payment)) => drop(tokio::join!(
                self.shop.reissue(payment),
                self.shop.reissue(payment)
            )),
            (6, Some(payment)) => drop(tokio::join!(self.shop.rest(payment), self.shop.rest(payment))),
            (7, Some(payment)) => {
                let missing = self.missing(payment).await;
                drop(self.shop.cash(payment, missing).await);
            }
            (8, Some(payment)) => drop(self.shop.close(payment, pick < 4).await),
            (9..=10, Some(payment)) => self.pay(payment, pick),
            (11..=13, _) => self.weather(pick),
            (14, _) => self.shop = self.shop.reopen().await,
            (15, _) => self.shop.clock.advance(i64::try_from(pick).unwrap() * 300_000),
            (16, _) => self.shop.turn().await,
            (20..=29, _) => self.instalment_step(what - 20, pick).await,
            _ => {
                let pause = i64::try_from(pick).unwrap() * 700;
                self.shop.later(pause).await;
                journal::run_due(&self.shop.till).await.unwrap();
            }
        }
        self
    }

    /// Asks for money, with one click or two.
    async fn click(&mut self, pick: u64) {
        let sale = sales::open(&self.shop.till).await.unwrap();
        let amount = 1_000 * (1 + i64::try_from(pick).unwrap());
        if pick.is_multiple_of(2) {
            drop(self.shop.create(&sale, amount).await);
        } else {
            let (a, b) = tokio::join!(self.shop.create(&sale, amount), self.shop.create(&sale, amount));
            assert_eq!(a.unwrap().id, b.unwrap().id);
        }
    }

    /// A customer pays by transfer what the gateway knows, whether the till knows it or not.
    fn pay(&self, payment: &PaymentView, pick: u64) {
        let Some(made) = self.shop.hand.payment_with_reference(&payment.reference) else {
            return;
        };
        let id = &made.payment_request_id;
        let hand = &self.shop.hand;
        let paid = match pick {
            0..=3 => hand.pay_full(id),
            4 => hand.pay_short(id),
            5 => hand.pay_over(id),
            _ => hand.pay(id, Dong::new(500)),
        };
        drop(paid);
    }

    fn weather(&mut self, pick: u64) {
        let rule = match self.dice.throw(10) {
            0 => FaultRule::once(Fault::LostAnswer),
            1 => FaultRule::next(2, Fault::Reset),
            2 => FaultRule::next(3, Fault::Offline),
            3 => FaultRule::once(Fault::ServerErrorAfterEffect),
            4 => FaultRule::next(2, Fault::ServerError),
            5 => FaultRule::next(2, Fault::CaptivePortal),
            6 => FaultRule::once(Fault::RateLimited { seconds: 5 }),
            7 => FaultRule::once(Fault::Refuse { status: 422 }).only(Scope::PaymentCreate),
            8 => FaultRule::once(Fault::ClockSkew { seconds: 120 }),
            _ => FaultRule::once(Fault::Refuse { status: 409 }).only(Scope::PaymentCreate),
        };
        self.shop.faults(if pick < 6 { vec![rule] } else { Vec::new() });
    }

    async fn missing(&self, payment: &PaymentView) -> i64 {
        let state = app::state(&self.shop.till).await.unwrap();
        let sale = state.sales.into_iter().find(|sale| sale.id == payment.sale_id);
        sale.map_or(0, |sale| sale.missing.get())
    }

    /// The payments of open sales, oldest first.
    async fn payments(&self) -> Vec<PaymentView> {
        let state = app::state(&self.shop.till).await.unwrap();
        let mut all: Vec<_> = state.sales.into_iter().flat_map(|sale| sale.payments).collect();
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all
    }

    async fn check(&mut self, at: &str) {
        for payment in self.payments().await {
            let id = id(&payment);
            if !self.bodies.contains_key(&id) {
                let body = self.shop.till.store.body(id).await.unwrap().unwrap();
                self.bodies.insert(id, body);
            }
        }
        for (id, body) in &self.bodies {
            let kept = self.shop.till.store.body(*id).await.unwrap();
            assert_eq!(kept.as_ref(), Some(body), "{at}: the bytes of {id} changed");
            let payment = self.shop.till.store.payment(*id).await.unwrap();
            match payment.method {
                Method::Instalment => self.check_instalment(&payment, at),
                _ => self.check_one(&payment, at),
            }
        }
        self.check_rate(at);
    }

    fn check_one(&self, payment: &Payment, at: &str) {
        let id = payment.id;
        let effects = self.shop.hand.effects(&payment.reference);
        assert!(effects <= 1, "{at}: {effects} effects of {id}");
        let made = self.shop.hand.payment_with_reference(&payment.reference);
        match payment.intent {
            IntentState::Rejected | IntentState::Dropped => assert_eq!(effects, 0, "{at}: {id}"),
            IntentState::Done => assert_eq!(effects, 1, "{at}: {id}"),
            _ => {}
        }
        if matches!(payment.verdict(), Verdict::Paid | Verdict::Late) {
            assert!(
                made.is_some_and(|made| made.received >= payment.amount),
                "{at}: {id} is not paid"
            );
        }
    }

    fn check_rate(&self, at: &str) {
        let requests = self.shop.hand.requests();
        let (to_fundiin, to_finan): (Vec<_>, Vec<_>) =
            requests.iter().partition(|one| one.path.starts_with("/v2/"));
        for (met, limit) in [
            (to_finan, 100),
            (to_fundiin, fundiin::assumptions::RATE_LIMIT.per_window),
        ] {
            for window in met.windows(limit + 1) {
                let passed = window[limit].at_ms - window[0].at_ms;
                assert!(passed >= 60_000, "{at}: {} requests in {passed} ms", limit + 1);
            }
        }
    }

    /// In fair weather everything finds its end.
    async fn ends_well(mut self, at: &str) {
        self.shop.faults(Vec::new());
        self.shop.settle().await;
        self.shop.later(70_000).await;
        self.instalments_end(at).await;
        self.check(at).await;
        for id in self.bodies.keys() {
            let payment = self.shop.till.store.payment(*id).await.unwrap();
            assert!(
                !payment.intent.is_open(),
                "{at}: {id} is left {:?}",
                payment.intent
            );
        }
        let transfers = self.payments().await.into_iter();
        for payment in transfers.filter(|one| one.method == MethodView::Transfer) {
            let made = self.shop.hand.payment_with_reference(&payment.reference);
            let is_paid = made.is_some_and(|made| made.status == "paid");
            let says_paid = matches!(payment.verdict, VerdictView::Paid | VerdictView::Late);
            assert_eq!(is_paid, says_paid, "{at}: {}", payment.id);
        }
        for sale in app::state(&self.shop.till).await.unwrap().sales {
            let request = SaleCloseRequest {
                sale_id: sale.id,
                accepts_open: true,
            };
            sales::close(&self.shop.till, request).await.unwrap();
        }
    }
}
