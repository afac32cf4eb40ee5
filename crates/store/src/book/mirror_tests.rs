//! Rows of ours against the gateway's: adopted, in conflict, gone, changed meanwhile.

use super::samples::{clean, customer, customer_facts, customer_id};
use super::{CustomerFilter, Fetched, Outcome};
use crate::test_support::{Shop, T0, WORLD};
use domain::{Customer, CustomerFacts, MirrorState};

const NAME: &str = "Nguyễn Thị Hường";

fn fetched(gateway_id: &str, facts: CustomerFacts) -> Fetched<CustomerFacts> {
    Fetched {
        gateway_id: gateway_id.to_owned(),
        facts,
    }
}

fn facts(n: u128, name: &str) -> CustomerFacts {
    customer_facts(&format!("KH-{n}"), name, "0912345678")
}

fn kept(gateway_id: &str) -> Outcome {
    Outcome::Kept {
        gateway_id: gateway_id.to_owned(),
        at: T0 + 50,
    }
}

fn refused() -> Outcome {
    Outcome::Refused {
        problem: "conflict".to_owned(),
        message: Some("Mã đã tồn tại".to_owned()),
    }
}

impl Shop {
    async fn add(&self, customer: Customer) -> Customer {
        self.store.save_customer(customer).await.unwrap()
    }

    async fn mirror(&self, gateway_id: &str, facts: CustomerFacts, at: i64) {
        let told = vec![fetched(gateway_id, facts)];
        self.store.mirror_customers(WORLD, told, at).await.unwrap();
    }

    /// What came of telling the gateway of `sent`.
    async fn settle(&self, n: u128, sent: &Customer, outcome: Outcome) {
        let seen = sent.mirror.changed_at;
        self.store
            .settle_customer(customer_id(n), seen, outcome)
            .await
            .unwrap();
    }

    /// The name, state and gateway's id of customer `n`.
    async fn stands(&self, n: u128) -> (String, MirrorState, Option<String>) {
        let row = self.store.customer(customer_id(n)).await.unwrap();
        (row.facts.name, row.mirror.state, row.mirror.gateway_id)
    }

    async fn edit(&self, n: u128, name: &str, at: i64) -> Customer {
        let row = self.store.customer(customer_id(n)).await.unwrap();
        let changed = Customer {
            facts: CustomerFacts {
                name: name.to_owned(),
                ..row.facts
            },
            mirror: row.mirror.changed(at),
            ..row
        };
        self.add(changed).await
    }
}

fn as_known(name: &str, state: MirrorState, gateway_id: &str) -> (String, MirrorState, Option<String>) {
    (name.to_owned(), state, Some(gateway_id.to_owned()))
}

#[tokio::test]
async fn rows_of_the_gateway_are_taken_over_and_followed() {
    let shop = Shop::open().await;
    shop.mirror("a", facts(1, NAME), T0).await;
    shop.mirror("a", facts(1, "Hường"), T0 + 9).await;
    let page = shop
        .store
        .find_customers(CustomerFilter::all(WORLD), None, 9)
        .await
        .unwrap();
    let mirror = &page.rows[0].mirror;
    assert_eq!((page.rows.len(), page.rows[0].facts.name.as_str()), (1, "Hường"));
    assert_eq!(
        (mirror.state, mirror.fetched_at, mirror.changed_at),
        (MirrorState::Clean, Some(T0 + 9), T0)
    );
    assert!(shop.store.pending_customers(WORLD, 9).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_row_that_waited_to_be_created_is_adopted_when_it_says_the_same() {
    let shop = Shop::open().await;
    shop.add(customer(1, NAME, "0912345678")).await;
    let was_refused = shop.add(customer(2, NAME, "0912345678")).await;
    shop.settle(2, &was_refused, refused()).await;
    shop.mirror("a", facts(1, NAME), T0 + 9).await;
    shop.mirror("b", facts(2, NAME), T0 + 9).await;
    assert_eq!(shop.stands(1).await, as_known(NAME, MirrorState::Clean, "a"));
    assert_eq!(shop.stands(2).await, as_known(NAME, MirrorState::Clean, "b"));
}

#[tokio::test]
async fn a_row_of_the_same_code_and_other_facts_is_somebody_elses() {
    let shop = Shop::open().await;
    let sent = shop.add(customer(1, "Lan", "0912345678")).await;
    let was_refused = shop.add(customer(2, "Mai", "0912345678")).await;
    shop.settle(2, &was_refused, refused()).await;
    shop.mirror("a", facts(1, "Lan Anh"), T0 + 9).await;
    shop.mirror("b", facts(2, "Mai Anh"), T0 + 9).await;
    // Ours never takes the other's place at the gateway, and a person looks at it.
    assert_eq!(
        shop.stands(1).await,
        ("Lan".to_owned(), MirrorState::Refused, None)
    );
    assert_eq!(
        shop.stands(2).await,
        ("Mai".to_owned(), MirrorState::Refused, None)
    );
    assert!(shop.store.pending_customers(WORLD, 9).await.unwrap().is_empty());
    for (code, name) in [("KH-1", "Lan Anh"), ("KH-2", "Mai Anh")] {
        let theirs = shop.store.customer_by_code(WORLD, code.to_owned()).await;
        assert_eq!(theirs.unwrap().unwrap().facts.name, name);
    }
    // With a code of its own it is made, and the other one is left as it is.
    let mut mine = shop.store.customer(customer_id(1)).await.unwrap();
    mine.facts.code = "KH-9".to_owned();
    mine.mirror = mine.mirror.changed(T0 + 20);
    shop.add(mine).await;
    assert_eq!(
        shop.stands(1).await,
        ("Lan".to_owned(), MirrorState::ToCreate, None)
    );
    shop.settle(1, &sent, refused()).await;
    assert_eq!(shop.stands(1).await.1, MirrorState::ToCreate);
}

#[tokio::test]
async fn a_creation_on_its_way_meanwhile_may_prove_to_be_the_row_that_was_fetched() {
    let shop = Shop::open().await;
    let sent = shop.add(customer(1, "Lan", "0912345678")).await;
    shop.mirror("a", facts(1, "LAN"), T0 + 9).await;
    assert_eq!(shop.stands(1).await.1, MirrorState::Refused);
    shop.settle(1, &sent, kept("a")).await;
    assert_eq!(shop.stands(1).await, as_known("Lan", MirrorState::Clean, "a"));
    let all = shop.store.count_customers(CustomerFilter::all(WORLD)).await;
    assert_eq!(all.unwrap(), 1);
}

#[tokio::test]
async fn a_change_that_is_not_told_yet_outlives_a_sync() {
    let shop = Shop::open().await;
    for n in 1..=3 {
        shop.add(clean(n, NAME, "0912345678")).await;
    }
    shop.edit(1, "Hường mới", T0 + 5).await;
    shop.store.delete_customer(customer_id(2), T0 + 5).await.unwrap();
    let mut row = shop.edit(3, "Sai", T0 + 5).await;
    shop.store
        .settle_customer(row.id, row.mirror.changed_at, refused())
        .await
        .unwrap();
    for n in 1..=3 {
        shop.mirror(&format!("gw-{n}"), facts(n, "Của cổng"), T0 + 9)
            .await;
    }
    assert_eq!(
        shop.stands(1).await,
        as_known("Hường mới", MirrorState::ToUpdate, "gw-1")
    );
    assert_eq!(
        shop.stands(2).await,
        as_known(NAME, MirrorState::ToDelete, "gw-2")
    );
    row = shop.store.customer(customer_id(3)).await.unwrap();
    assert_eq!(
        (row.mirror.state, row.mirror.problem.as_deref()),
        (MirrorState::Refused, Some("conflict"))
    );
    // What was refused here stands there after all: nothing is left to look at.
    shop.mirror("gw-3", facts(3, "Sai"), T0 + 10).await;
    row = shop.store.customer(customer_id(3)).await.unwrap();
    assert_eq!((row.mirror.state, row.mirror.problem), (MirrorState::Clean, None));
}

#[tokio::test]
async fn clean_rows_that_were_not_fetched_are_gone() {
    let shop = Shop::open().await;
    for n in 1..=4 {
        shop.add(clean(n, NAME, "")).await;
    }
    shop.edit(3, "Đổi", T0 + 5).await;
    shop.add(customer(5, NAME, "")).await;
    shop.mirror("gw-1", facts(1, NAME), T0 + 10).await;
    let gone = shop.store.finish_customer_sync(WORLD, T0 + 10).await.unwrap();
    assert_eq!(gone, 2);
    let mut states = Vec::new();
    for n in 1..=5 {
        states.push(shop.stands(n).await.1);
    }
    use MirrorState::{Clean, Gone, ToCreate, ToUpdate};
    assert_eq!(states, [Clean, Gone, ToUpdate, Gone, ToCreate]);
    let listed = shop.store.count_customers(CustomerFilter::all(WORLD)).await;
    assert_eq!(listed.unwrap(), 3);
    shop.mirror("gw-2", facts(2, NAME), T0 + 20).await;
    assert_eq!(shop.stands(2).await, as_known(NAME, Clean, "gw-2"));
}

#[tokio::test]
async fn an_outcome_settles_the_change_that_was_sent_only() {
    let shop = Shop::open().await;
    let sent = shop.add(customer(1, NAME, "")).await.mirror.changed_at;
    // Within the same millisecond, and by a page that knows no gateway's id yet.
    let newer = shop.add(customer(1, "Hường", "")).await.mirror.changed_at;
    assert!(newer > sent);
    let state = shop
        .store
        .settle_customer(customer_id(1), sent, kept("a"))
        .await
        .unwrap();
    assert_eq!(state, Some(MirrorState::ToUpdate));
    assert_eq!(
        shop.stands(1).await,
        as_known("Hường", MirrorState::ToUpdate, "a")
    );
    shop.store
        .settle_customer(customer_id(1), sent, refused())
        .await
        .unwrap();
    assert_eq!(shop.stands(1).await.1, MirrorState::ToUpdate);
    shop.store
        .settle_customer(customer_id(1), newer, kept("a"))
        .await
        .unwrap();
    let row = shop.store.customer(customer_id(1)).await.unwrap();
    assert_eq!(
        (row.mirror.state, row.mirror.fetched_at),
        (MirrorState::Clean, Some(T0 + 50))
    );
}

#[tokio::test]
async fn a_page_that_never_learnt_the_gateways_id_does_not_create_twice() {
    let shop = Shop::open().await;
    let seen = shop.add(customer(1, NAME, "")).await.mirror.changed_at;
    shop.store
        .settle_customer(customer_id(1), seen, kept("a"))
        .await
        .unwrap();
    shop.add(customer(1, "Hường", "")).await;
    assert_eq!(
        shop.stands(1).await,
        as_known("Hường", MirrorState::ToUpdate, "a")
    );
}

#[tokio::test]
async fn a_deletion_waits_for_the_gateway_only_where_it_knows_the_row() {
    let shop = Shop::open().await;
    shop.add(customer(1, NAME, "")).await;
    shop.add(clean(2, NAME, "")).await;
    for n in 1..=2 {
        shop.store.delete_customer(customer_id(n), T0 + 5).await.unwrap();
    }
    let missing = shop.store.customer(customer_id(1)).await.unwrap_err();
    assert_eq!(missing.code(), "not_found");
    assert_eq!(shop.stands(2).await.1, MirrorState::ToDelete);
    let pending = shop.store.pending_customers(WORLD, 9).await.unwrap();
    let seen = pending[0].mirror.changed_at;
    // The code is free at once.
    let again = Customer {
        facts: facts(2, "Mới"),
        ..customer(3, "", "")
    };
    shop.add(again).await;
    let left = shop
        .store
        .settle_customer(customer_id(2), seen, Outcome::Deleted)
        .await;
    assert_eq!(left.unwrap(), None);
    assert!(shop.store.customer(customer_id(2)).await.is_err());
    let twice = shop
        .store
        .settle_customer(customer_id(2), seen, Outcome::Deleted)
        .await;
    assert_eq!(twice.unwrap(), None);
}

#[tokio::test]
async fn what_is_missing_at_the_gateway_is_gone_or_deleted() {
    let shop = Shop::open().await;
    for n in 1..=2 {
        shop.add(clean(n, NAME, "")).await;
    }
    let seen = shop.edit(1, "Đổi", T0 + 5).await.mirror.changed_at;
    let state = shop
        .store
        .settle_customer(customer_id(1), seen, Outcome::Missing)
        .await;
    assert_eq!(state.unwrap(), Some(MirrorState::Gone));
    shop.store.delete_customer(customer_id(2), T0 + 5).await.unwrap();
    let state = shop
        .store
        .settle_customer(customer_id(2), T0 + 5, Outcome::Missing)
        .await;
    assert_eq!(state.unwrap(), None);
}

#[tokio::test]
async fn a_code_is_one_rows() {
    let shop = Shop::open().await;
    shop.add(customer(1, NAME, "")).await;
    let double = Customer {
        facts: facts(1, "Khác"),
        ..customer(2, "", "")
    };
    let taken = shop.store.save_customer(double.clone()).await.unwrap_err();
    assert_eq!(taken.code(), "code_taken");
    assert!(shop.store.customer(customer_id(2)).await.is_err());
    // The gateway decides: its row has the code, the one that was renamed there is gone until it is told of again.
    shop.mirror("a", facts(7, NAME), T0).await;
    shop.mirror("b", facts(7, "Lan"), T0 + 1).await;
    let by_code = shop.store.customer_by_code(WORLD, "KH-7".to_owned()).await;
    assert_eq!(by_code.unwrap().unwrap().facts.name, "Lan");
    shop.mirror("a", facts(8, NAME), T0 + 2).await;
    let all = shop.store.count_customers(CustomerFilter::all(WORLD)).await;
    assert_eq!(all.unwrap(), 3);
    // One that was given the code here is for a person to look at.
    shop.mirror("a", facts(1, NAME), T0 + 3).await;
    let row = shop.store.customer(customer_id(1)).await.unwrap();
    assert_eq!(
        (row.mirror.state, row.mirror.problem.as_deref()),
        (MirrorState::Refused, Some("code_taken"))
    );
}

#[tokio::test]
async fn a_copy_makes_way_for_the_row_that_it_is_of() {
    let shop = Shop::open().await;
    let seen = shop.add(customer(1, NAME, "")).await.mirror.changed_at;
    let row = shop.store.customer(customer_id(1)).await.unwrap();
    let renamed = Customer {
        facts: facts(9, NAME),
        mirror: row.mirror.changed(T0 + 5),
        ..row
    };
    shop.add(renamed).await;
    shop.mirror("a", facts(1, NAME), T0 + 6).await;
    shop.store
        .settle_customer(customer_id(1), seen, kept("a"))
        .await
        .unwrap();
    assert_eq!(shop.stands(1).await, as_known(NAME, MirrorState::ToUpdate, "a"));
    let all = shop.store.count_customers(CustomerFilter::all(WORLD)).await;
    assert_eq!(all.unwrap(), 1);
}

#[tokio::test]
async fn the_oldest_change_is_told_first() {
    let shop = Shop::open().await;
    for (n, at) in [(1, T0 + 30), (2, T0 + 10), (3, T0 + 20)] {
        let new = customer(n, NAME, "");
        let mirror = domain::Mirror::new(at);
        shop.add(Customer { mirror, ..new }).await;
    }
    shop.add(clean(4, NAME, "")).await;
    let shop = shop.reopen();
    let pending = shop.store.pending_customers(WORLD, 2).await.unwrap();
    let ids: Vec<_> = pending.into_iter().map(|row| row.id).collect();
    assert_eq!(ids, [2, 3].map(customer_id));
}
