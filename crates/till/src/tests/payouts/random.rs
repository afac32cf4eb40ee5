//! Payouts under random clicks, faults, answers of the bank and power cuts. After every step the promises hold.

use super::{Shop, code};
use crate::payouts as ops;
use crate::tests::random::{Dice, seeds};
use contract::ErrorCode;
use contract::payout::{PayoutListRequest, PayoutStandingView, PayoutView};
use simulator::{Fault, FaultRule, PayoutOutcome, Scope};
use std::collections::HashMap;

const STEPS: u32 = 40;

/// What a test remembers besides the till.
struct Life {
    shop: Shop,
    dice: Dice,
    /// How often persons let each payout go.
    decisions: HashMap<String, usize>,
    /// How often persons entered a code of each.
    codes: HashMap<String, usize>,
    /// What was read back.
    read_backs: Vec<String>,
}

#[tokio::test]
async fn one_payout_or_none_whatever_happens() {
    for seed in 1..=seeds() {
        let mut life = Life {
            shop: Shop::that_pays().await,
            dice: Dice::of(seed),
            decisions: HashMap::new(),
            codes: HashMap::new(),
            read_backs: Vec::new(),
        };
        life.shop.limit(20_000_000, 2_000_000_000).await;
        for step in 0..STEPS {
            let what = life.dice.throw(16);
            life = life.step(what).await;
            life.check(&format!("seed {seed}, step {step}: {what}")).await;
        }
        life.ends_well(&format!("seed {seed}")).await;
    }
}

impl Life {
    async fn step(mut self, what: u64) -> Self {
        self.shop.unlock().await;
        let all = self.payouts().await;
        let place = usize::try_from(self.dice.throw(3)).unwrap();
        let one = all.get(place).cloned();
        match (what, one) {
            (0..=1, _) => self.decide().await,
            (2, _) => {
                if let Some(id) = self.read_backs.last().cloned() {
                    let _again = self.shop.decide(&id).await;
                }
            }
            (3..=4, Some(one)) => self.hand_in(&one, true).await,
            (5, Some(one)) => self.hand_in(&one, false).await,
            (6, Some(one)) => drop(self.shop.check_payout(&one).await),
            (7, Some(one)) => self.let_go(&one).await,
            (8, Some(one)) if self.dice.throw(3) == 0 => drop(self.shop.close_payout(&one).await),
            (9, Some(one)) => self.bank(&one),
            (10..=11, _) => self.shop.turn().await,
            (12, _) => self.shop.watch_payouts_after(11_000).await,
            (13, _) => {
                let ms = 1_000 * i64::try_from(self.dice.throw(100)).unwrap();
                self.shop.clock.advance(ms);
            }
            (14, _) => self.trouble(),
            (15, _) => self.shop = self.shop.reopen().await,
            _ => {}
        }
        self
    }

    async fn decide(&mut self) {
        let amount = 100_000 + i64::try_from(self.dice.throw(50)).unwrap() * 1_000;
        let read_back = self.shop.read_back(amount).await.unwrap();
        *self.decisions.entry(read_back.payout_id.clone()).or_default() += 1;
        self.read_backs.push(read_back.payout_id.clone());
        self.shop.decide(&read_back.payout_id).await.unwrap();
    }

    async fn hand_in(&mut self, one: &PayoutView, is_right: bool) {
        let Some(record) = self.shop.record(one) else {
            return;
        };
        let typed = if is_right {
            self.shop.hand.payout_code(&record.id).unwrap()
        } else {
            "000000".to_owned()
        };
        *self.codes.entry(one.id.clone()).or_default() += 1;
        let _seen = self.shop.hand_in(one, &typed).await;
    }

    async fn let_go(&mut self, one: &PayoutView) {
        self.shop.payout(one).await;
        let is_over = |state| state == ErrorCode::PayoutNotReady;
        *self.decisions.entry(one.id.clone()).or_default() += 1;
        let sent = self.shop.let_go(one).await;
        if sent.is_err() && is_over(code(sent)) {
            *self.decisions.get_mut(&one.id).unwrap() -= 1;
        }
    }

    fn bank(&mut self, one: &PayoutView) {
        let Some(record) = self.shop.record(one) else {
            return;
        };
        let outcome = match self.dice.throw(4) {
            0 => PayoutOutcome::Success,
            1 => PayoutOutcome::Failed,
            2 => PayoutOutcome::Settling,
            _ => PayoutOutcome::Unknown("ON_HOLD".to_owned()),
        };
        let _moved = self.shop.hand.settle_payout(&record.id, outcome);
    }

    fn trouble(&mut self) {
        let rule = match self.dice.throw(9) {
            0 => FaultRule::once(Fault::LostAnswer).only(Scope::PayoutCreate),
            1 => FaultRule::once(Fault::Reset).only(Scope::PayoutCreate),
            2 => FaultRule::once(Fault::LostAnswer).only(Scope::PayoutCode),
            3 => FaultRule::once(Fault::Reset).only(Scope::PayoutCode),
            4 => FaultRule::once(Fault::ServerError).only(Scope::Payouts),
            5 => FaultRule::once(Fault::CaptivePortal).only(Scope::Payouts),
            6 => FaultRule::once(Fault::Refuse { status: 409 }).only(Scope::PayoutCreate),
            7 => FaultRule::once(Fault::RateLimited { seconds: 10 }).only(Scope::Payouts),
            _ => FaultRule::once(Fault::ServerErrorAfterEffect).only(Scope::Payouts),
        };
        self.shop.faults(vec![rule]);
    }

    async fn payouts(&self) -> Vec<PayoutView> {
        let page = ops::list(&self.shop.till, PayoutListRequest::default()).await;
        page.unwrap().rows
    }

    async fn check(&self, at: &str) {
        self.shop.unlock().await;
        let all = self.payouts().await;
        let hand = &self.shop.hand;
        assert_eq!(
            hand.payouts()
                .iter()
                .filter(|one| !all
                    .iter()
                    .any(|own| Some(&own.reference) == one.reference_id.as_ref()))
                .count(),
            0,
            "{at}: the gateway has a payout that nobody knows"
        );
        for one in &all {
            assert!(hand.payout_effects(&one.reference) <= 1, "{at}: two payouts");
            let Some(record) = self.shop.record(one) else {
                assert!(
                    matches!(
                        one.standing,
                        PayoutStandingView::NotSent
                            | PayoutStandingView::Unclear
                            | PayoutStandingView::Undecided
                            | PayoutStandingView::Refused
                            | PayoutStandingView::Closed
                    ),
                    "{at}: {:?} without a payout",
                    one.standing
                );
                continue;
            };
            assert!(
                !matches!(
                    one.standing,
                    PayoutStandingView::Refused | PayoutStandingView::NotSent
                ),
                "{at}: {:?} with a payout",
                one.standing
            );
            let entered = self.codes.get(&one.id).copied().unwrap_or_default();
            assert!(
                hand.code_submissions(&record.id) <= entered,
                "{at}: a code left by itself"
            );
            if one.standing == PayoutStandingView::Succeeded {
                assert!(record.is_money_taken && record.status == "success", "{at}");
            }
            if one.standing == PayoutStandingView::Failed {
                assert_eq!(record.status, "failed", "{at}");
            }
        }
        let decided: usize = self.decisions.values().sum();
        // A request that certainly did not take effect may leave again within its minute: it met a fault, not the gateway's books.
        assert!(hand.payouts().len() <= decided, "{at}");
    }

    /// Without troubles everything comes to a state that a person understands.
    async fn ends_well(mut self, at: &str) {
        self.shop.faults(Vec::new());
        self.shop.clock.advance(120_000);
        self.shop.turns(60).await;
        self.shop.watch_payouts_after(700_000).await;
        self.shop.unlock().await;
        for one in self.payouts().await {
            assert!(
                !matches!(
                    one.standing,
                    PayoutStandingView::Unclear | PayoutStandingView::CodeUnclear
                ),
                "{at}: {:?} has no owner",
                one.standing
            );
        }
        self.check(at).await;
        self.shop = self.shop.reopen().await;
    }
}
