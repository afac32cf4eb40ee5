//! A shop in a temporary folder, and short ways to what tests need again and again.

use crate::{
    CommitOutcome, GatewayAnswer, NewPayment, NewStep, News, Note, QrVerdict, StepOutcome, Store, Way,
};
use domain::{
    AccountId, Environment, Gateway, GatewayStatus, Heard, InstalmentCustomer, IntentId, Move, Payment,
    PaymentId, QrState, SaleId, StepDetail,
};
use dong::Dong;
use std::path::PathBuf;
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) const WORLD: Environment = Environment::Practice;
pub(crate) const T0: i64 = 1_750_000_000_000;

pub(crate) struct Shop {
    pub(crate) store: Store,
    pub(crate) folder: TempDir,
}

pub(crate) fn payment_id(n: u128) -> PaymentId {
    PaymentId::new(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + n))
}

pub(crate) fn sale_id(n: u128) -> SaleId {
    SaleId::new(Uuid::from_u128(0x0190_0000_0000_7000_9000_0000_0000_0000 + n))
}

pub(crate) fn heard(status: &str, received: Option<i64>, at: i64) -> Heard {
    Heard {
        status: [Gateway::FinanOne, Gateway::Fundiin]
            .map(|gateway| GatewayStatus::from_wire(gateway, status))
            .into_iter()
            .find(|read| !matches!(read, GatewayStatus::Other(_)))
            .unwrap_or_else(|| GatewayStatus::Other(status.to_owned())),
        received: received.map(Dong::new),
        amount: None,
        reason: None,
        message: None,
        at,
    }
}

pub(crate) fn news(n: u128, heard: Heard) -> News {
    News {
        id: payment_id(n),
        money_seen_at: None,
        is_late: false,
        request_id: None,
        gateway_id: None,
        first_part: None,
        gateway_tax: None,
        heard,
    }
}

pub(crate) fn new_payment(amount: i64, description: &str, at: i64) -> NewPayment {
    NewPayment {
        way: Way::Transfer {
            account_id: AccountId::new("acc-1"),
        },
        amount: Dong::new(amount),
        description: description.to_owned(),
        body: format!("{{\"amount\":{amount}}}").into_bytes(),
        at,
    }
}

pub(crate) fn answer(n: u128, at: i64) -> GatewayAnswer {
    GatewayAnswer {
        at,
        gateway_id: Some(format!("gw-{n}")),
        payment_url: Some("https://pay.example/1".to_owned()),
        qr_text: Some("000201".to_owned()),
        qr: QrVerdict {
            state: QrState::Shown,
            problem: None,
        },
        expires_at: Some(at + 1_800_000),
        watched_until: Some(at + 86_400_000),
        heard: Some(heard("unpaid", None, at)),
        money_seen_at: None,
        is_late: false,
        request_id: Some("req-1".to_owned()),
        gateway_tax: None,
    }
}

pub(crate) fn customer() -> InstalmentCustomer {
    InstalmentCustomer {
        phone: "0912345678".to_owned(),
        last_name: "Nguyễn Thị".to_owned(),
        first_name: "Hường".to_owned(),
        email: "huong@example.vn".to_owned(),
    }
}

pub(crate) fn new_instalment(amount: i64, at: i64) -> NewPayment {
    NewPayment {
        way: Way::Instalment {
            customer: customer(),
            goods: "Xe đạp điện".to_owned(),
            plan: None,
        },
        ..new_payment(amount, "Đơn trả góp", at)
    }
}

pub(crate) fn step_id(n: u128) -> IntentId {
    IntentId::new(Uuid::from_u128(0x0190_0000_0000_7000_a000_0000_0000_0000 + n))
}

pub(crate) fn refund(amount: i64) -> StepDetail {
    StepDetail::Refund {
        amount: Dong::new(amount),
        reason: Some("Khách đổi ý".to_owned()),
    }
}

impl Shop {
    /// An empty database with sale 1.
    pub(crate) async fn open() -> Self {
        let folder = TempDir::new().unwrap();
        let (store, _) = Store::open(&folder.path().join("shop.db"), T0).unwrap();
        store
            .open_sale(sale_id(1), WORLD, "Bàn 5".to_owned(), T0)
            .await
            .unwrap();
        Self { store, folder }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("shop.db")
    }

    /// Closes the file and opens it again.
    pub(crate) fn reopen(self) -> Self {
        let path = self.path();
        let Self { store, folder } = self;
        drop(store);
        let (store, _) = Store::open(&path, T0).unwrap();
        Self { store, folder }
    }

    /// A payment that was decided and has not left.
    pub(crate) async fn committed(&self, n: u128, amount: i64, description: &str, at: i64) {
        let id = payment_id(n);
        self.store.mint_draft(id, sale_id(1), at).await.unwrap();
        let outcome = self.store.commit(id, new_payment(amount, description, at)).await;
        assert_eq!(outcome.unwrap(), CommitOutcome::Committed);
    }

    /// A payment that the gateway has.
    pub(crate) async fn confirmed(&self, n: u128, amount: i64, at: i64) -> Payment {
        self.committed(n, amount, "Cà phê", at).await;
        self.advance(n, Move::Send).await;
        self.store.confirm(payment_id(n), answer(n, at)).await.unwrap()
    }

    /// An instalment payment that the gateway has.
    pub(crate) async fn opened_instalment(&self, n: u128, amount: i64, at: i64) -> Payment {
        let id = payment_id(n);
        self.store.mint_draft(id, sale_id(1), at).await.unwrap();
        let outcome = self.store.commit(id, new_instalment(amount, at)).await;
        assert_eq!(outcome.unwrap(), CommitOutcome::Committed);
        self.advance(n, Move::Send).await;
        let answer = GatewayAnswer {
            gateway_id: None,
            heard: None,
            ..answer(n, at)
        };
        self.store.confirm(id, answer).await.unwrap()
    }

    /// An instalment payment that is paid.
    pub(crate) async fn accepted_instalment(&self, n: u128, amount: i64, at: i64) -> Payment {
        self.opened_instalment(n, amount, at).await;
        let told = vec![news(n, heard("SUCCESS", None, at))];
        self.store.hear(told).await.unwrap().remove(0)
    }

    pub(crate) async fn step(&self, step: u128, payment: u128, detail: StepDetail) -> StepOutcome {
        let new = NewStep {
            id: step_id(step),
            detail,
            body: b"{}".to_vec(),
            at: T0 + 100,
        };
        self.store.commit_step(payment_id(payment), new).await.unwrap()
    }

    /// Takes a step through to the gateway's yes.
    pub(crate) async fn done_step(&self, step: u128, payment: u128, detail: StepDetail) {
        assert_eq!(self.step(step, payment, detail).await, StepOutcome::Committed);
        for way in [Move::Send, Move::Confirm] {
            self.store
                .advance(step_id(step), way, Note::at(T0 + 200))
                .await
                .unwrap();
        }
    }

    pub(crate) async fn advance(&self, n: u128, step: Move) {
        self.store
            .advance(payment_id(n), step, Note::at(T0))
            .await
            .unwrap();
    }

    /// Runs SQL as a stranger to the store's rules would.
    pub(crate) fn raw(&self, sql: &str) -> rusqlite::Result<()> {
        rusqlite::Connection::open(self.path())?.execute_batch(sql)
    }
}
