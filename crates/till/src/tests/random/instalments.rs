//! The instalments of a random life: clicks, the customer's phone, trouble on the line, and what must hold all the time.

use super::Life;
use crate::tests::shop::{id, named};
use crate::{journal, payments, sales};
use contract::instalment::{InstalmentStageView, InstalmentView};
use contract::payment::{MethodView, PaymentView, VerdictView};
use domain::{IntentKind, IntentState, Payment, StepDetail, Verdict};
use simulator::{Fault, FaultRule, InstalmentCall, Scope};

impl Life {
    pub(super) async fn instalment_step(&mut self, what: u64, pick: u64) {
        let all = self.instalments().await;
        let newest = all.iter().rev().nth(usize::try_from(pick % 2).unwrap());
        let wanted = |test: fn(&InstalmentView) -> bool| {
            let fits = |one: &&PaymentView| one.instalment.as_ref().is_some_and(test);
            all.iter().rev().find(fits).or(newest)
        };
        match (what, newest) {
            (0..=1, _) => self.open_instalment(pick).await,
            (2, Some(payment)) if pick < 3 => {
                drop(tokio::join!(self.shop.cancel(payment), self.shop.cancel(payment)))
            }
            (3, Some(_)) => {
                let payment = wanted(|own| own.can_refund).unwrap();
                drop(tokio::join!(self.shop.refund(payment), self.shop.refund(payment)));
            }
            (4, Some(_)) => {
                let payment = wanted(|own| own.stage == InstalmentStageView::FirstPart).unwrap();
                let part = payment.amount.get() * 3 / 10;
                drop(tokio::join!(
                    self.shop.take_first_part(payment, part),
                    self.shop.take_first_part(payment, part)
                ));
            }
            (2 | 5..=6, Some(_)) => self.customer_moves(wanted(|own| own.can_cancel).unwrap(), pick),
            (7, _) => self.instalment_weather(pick),
            (8, Some(payment)) => drop(self.shop.check(payment).await),
            _ => {
                let pause = i64::try_from(pick).unwrap() * 900;
                self.shop.instalments_later(pause).await;
                journal::run_due(&self.shop.till).await.unwrap();
            }
        }
    }

    async fn open_instalment(&mut self, pick: u64) {
        let amount = 100_000 * (1 + i64::try_from(pick).unwrap());
        let again = self.instalments().await.pop().filter(|_| pick < 2);
        let sale = match again {
            Some(earlier) => self.shop.sale_of(&earlier).await,
            None => sales::open(&self.shop.till).await.unwrap(),
        };
        let click = || self.shop.open_instalment(&sale, amount);
        let (a, b) = tokio::join!(click(), click());
        assert_eq!(a.ok().map(|one| one.id), b.ok().map(|one| one.id));
    }

    /// On the customer's phone, whether the till knows the payment or not.
    fn customer_moves(&self, payment: &PaymentView, pick: u64) {
        let (hand, reference) = (&self.shop.hand, &payment.reference);
        drop(match pick {
            0 => hand.instalment_begins(reference),
            1..=4 => hand.instalment_accepts(reference),
            5 => hand.instalment_is_declined(reference),
            6 => hand.instalment_expires(reference),
            _ => hand.instalment_pays_first_part_here(reference),
        });
    }

    fn instalment_weather(&mut self, pick: u64) {
        let call = [
            InstalmentCall::Create,
            InstalmentCall::Status,
            InstalmentCall::Refund,
            InstalmentCall::Cancel,
            InstalmentCall::ConfirmStore,
        ][usize::try_from(self.dice.throw(5)).unwrap()];
        let forced = |result: &str, after_effect| Fault::ForceResult {
            result: result.to_owned(),
            after_effect,
        };
        let fault = match self.dice.throw(12) {
            0..=1 => Fault::LostAnswer,
            2 => Fault::Reset,
            3 => Fault::ServerErrorAfterEffect,
            4 => Fault::CaptivePortal,
            5 => Fault::Refuse { status: 422 },
            6 => Fault::RateLimited { seconds: 7 },
            7 => forced("REQUEST_PROCESSING", false),
            8 => forced("REQUEST_PROCESSING", true),
            9 => forced("DOWNSTREAM_ERROR", true),
            10 => forced("ACCESS_DENIED", false),
            _ => Fault::UnknownStatus {
                word: "UNDER_REVIEW".to_owned(),
            },
        };
        let times = 1 + u32::try_from(pick % 3).unwrap();
        let rule = FaultRule::next(times, fault).only(Scope::Instalment(call));
        self.shop.faults(vec![rule]);
    }

    /// Those of open sales, oldest first.
    async fn instalments(&self) -> Vec<PaymentView> {
        let mut all = self.payments().await;
        all.retain(|one| one.method == MethodView::Instalment);
        all
    }

    pub(super) fn check_instalment(&self, payment: &Payment, at: &str) {
        let id = payment.id;
        let made = self.shop.hand.instalments();
        let made: Vec<_> = made
            .into_iter()
            .filter(|row| row.reference_id == payment.reference)
            .collect();
        assert!(made.len() <= 1, "{at}: {} transactions of {id}", made.len());
        match payment.intent {
            IntentState::Rejected | IntentState::Dropped => assert_eq!(made.len(), 0, "{at}: {id}"),
            IntentState::Done => assert_eq!(made.len(), 1, "{at}: {id}"),
            _ => {}
        }
        let is_paid = made.first().is_some_and(|row| row.state == "paid");
        if matches!(payment.verdict(), Verdict::Paid | Verdict::Late) {
            assert!(is_paid, "{at}: {id} is not paid");
        }
        let refunded_by = made.first().and_then(|row| row.refunded_by.clone());
        assert!(
            self.shop.hand.instalment_refunds(&payment.reference) <= 1,
            "{at}: {id}"
        );
        assert!(!payment.is_refunded() || refunded_by.is_some(), "{at}: {id}");
        let steps = payment.instalment.iter().flat_map(|own| &own.steps);
        for step in steps {
            let is_its = refunded_by.as_ref() == Some(&step.reference);
            match (&step.detail, step.state) {
                (StepDetail::Refund { .. }, IntentState::Done) => assert!(is_its, "{at}: {id}"),
                (StepDetail::Refund { .. }, IntentState::Rejected) => assert!(!is_its, "{at}: {id}"),
                (StepDetail::FirstPart { .. }, IntentState::Done) => assert!(is_paid, "{at}: {id}"),
                (StepDetail::Cancel, IntentState::Done) => {
                    assert_eq!(made[0].state, "cancelled", "{at}: {id}")
                }
                _ => {}
            }
        }
        for kind in [
            IntentKind::FirstPartConfirm,
            IntentKind::InstalmentCancel,
            IntentKind::InstalmentRefund,
        ] {
            let own = payment.instalment.iter().flat_map(|own| &own.steps);
            let live = own.filter(|step| step.detail.kind() == kind && step.state != IntentState::Rejected);
            assert!(live.count() <= 1, "{at}: {id} has two of {kind:?}");
        }
    }

    /// In fair weather every step comes to its end, and what the till says is what the gateway has.
    pub(super) async fn instalments_end(&mut self, at: &str) {
        self.shop.instalments_later(70_000).await;
        self.shop.settle().await;
        for payment in self.instalments().await {
            drop(self.shop.check(&payment).await);
            self.shop.settle().await;
            let stored = self.shop.till.store.payment(id(&payment)).await.unwrap();
            let own = stored.instalment.as_ref().unwrap();
            for step in &own.steps {
                assert!(!step.state.is_open(), "{at}: {step:?} of {} is left", payment.id);
            }
            let now = payments::get(&self.shop.till, named(&payment))
                .await
                .unwrap()
                .payment;
            let made = self.shop.hand.instalment(&payment.reference);
            let is_paid = made.as_ref().is_some_and(|made| made.state == "paid");
            assert_eq!(now.verdict == VerdictView::Paid, is_paid, "{at}: {made:?}");
            assert_ne!(now.verdict, VerdictView::Unknown, "{at}: {made:?}");
            let is_refunded = made.is_some_and(|made| made.refunded_by.is_some());
            assert_eq!(now.is_refunded, is_refunded, "{at}");
        }
    }
}
