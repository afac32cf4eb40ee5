//! Instalment payments: what is kept of them, heard of them and found by.

use crate::test_support::{
    Shop, T0, WORLD, customer, heard, new_instalment, news, payment_id, refund, sale_id, step_id,
};
use crate::{News, PaymentFilter, Way};
use domain::{
    Environment, Heard, InstalmentCustomer, IntentKind, Method, PaymentId, Plan, StepDetail, Verdict,
};
use dong::Dong;

fn of_methods(methods: &[Method]) -> PaymentFilter {
    PaymentFilter {
        methods: methods.to_vec(),
        ..PaymentFilter::all(WORLD)
    }
}

fn found(text: &str) -> PaymentFilter {
    PaymentFilter {
        search: Some(text.to_owned()),
        ..PaymentFilter::all(WORLD)
    }
}

async fn ids(shop: &Shop, filter: PaymentFilter) -> Vec<PaymentId> {
    let page = shop.store.list_payments(filter, None, 200).await.unwrap();
    page.rows.into_iter().map(|row| row.payment.id).collect()
}

#[tokio::test]
async fn what_was_asked_for_is_read_back_whole() {
    let shop = Shop::open().await;
    let plan = Plan {
        id: "p3".to_owned(),
        name: Some("3 kỳ".to_owned()),
        payments: Some(3),
        first_amount: Some(Dong::new(1_000_000)),
        later_amount: None,
        fee: None,
        total: None,
        parts: Vec::new(),
    };
    let mut new = new_instalment(3_000_000, T0);
    let Way::Instalment { plan: chosen, .. } = &mut new.way else {
        unreachable!()
    };
    *chosen = Some(plan.clone());
    let id = payment_id(1);
    shop.store.mint_draft(id, sale_id(1), T0).await.unwrap();
    let draft = shop.store.intent(id).await.unwrap();
    assert_eq!(draft.kind, IntentKind::PaymentCreate);
    shop.store.commit(id, new).await.unwrap();
    let shop = shop.reopen();
    let intent = shop.store.intent(id).await.unwrap();
    assert_eq!(
        (intent.kind, intent.payment_id),
        (IntentKind::InstalmentCreate, id)
    );
    let payment = shop.store.payment(id).await.unwrap();
    assert_eq!((payment.method, payment.account_id), (Method::Instalment, None));
    let own = payment.instalment.unwrap();
    assert_eq!(
        (own.customer, own.goods.as_str(), own.plan),
        (customer(), "Xe đạp điện", Some(plan))
    );
    assert!(
        shop.raw("UPDATE intent SET gateway = 'finan_one', kind = 'payment_create'")
            .is_err()
    );
}

#[tokio::test]
async fn a_customer_is_remembered_as_last_named() {
    let shop = Shop::open().await;
    let phone = || customer().phone;
    let known = shop.store.instalment_customer(WORLD, phone()).await.unwrap();
    assert_eq!(known, None);
    shop.opened_instalment(1, 3_000_000, T0).await;
    let known = shop.store.instalment_customer(WORLD, phone()).await.unwrap();
    assert_eq!(known, Some(customer()));
    let renamed = InstalmentCustomer {
        email: "moi@example.vn".to_owned(),
        ..customer()
    };
    let mut new = new_instalment(1_000, T0);
    new.way = Way::Instalment {
        customer: renamed.clone(),
        goods: String::new(),
        plan: None,
    };
    shop.store
        .mint_draft(payment_id(2), sale_id(1), T0)
        .await
        .unwrap();
    shop.store.commit(payment_id(2), new).await.unwrap();
    let known = shop.store.instalment_customer(WORLD, phone()).await.unwrap();
    assert_eq!(known, Some(renamed));
    let other = shop
        .store
        .instalment_customer(Environment::Production, phone())
        .await;
    assert_eq!(other.unwrap(), None);
    let first = shop.store.payment(payment_id(1)).await.unwrap();
    assert_eq!(first.instalment.unwrap().customer, customer());
}

#[tokio::test]
async fn what_is_learnt_with_a_status_is_never_unlearnt() {
    let shop = Shop::open().await;
    let opened = shop.opened_instalment(1, 3_000_000, T0).await;
    assert_eq!(opened.gateway_id, None);
    let waiting = |at| news(1, heard("WAITING", None, at));
    let hear = async |one: News| shop.store.hear(vec![one]).await.unwrap().len();
    assert_eq!(hear(waiting(T0)).await, 1);
    assert_eq!(hear(waiting(T0 + 1)).await, 0);
    let with_id = News {
        gateway_id: Some("fd-1".to_owned()),
        ..waiting(T0 + 2)
    };
    assert_eq!(hear(with_id.clone()).await, 1);
    assert_eq!(hear(with_id).await, 0);
    let with_part = News {
        first_part: Some(Dong::new(900_000)),
        ..waiting(T0 + 3)
    };
    assert_eq!(hear(with_part.clone()).await, 1);
    assert_eq!(hear(with_part).await, 0);
    let with_words = News {
        heard: Heard {
            reason: Some("WAITING".to_owned()),
            message: Some("Đang chờ khách".to_owned()),
            ..heard("WAITING", None, T0 + 4)
        },
        ..waiting(T0 + 4)
    };
    assert_eq!(hear(with_words).await, 1);
    let payment = shop.store.payment(payment_id(1)).await.unwrap();
    assert_eq!(payment.gateway_id.as_deref(), Some("fd-1"));
    assert_eq!(payment.instalment.unwrap().first_part, Some(Dong::new(900_000)));
    assert_eq!(payment.heard.unwrap().reason.as_deref(), Some("WAITING"));
    let intent = shop.store.intent(payment_id(1)).await.unwrap();
    assert_eq!(intent.gateway_id.as_deref(), Some("fd-1"));
    let events = shop.store.events(payment_id(1)).await.unwrap();
    let last = events.last().unwrap();
    assert_eq!(last.message.as_deref(), Some("Đang chờ khách"));
    let transfers = shop
        .store
        .payments_by_gateway_ids(WORLD, vec!["fd-1".to_owned()])
        .await;
    assert_eq!(transfers.unwrap(), []);
}

#[tokio::test]
async fn a_refund_takes_the_money_out_of_the_totals() {
    let shop = Shop::open().await;
    shop.accepted_instalment(1, 3_000_000, T0).await;
    shop.accepted_instalment(2, 500_000, T0).await;
    let total = async || {
        let totals = shop.store.total_payments(PaymentFilter::all(WORLD)).await;
        totals.unwrap().received
    };
    assert_eq!(total().await, Dong::new(3_500_000));
    shop.step(1, 1, refund(3_000_000)).await;
    assert_eq!(total().await, Dong::new(3_500_000));
    shop.done_step(2, 2, refund(500_000)).await;
    assert_eq!(total().await, Dong::new(3_000_000));
    assert!(shop.store.payment(payment_id(2)).await.unwrap().is_refunded());
}

#[tokio::test]
async fn each_method_is_watched_by_its_own_rules() {
    let shop = Shop::open().await;
    shop.confirmed(1, 85_000, T0).await;
    shop.opened_instalment(2, 3_000_000, T0).await;
    shop.opened_instalment(3, 3_000_000, T0).await;
    shop.accepted_instalment(4, 3_000_000, T0).await;
    shop.opened_instalment(5, 3_000_000, T0).await;
    let id = payment_id(6);
    shop.store.mint_draft(id, sale_id(1), T0).await.unwrap();
    shop.store.commit(id, new_instalment(1_000, T0)).await.unwrap();
    shop.store
        .hear(vec![
            news(3, heard("FAIL", None, T0)),
            news(5, heard("PENDING", None, T0)),
        ])
        .await
        .unwrap();
    let watched = async |method, now| {
        let watched = shop.store.watched_payments(WORLD, method, now).await.unwrap();
        watched.iter().map(|payment| payment.id).collect::<Vec<_>>()
    };
    assert_eq!(watched(Method::Transfer, T0).await, [payment_id(1)]);
    assert_eq!(watched(Method::Instalment, T0).await, [5, 2].map(payment_id));
    assert_eq!(watched(Method::Instalment, T0 + 86_400_000).await, []);
    shop.done_step(1, 2, StepDetail::Cancel).await;
    assert_eq!(watched(Method::Instalment, T0).await, [payment_id(5)]);
}

#[tokio::test]
async fn methods_and_verdicts_filter_together_in_order() {
    let shop = Shop::open().await;
    shop.confirmed(1, 85_000, T0).await;
    shop.accepted_instalment(2, 3_000_000, T0 + 1).await;
    shop.confirmed(3, 20_000, T0 + 2).await;
    shop.opened_instalment(4, 500_000, T0 + 3).await;
    shop.store
        .hear(vec![news(3, heard("paid", None, T0 + 9))])
        .await
        .unwrap();
    let both = [Method::Instalment, Method::Transfer, Method::Instalment];
    for (methods, verdicts, expected) in [
        (&both[..1], vec![], vec![4, 2]),
        (&both[1..2], vec![], vec![3, 1]),
        (&both, vec![], vec![4, 3, 2, 1]),
        (&both, vec![Verdict::Paid], vec![3, 2]),
        (&both[..1], vec![Verdict::Paid, Verdict::Unknown], vec![2]),
        (&both[..0], vec![Verdict::Unpaid], vec![4, 1]),
    ] {
        let filter = PaymentFilter {
            verdicts,
            ..of_methods(methods)
        };
        let expected: Vec<_> = expected.into_iter().map(payment_id).collect();
        assert_eq!(ids(&shop, filter.clone()).await, expected, "{filter:?}");
        let count = shop.store.total_payments(filter).await.unwrap().count;
        assert_eq!(usize::try_from(count).unwrap(), expected.len());
    }
    let words = PaymentFilter {
        search: Some("ban 5".to_owned()),
        ..of_methods(&both[..1])
    };
    assert_eq!(ids(&shop, words).await, [4, 2].map(payment_id));
}

#[tokio::test]
async fn an_instalment_payment_is_found_by_its_customer_and_by_its_steps() {
    let shop = Shop::open().await;
    shop.confirmed(1, 85_000, T0).await;
    shop.accepted_instalment(2, 3_000_000, T0).await;
    shop.step(7, 2, refund(3_000_000)).await;
    let references = [
        payment_id(2).reference(),
        step_id(7).reference(),
        step_id(7).reference().to_lowercase(),
    ];
    let typed = [
        "huong",
        "nguyễn thị hường",
        "0912345678",
        "09123",
        "0912345",
        "0912 345 6",
        "+84 912 345 678",
    ];
    let typed = typed.into_iter().map(str::to_owned).chain(references);
    for typed in typed {
        assert_eq!(ids(&shop, found(&typed)).await, [payment_id(2)], "{typed}");
    }
    for typed in ["0912345679", "0913", "0912 345 9", &step_id(8).reference()] {
        assert_eq!(ids(&shop, found(typed)).await, [], "{typed}");
    }
    shop.store
        .rename_sale(sale_id(1), "Quầy xe".to_owned())
        .await
        .unwrap();
    assert_eq!(ids(&shop, found("huong 0912")).await, [payment_id(2)]);
}
