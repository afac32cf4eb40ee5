//! A shop for tests: a till in a temporary folder, a gateway beside it, and a clock that belongs to the test.

use super::LabClock;
use crate::line::{Choice, KEY};
use crate::run::{RoundWatching, Watching};
use crate::watch::{InvoiceRounds, Rounds};
use crate::{Config, Till, TillError, accounts, app, journal, payments, sales};
use contract::account::AccountRequest;
use contract::display::DisplayState;
use contract::event::TillEvent;
use contract::payment::{PaymentCreateRequest, PaymentRequest, PaymentView, VerdictView};
use contract::sale::{SaleCashRequest, SaleCloseRequest, SaleFocusRequest, SaleRequest, SaleView};
use contract::{ErrorBody, ErrorCode};
use domain::{Environment, IntentState, PaymentId};
use dong::Dong;
use gateway::Clock;
use simulator::{Fault, FaultRule, Hand, Running, Simulator, Switches};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use store::Store;
use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio::sync::broadcast::Receiver;
use vault::Vault;
use vault::memory::MemoryKeyring;

/// 2026-11-21, a Saturday.
const TODAY: i64 = 1_795_239_000;
const FILE: &str = "tien-ve.db";
/// A keyring that hangs is given up after this long.
pub(super) const LIMIT: Duration = Duration::from_millis(200);

pub(super) struct Shop {
    pub(super) till: Arc<Till>,
    pub(super) hand: Hand,
    pub(super) clock: LabClock,
    pub(super) keyring: MemoryKeyring,
    pub(super) gateway: Running,
    pub(super) watching: Watching,
    pub(super) instalment_watching: RoundWatching<Rounds>,
    pub(super) invoice_watching: RoundWatching<InvoiceRounds>,
    pub(super) folder: TempDir,
    events: Receiver<TillEvent>,
}

impl Shop {
    /// A till that has keys of its gateway and receives into the first account.
    pub(super) async fn open() -> Self {
        Self::open_with(simulator::Config::default()).await
    }

    pub(super) async fn with_switches(switches: Switches) -> Self {
        Self::open_with(simulator::Config {
            switches,
            ..simulator::Config::default()
        })
        .await
    }

    pub(super) async fn open_with(config: simulator::Config) -> Self {
        let shop = Self::open_without_keys(config).await;
        let fundiin = shop.gateway.fundiin_credentials().clone();
        let keys = [
            ("finan-one/custom/client-id", shop.gateway.client_id()),
            ("finan-one/custom/secret-key", shop.gateway.secret()),
            ("fundiin/custom/client-id", &fundiin.client_id),
            ("fundiin/custom/secret-key", &fundiin.secret),
        ];
        for (place, text) in keys {
            shop.vault().save(place, &text.into()).await.unwrap();
        }
        let mut shop = shop.reopen().await;
        shop.set_up_instalments().await;
        shop.receive_into("0001").await;
        shop.told();
        shop
    }

    pub(super) async fn open_without_keys(config: simulator::Config) -> Self {
        let clock = LabClock::at(TODAY);
        let gateway = Simulator::start(simulator::Config {
            clock: clock.gateway.clone(),
            ..config
        })
        .await
        .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let choice = Choice {
            environment: Environment::Custom,
            custom_base_url: Some(gateway.base_url()),
            custom_instalment_url: Some(gateway.fundiin_base_url()),
        };
        let (store, _) = Store::open(&folder.path().join(FILE), clock.now_ms()).unwrap();
        store.set_setting(KEY, &choice).await.unwrap();
        drop(store);
        let keyring = MemoryKeyring::default();
        let till = start(&folder, &clock, &keyring).await;
        Self {
            events: till.events().subscribe(),
            watching: Watching::new(&till),
            instalment_watching: RoundWatching::new(&till),
            invoice_watching: RoundWatching::new(&till),
            hand: gateway.hand(),
            till,
            clock,
            keyring,
            gateway,
            folder,
        }
    }

    /// The app ends here and now, and is started again.
    pub(super) async fn reopen(self) -> Self {
        self.reopen_after(|_| ()).await
    }

    /// The same, and something happens to the database while it is closed.
    pub(super) async fn reopen_after(self, happens: impl FnOnce(&Path)) -> Self {
        let Self {
            till,
            hand,
            clock,
            keyring,
            gateway,
            watching,
            instalment_watching,
            invoice_watching,
            folder,
            events,
        } = self;
        drop((till, watching, instalment_watching, invoice_watching, events));
        happens(&folder.path().join(FILE));
        let till = start(&folder, &clock, &keyring).await;
        Self {
            events: till.events().subscribe(),
            watching: Watching::new(&till),
            instalment_watching: RoundWatching::new(&till),
            invoice_watching: RoundWatching::new(&till),
            till,
            hand,
            clock,
            keyring,
            gateway,
            folder,
        }
    }

    pub(super) fn vault(&self) -> Vault {
        Vault::over(self.keyring.clone(), LIMIT).unwrap()
    }

    /// Receives into the account whose number ends so.
    pub(super) async fn receive_into(&self, tail: &str) {
        let known = accounts::refresh(&self.till).await.unwrap();
        let account = known.accounts.iter().find(|one| one.last_four == tail).unwrap();
        let account_id = account.id.clone();
        accounts::choose(&self.till, AccountRequest { account_id })
            .await
            .unwrap();
    }

    /// Opens a sale and puts it in front.
    pub(super) async fn sale(&self) -> SaleView {
        let sale = sales::open(&self.till).await.unwrap();
        let sale_id = Some(sale.id.clone());
        sales::focus(&self.till, SaleFocusRequest { sale_id })
            .await
            .unwrap();
        sale
    }

    /// Asks for an amount in a new sale.
    pub(super) async fn ask(&self, amount: i64) -> PaymentView {
        let sale = self.sale().await;
        self.create(&sale, amount).await.unwrap()
    }

    pub(super) async fn create(&self, sale: &SaleView, amount: i64) -> Result<PaymentView, TillError> {
        let request = PaymentCreateRequest {
            sale_id: sale.id.clone(),
            intent_id: sale.next_intent_id.clone(),
            amount: Dong::new(amount),
        };
        payments::create(&self.till, request).await
    }

    pub(super) async fn check(&self, payment: &PaymentView) -> Result<PaymentView, TillError> {
        payments::check(&self.till, named(payment)).await
    }

    pub(super) async fn reissue(&self, payment: &PaymentView) -> Result<PaymentView, TillError> {
        payments::reissue(&self.till, named(payment)).await
    }

    pub(super) async fn rest(&self, payment: &PaymentView) -> Result<PaymentView, TillError> {
        let sale_id = payment.sale_id.clone();
        payments::rest(&self.till, SaleRequest { sale_id }).await
    }

    pub(super) async fn cash(&self, payment: &PaymentView, amount: i64) -> Result<SaleView, TillError> {
        let request = SaleCashRequest {
            sale_id: payment.sale_id.clone(),
            amount: Dong::new(amount),
        };
        sales::take_cash(&self.till, request).await
    }

    pub(super) async fn close(&self, payment: &PaymentView, accepts_open: bool) -> Result<(), TillError> {
        let sale_id = payment.sale_id.clone();
        sales::close(
            &self.till,
            SaleCloseRequest {
                sale_id,
                accepts_open,
            },
        )
        .await
    }

    /// The payment as it is now.
    pub(super) async fn payment(&self, payment: &PaymentView) -> PaymentView {
        payments::get(&self.till, named(payment)).await.unwrap().payment
    }

    /// The open sale of a payment as it is now.
    pub(super) async fn sale_of(&self, payment: &PaymentView) -> SaleView {
        self.sale_of_id(&payment.sale_id).await
    }

    pub(super) async fn sale_of_id(&self, id: &str) -> SaleView {
        let state = app::state(&self.till).await.unwrap();
        state.sales.into_iter().find(|sale| sale.id == id).unwrap()
    }

    pub(super) async fn intent(&self, payment: &PaymentView) -> IntentState {
        self.till.store.intent(id(payment)).await.unwrap().state
    }

    /// The gateway's id.
    pub(super) async fn gateway_id(&self, payment: &PaymentView) -> String {
        let stored = self.till.store.payment(id(payment)).await.unwrap();
        stored.gateway_id.unwrap()
    }

    /// A transfer arrives for the payment.
    pub(super) async fn pays(&self, payment: &PaymentView, amount: i64) {
        let id = self.gateway_id(payment).await;
        self.hand.pay(&id, Dong::new(amount)).unwrap();
    }

    pub(super) fn effects(&self, payment: &PaymentView) -> usize {
        self.hand.effects(&payment.reference)
    }

    pub(super) fn faults(&self, rules: Vec<FaultRule>) {
        self.hand.set_faults(rules);
    }

    pub(super) fn once(&self, fault: Fault) {
        self.faults(vec![FaultRule::once(fault)]);
    }

    /// Nobody is there any more, and what was connected is not.
    pub(super) async fn go_offline(&self) {
        self.faults(vec![FaultRule::always(Fault::Offline)]);
        while TcpStream::connect(self.gateway.address()).await.is_ok() {
            tokio::task::yield_now().await;
        }
        // The first request meets the connection that was kept, and finds it cut.
        for _ in 0..2 {
            crate::credentials::test(&self.till).await.unwrap_err();
        }
    }

    /// How many requests of a method the gateway has met.
    pub(super) fn met(&self, method: &str) -> usize {
        let requests = self.hand.requests();
        requests.iter().filter(|one| one.method == method).count()
    }

    /// The watch reads the lists, if that is due.
    pub(super) async fn watch(&mut self) {
        self.watching.step(&self.till).await.unwrap();
    }

    /// Time passes and the watch reads the lists.
    pub(super) async fn later(&mut self, ms: i64) {
        self.clock.advance(ms);
        self.watch().await;
    }

    /// The journal works until nothing is due within the next minutes.
    pub(super) async fn settle(&self) {
        for _ in 0..30 {
            journal::run_due(&self.till).await.unwrap();
            let Some(next) = journal::next_due(&self.till).await.unwrap() else {
                return;
            };
            self.clock.advance((next - self.till.now()).max(0));
        }
        panic!("the journal does not come to an end");
    }

    /// One turn of the journal, when its next timer rings.
    pub(super) async fn turn(&self) {
        if let Some(next) = journal::next_due(&self.till).await.unwrap() {
            self.clock.advance((next - self.till.now()).max(0));
        }
        journal::run_due(&self.till).await.unwrap();
    }

    /// What the customer sees.
    pub(super) fn display(&self) -> DisplayState {
        self.till.display().subscribe().borrow().state.clone()
    }

    /// What was told since the last call.
    pub(super) fn told(&mut self) -> Vec<TillEvent> {
        std::iter::from_fn(|| self.events.try_recv().ok()).collect()
    }

    /// The verdicts that sounded since the last call.
    pub(super) fn sounds(&mut self) -> Vec<VerdictView> {
        let told = self.told().into_iter();
        told.filter_map(|event| match event {
            TillEvent::Verdict { payment } => Some(payment.verdict),
            _ => None,
        })
        .collect()
    }
}

async fn start(folder: &TempDir, clock: &LabClock, keyring: &MemoryKeyring) -> Arc<Till> {
    let config = Config {
        data: folder.path().to_owned(),
        pictures: folder.path().join("pictures"),
        version: "0.0.0".to_owned(),
    };
    let vault = Vault::over(keyring.clone(), LIMIT).unwrap();
    app::open(config, Arc::new(clock.clone()), vault).await.unwrap()
}

pub(super) fn named(payment: &PaymentView) -> PaymentRequest {
    let payment_id = payment.id.clone();
    PaymentRequest { payment_id }
}

pub(super) fn id(payment: &PaymentView) -> PaymentId {
    payment.id.parse().unwrap()
}

/// The code under which an operation was refused.
pub(super) fn code<T: std::fmt::Debug>(result: Result<T, TillError>) -> ErrorCode {
    code_of(result.unwrap_err())
}

fn code_of(error: TillError) -> ErrorCode {
    ErrorBody::from(error).code
}
