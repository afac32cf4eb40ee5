//! What becomes of an instalment payment at its gateway, and how every part of the counter shows it.

use crate::payments;
use crate::tests::Shop;
use contract::display::DisplayState;
use contract::event::TillEvent;
use contract::instalment::InstalmentStageView as Stage;
use contract::payment::{MethodView, PaymentListRequest, PaymentPhase, PaymentView, VerdictView};
use contract::practice::PracticeMove;
use dong::Dong;
use simulator::{FundiinSwitches, Hand, HandError, SimulatedInstalment, Switches};

const PRICE: i64 = 3_000_000;

type Happens = fn(&Hand, &str) -> Result<SimulatedInstalment, HandError>;

/// The customer does something and the watch hears of it.
async fn after(shop: &mut Shop, happens: Happens) -> PaymentView {
    let payment = shop.instal(PRICE).await;
    shop.watch_instalments().await;
    shop.told();
    happens(&shop.hand, &payment.reference).unwrap();
    shop.instalments_later(4_000).await;
    payment
}

async fn seen(shop: &Shop, payment: &PaymentView) -> (VerdictView, Stage, PaymentPhase) {
    let payment = shop.payment(payment).await;
    (payment.verdict, payment.instalment.unwrap().stage, payment.phase)
}

#[tokio::test]
async fn it_waits_with_its_link_drawn() {
    let mut shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    shop.watch_instalments().await;
    assert_eq!(
        seen(&shop, &payment).await,
        (VerdictView::Unpaid, Stage::Waiting, PaymentPhase::Open)
    );
    let own = shop.own(&payment).await;
    assert!(own.qr.is_some() && own.can_cancel && own.can_confirm_first_part && !own.can_refund);
    assert_eq!(
        (own.customer_name.as_str(), own.customer_phone.as_str()),
        ("Nguyễn Văn An", "0912345678")
    );
    let DisplayState::Instalment {
        amount,
        is_in_progress,
        ..
    } = shop.display()
    else {
        panic!("{:?}", shop.display());
    };
    assert_eq!((amount, is_in_progress), (Dong::new(PRICE), false));
    let sale = shop.sale_of(&payment).await;
    assert_eq!((sale.missing, sale.is_uncertain), (Dong::new(PRICE), false));
    let sent = shop.simulated(&payment);
    assert_eq!(
        (sent.amount, sent.payment_method.as_str()),
        (Dong::new(PRICE), "POS")
    );
}

#[tokio::test]
async fn the_customer_at_the_phone_is_seen() {
    let mut shop = Shop::open().await;
    let payment = after(&mut shop, Hand::instalment_begins).await;
    assert_eq!(
        seen(&shop, &payment).await,
        (VerdictView::Unpaid, Stage::InProgress, PaymentPhase::Open)
    );
    assert!(matches!(
        shop.display(),
        DisplayState::Instalment {
            is_in_progress: true,
            ..
        }
    ));
    let told = shop.told();
    assert!(told.iter().any(|event| matches!(event, TillEvent::Sale { .. })));
    assert!(
        !told
            .iter()
            .any(|event| matches!(event, TillEvent::Verdict { .. }))
    );
}

#[tokio::test]
async fn accepted_is_paid_and_sounds_once() {
    let mut shop = Shop::open().await;
    let payment = after(&mut shop, Hand::instalment_accepts).await;
    assert_eq!(shop.sounds(), [VerdictView::Paid]);
    assert_eq!(
        seen(&shop, &payment).await,
        (VerdictView::Paid, Stage::Accepted, PaymentPhase::Closed)
    );
    let sale = shop.sale_of(&payment).await;
    assert_eq!((sale.received, sale.missing), (Dong::new(PRICE), Dong::ZERO));
    assert!(sale.is_settled);
    assert_eq!(
        shop.display(),
        DisplayState::Paid {
            amount: Dong::new(PRICE)
        }
    );
    let own = shop.own(&payment).await;
    assert!(own.can_refund && !own.can_cancel && !own.can_confirm_first_part && own.qr.is_none());
    assert_eq!(
        shop.history(&payment).await,
        ["committed", "sent", "answered", "qrChecked", "status", "status"]
    );
    let last = shop.timeline(&payment).await.pop().unwrap();
    assert_eq!(
        (last.status.as_deref(), last.reason.as_deref()),
        (Some("SUCCESS"), Some("SUCCESS"))
    );
    shop.instalments_later(60_000).await;
    assert_eq!(shop.sounds(), []);
}

#[tokio::test]
async fn every_end_without_money_frees_the_sale() {
    let ends: [(Happens, Stage, PaymentPhase, &str); 3] = [
        (
            Hand::instalment_refuses,
            Stage::Refused,
            PaymentPhase::Failed,
            "CANCELLED",
        ),
        (
            Hand::instalment_is_declined,
            Stage::Refused,
            PaymentPhase::Failed,
            "ERROR_GENERAL",
        ),
        (
            Hand::instalment_expires,
            Stage::Expired,
            PaymentPhase::Expired,
            "EXPIRED",
        ),
    ];
    for (happens, stage, phase, word) in ends {
        let mut shop = Shop::open().await;
        let payment = after(&mut shop, happens).await;
        assert_eq!(shop.sounds(), [VerdictView::Unpaid], "{word}");
        assert_eq!(
            seen(&shop, &payment).await,
            (VerdictView::Unpaid, stage, phase),
            "{word}"
        );
        let own = shop.own(&payment).await;
        assert_eq!(own.said.unwrap().result, word);
        assert!(own.qr.is_none() && !own.can_cancel && !own.can_confirm_first_part && !own.can_refund);
        let ended = DisplayState::InstalmentEnded {
            amount: Dong::new(PRICE),
            how: stage,
        };
        assert_eq!(shop.display(), ended, "{word}");
        let sale = shop.sale_of(&payment).await;
        assert_eq!(
            (sale.missing, sale.is_uncertain),
            (Dong::new(PRICE), false),
            "{word}"
        );
        let by_transfer = shop.rest(&payment).await.unwrap();
        assert_eq!(
            (by_transfer.method, by_transfer.amount),
            (MethodView::Transfer, Dong::new(PRICE))
        );
    }
}

#[tokio::test]
async fn after_an_end_the_same_sale_takes_another_instalment() {
    let mut shop = Shop::open().await;
    let payment = after(&mut shop, Hand::instalment_is_declined).await;
    let again = shop
        .open_instalment(&shop.sale_of(&payment).await, PRICE)
        .await
        .unwrap();
    assert_ne!(again.reference, payment.reference);
    assert_eq!((shop.transactions(&payment), shop.transactions(&again)), (1, 1));
}

#[tokio::test]
async fn a_link_that_ran_out_is_drawn_no_more_and_its_end_is_awaited() {
    let mut shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    shop.watch_instalments().await;
    shop.clock.set_skew(31 * 60_000);
    crate::run::moments::pass(&shop.till).await.unwrap();
    assert!(shop.own(&payment).await.qr.is_none());
    assert_eq!(
        shop.display(),
        DisplayState::Checking {
            amount: Dong::new(PRICE)
        }
    );
    assert_eq!(shop.payment(&payment).await.phase, PaymentPhase::Open);
    shop.clock.set_skew(0);
    shop.instalments_later(31 * 60_000).await;
    assert_eq!(shop.own(&payment).await.stage, Stage::Expired);
}

#[tokio::test]
async fn a_first_part_that_the_status_tells_is_asked_for_and_confirmed() {
    let mut shop = Shop::open().await;
    let payment = after(&mut shop, Hand::instalment_pays_first_part_here).await;
    assert_eq!(
        seen(&shop, &payment).await,
        (VerdictView::Unpaid, Stage::FirstPart, PaymentPhase::Open)
    );
    let asked = Dong::new(900_000);
    assert_eq!(shop.own(&payment).await.first_part.unwrap().amount, Some(asked));
    let shown = DisplayState::FirstPart {
        amount: Dong::new(PRICE),
        first_part: Some(asked),
    };
    assert_eq!(shop.display(), shown);
    shop.told();
    let paid = shop.take_first_part(&payment, 900_000).await.unwrap();
    assert_eq!(paid.verdict, VerdictView::Paid);
    assert_eq!(shop.sounds(), [VerdictView::Paid]);
    assert_eq!(
        shop.display(),
        DisplayState::Paid {
            amount: Dong::new(PRICE)
        }
    );
    assert_eq!(shop.simulated(&payment).state, "paid");
}

#[tokio::test]
async fn a_first_part_that_the_status_does_not_tell_is_typed() {
    let fundiin = FundiinSwitches {
        status_shows_first_part: false,
        ..FundiinSwitches::default()
    };
    let switches = Switches {
        fundiin,
        ..Switches::default()
    };
    let mut shop = Shop::with_switches(switches).await;
    let payment = after(&mut shop, Hand::instalment_pays_first_part_here).await;
    assert_eq!(shop.own(&payment).await.stage, Stage::InProgress);
    let wrong = shop.take_first_part(&payment, 800_000).await.unwrap();
    let own = wrong.instalment.unwrap();
    let confirmation = own.first_part.unwrap().confirmation.unwrap();
    assert_eq!(confirmation.said.unwrap().result, "INVALID_AMOUNT");
    assert!(own.can_confirm_first_part);
    let right = shop.take_first_part(&payment, 900_000).await.unwrap();
    assert_eq!(right.verdict, VerdictView::Paid);
}

#[tokio::test]
async fn the_list_knows_instalments_and_their_customers() {
    let mut shop = Shop::open().await;
    let payment = after(&mut shop, Hand::instalment_accepts).await;
    let found = async |request: PaymentListRequest| {
        let page = payments::list(&shop.till, request).await.unwrap();
        page.rows
            .into_iter()
            .map(|row| row.id)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let of_method = |method| PaymentListRequest {
        methods: Some(vec![method]),
        ..PaymentListRequest::default()
    };
    assert_eq!(found(of_method(MethodView::Instalment)).await, payment.id);
    let transfer = shop.ask(50_000).await;
    assert_eq!(found(of_method(MethodView::Transfer)).await, transfer.id);
    for words in ["nguyen van", "Nguyễn Văn An", "0912345678", "0912 345 678"] {
        let search = PaymentListRequest {
            search: Some(words.to_owned()),
            ..PaymentListRequest::default()
        };
        assert_eq!(found(search).await, payment.id, "{words}");
    }
    let page = payments::list(&shop.till, of_method(MethodView::Instalment))
        .await
        .unwrap();
    let row = &page.rows[0];
    assert_eq!(
        (row.method, row.verdict, row.account.as_str(), row.is_refunded),
        (MethodView::Instalment, VerdictView::Paid, "Nguyễn Văn An", false)
    );
    assert_eq!((page.asked, page.received), (Dong::new(PRICE), Dong::new(PRICE)));
}

#[tokio::test]
async fn in_practice_everything_is_there_and_the_hand_moves() {
    let shop = Shop::open().await;
    shop.go_to_practice().await;
    for (what, stage) in [
        (PracticeMove::Begin, Stage::InProgress),
        (PracticeMove::Accept, Stage::Accepted),
        (PracticeMove::Refuse, Stage::Refused),
        (PracticeMove::FirstPartHere, Stage::FirstPart),
        (PracticeMove::LetExpire, Stage::Expired),
    ] {
        let payment = shop.instal(PRICE).await;
        shop.practise(&payment, what.clone()).await.unwrap();
        assert_eq!(shop.own(&payment).await.stage, stage, "{what:?}");
        shop.close(&payment, true).await.unwrap();
    }
}
