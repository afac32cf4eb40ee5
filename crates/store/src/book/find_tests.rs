//! Searches and pages of the books.

use super::samples::{customer, customer_facts, customer_id, product, product_id};
use super::{BookCursor, CustomerFilter, Fetched, ProductFilter};
use crate::test_support::{Shop, T0, WORLD};
use domain::{Customer, CustomerFacts, CustomerId, CustomerKind, Environment, MirrorState, ProductId};
use std::time::Instant;

fn typed(text: &str) -> CustomerFilter {
    CustomerFilter {
        search: Some(text.to_owned()),
        ..CustomerFilter::all(WORLD)
    }
}

async fn found(shop: &Shop, filter: CustomerFilter) -> Vec<CustomerId> {
    let count = shop.store.count_customers(filter.clone()).await.unwrap();
    let page = shop.store.find_customers(filter, None, 200).await.unwrap();
    assert_eq!(page.rows.len(), usize::try_from(count).unwrap());
    page.rows.into_iter().map(|customer| customer.id).collect()
}

async fn found_products(shop: &Shop, text: &str) -> Vec<ProductId> {
    let filter = ProductFilter {
        search: Some(text.to_owned()),
        ..ProductFilter::all(WORLD)
    };
    let page = shop.store.find_products(filter, None, 200).await.unwrap();
    page.rows.into_iter().map(|product| product.id).collect()
}

fn company() -> Customer {
    let person = customer(3, "Công ty Đông Á", "02838223344");
    Customer {
        facts: CustomerFacts {
            kind: CustomerKind::Company,
            tax_id: "0312345678-001".to_owned(),
            email: "ketoan@donga.vn".to_owned(),
            tag: "Sỉ".to_owned(),
            ..person.facts
        },
        ..person
    }
}

async fn shop() -> Shop {
    let shop = Shop::open().await;
    for customer in [
        customer(1, "Nguyễn Thị Hường", "0912345678"),
        customer(2, "Đỗ Văn Hương", "0912345679"),
        company(),
    ] {
        shop.store.save_customer(customer).await.unwrap();
    }
    shop
}

#[tokio::test]
async fn customers_are_found_by_all_that_people_type() {
    let shop = shop().await;
    for (text, expected) in [
        ("huong", vec![2, 1]),
        ("HƯỜNG", vec![2, 1]),
        ("thi ngu", vec![1]),
        ("do", vec![3, 2]),
        ("kh-1", vec![1]),
        ("KH-1", vec![1]),
        ("0912 345 678", vec![1]),
        ("+84 912.345.679", vec![2]),
        ("0912345", vec![2, 1]),
        ("0912 34", vec![2, 1]),
        ("0912345670", vec![]),
        ("0312345678", vec![3]),
        ("0312345678-001", vec![3]),
        ("ketoan@donga", vec![3]),
        ("si", vec![3]),
        ("huong x", vec![]),
        ("", vec![3, 2, 1]),
        (" %_ ", vec![3, 2, 1]),
    ] {
        let expected: Vec<_> = expected.into_iter().map(customer_id).collect();
        assert_eq!(found(&shop, typed(text)).await, expected, "{text}");
    }
}

#[tokio::test]
async fn what_was_typed_exactly_comes_first_once() {
    let shop = shop().await;
    let code = customer_facts("0912345678", "An", "");
    let other = Customer {
        facts: code,
        ..customer(4, "", "")
    };
    shop.store.save_customer(other).await.unwrap();
    let more = Customer {
        facts: customer_facts("0912345678-2", "Ân Cần", ""),
        ..customer(5, "", "")
    };
    shop.store.save_customer(more).await.unwrap();
    let all = [4, 1, 5].map(customer_id);
    assert_eq!(found(&shop, typed("0912345678")).await, all);
    let (mut seen, mut after) = (Vec::new(), None);
    for _ in 0..all.len() {
        let page = shop.store.find_customers(typed("0912345678"), after, 1).await;
        let page = page.unwrap();
        seen.extend(page.rows.iter().map(|row| row.id));
        after = page
            .next
            .map(|next| next.to_string().parse::<BookCursor>().unwrap());
    }
    assert_eq!((seen.as_slice(), after), (&all[..], None));
}

#[tokio::test]
async fn kinds_and_states_and_worlds_filter() {
    let shop = shop().await;
    let company = CustomerFilter {
        kind: Some(CustomerKind::Company),
        ..CustomerFilter::all(WORLD)
    };
    assert_eq!(found(&shop, company).await, [customer_id(3)]);
    let of = |states: &[MirrorState]| CustomerFilter {
        states: states.to_vec(),
        ..typed("huong")
    };
    assert_eq!(found(&shop, of(&[MirrorState::ToCreate])).await.len(), 2);
    assert!(
        found(&shop, of(&[MirrorState::Clean, MirrorState::Gone]))
            .await
            .is_empty()
    );
    let other = CustomerFilter {
        environment: Environment::Production,
        ..typed("huong")
    };
    assert!(found(&shop, other).await.is_empty());
}

#[tokio::test]
async fn customers_are_looked_up_by_code_and_by_phone() {
    let shop = shop().await;
    shop.store
        .save_customer(customer(4, "An", "0912345678"))
        .await
        .unwrap();
    let by_code = async |code: &str| {
        let found = shop.store.customer_by_code(WORLD, code.to_owned()).await;
        found.unwrap().map(|customer| customer.id)
    };
    assert_eq!(by_code("KH-2").await, Some(customer_id(2)));
    assert_eq!(by_code("KH-9").await, None);
    let by_phone = shop
        .store
        .customers_by_phone(WORLD, "0912345678".to_owned())
        .await;
    let ids: Vec<_> = by_phone.unwrap().into_iter().map(|one| one.id).collect();
    assert_eq!(ids, [4, 1].map(customer_id));
    shop.store.delete_customer(customer_id(2), T0).await.unwrap();
    assert_eq!(by_code("KH-2").await, None);
}

#[tokio::test]
async fn products_are_found_by_first_letters_and_barcode() {
    let shop = Shop::open().await;
    for product in [
        product(1, "8936079120016", "Cà phê sữa đá"),
        product(2, "TS-01", "Trà sữa"),
        product(3, "89360791", "Bánh phồng tôm"),
        product(4, "X", "Cà phê sữa đá ít đường thêm kem muối"),
    ] {
        shop.store.save_product(product).await.unwrap();
    }
    for (text, expected) in [
        ("cpsd", vec![1, 4]),
        ("cfsd", vec![1, 4]),
        ("CPSĐ", vec![1, 4]),
        ("cpsdidtkm", vec![4]),
        ("cfsdidtkm", vec![4]),
        ("cpsdidtkx", vec![]),
        ("bft", vec![3]),
        ("sua", vec![1, 4, 2]),
        ("8936079120016", vec![1]),
        ("89360791", vec![3, 1]),
        ("893", vec![3, 1]),
        ("ts-01", vec![2]),
    ] {
        let expected: Vec<_> = expected.into_iter().map(product_id).collect();
        assert_eq!(found_products(&shop, text).await, expected, "{text}");
    }
}

/// `many` customers of a few names, in a shuffled order.
async fn crowd(shop: &Shop, many: usize) {
    let names = ["Nguyễn Văn", "Trần Thị", "Lê", "Phạm Đức", "Đặng"];
    let given = ["An", "Bình", "Châu", "Dũng", "Hường", "Lan", "Ánh"];
    let fetched: Vec<_> = (0..many)
        .map(|n| {
            let at = n * 7_919 % many;
            let name = format!("{} {} {}", names[at % 5], given[at % 7], at / 40);
            Fetched {
                gateway_id: format!("gw-{n}"),
                facts: customer_facts(&format!("KH-{n:06}"), &name, &format!("09{n:08}")),
            }
        })
        .collect();
    for part in fetched.chunks(1_000) {
        shop.store
            .mirror_customers(WORLD, part.to_vec(), T0)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn pages_meet_without_gap_or_double() {
    let shop = Shop::open().await;
    crowd(&shop, 10_000).await;
    // Once by walking the names, once by putting few matches in order.
    for (text, expected) in [("", 10_000), ("nguyen", 2_000), ("huong", 1_428), ("an", 2_857)] {
        let filter = CustomerFilter {
            search: Some(text.to_owned()),
            ..CustomerFilter::all(WORLD)
        };
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = shop.store.find_customers(filter.clone(), after, 137).await;
            let page = page.unwrap();
            seen.extend(
                page.rows
                    .iter()
                    .map(|row| (crate::fold::fold(&row.facts.name), row.id)),
            );
            let Some(next) = page.next else { break };
            after = Some(next.to_string().parse().unwrap());
        }
        assert!(seen.is_sorted_by_key(|(name, _)| name.clone()), "{text}");
        let mut ids: Vec<_> = seen.into_iter().map(|(_, id)| id).collect();
        ids.sort_unstable();
        ids.dedup();
        let count = shop.store.count_customers(filter).await.unwrap();
        assert_eq!(
            (ids.len(), count),
            (expected, expected.try_into().unwrap()),
            "{text}"
        );
    }
}

#[test]
fn a_cursor_reads_back_and_nothing_else_is_one() {
    for text in ["1:42:nguyen van an: quan 5", "0:-1:"] {
        assert_eq!(text.parse::<BookCursor>().unwrap().to_string(), text);
    }
    for text in ["", "1", "1:2", "2:1:a", "1:x:a"] {
        assert!(text.parse::<BookCursor>().is_err(), "{text}");
    }
}

#[tokio::test]
#[ignore = "takes a while; prints how long searches take"]
async fn a_hundred_thousand_customers_are_searched_at_once() {
    let shop = Shop::open().await;
    crowd(&shop, 100_000).await;
    for text in [
        "",
        "n",
        "nguyen",
        "nguyen van hu",
        "huong",
        "0900012345",
        "KH-054321",
        "zzz",
    ] {
        let started = Instant::now();
        let page = shop.store.find_customers(typed(text), None, 50).await.unwrap();
        let listed = started.elapsed();
        let count = shop.store.count_customers(typed(text)).await.unwrap();
        println!(
            "{text:>14}: {:>3} of {count:>6} rows in {listed:?}, counted in {:?}",
            page.rows.len(),
            started.elapsed() - listed
        );
    }
}

/// Every place where a row is looked up while rows are saved or taken over: none may walk the book.
#[tokio::test]
async fn a_look_up_never_walks_the_book() {
    use super::row::{HAS_CODE, HOLDS_CODE};
    let shop = Shop::open().await;
    let plans = shop.store.read(|db| {
        let mut plans = Vec::new();
        for condition in [
            "id = ?1".to_owned(),
            "environment = ?1 AND gateway_id = ?2".to_owned(),
            format!("environment = ?1 AND code = ?2 AND id <> ?3 AND {HOLDS_CODE}"),
            format!("environment = ?1 AND {HAS_CODE} AND gateway_id IS NULL"),
            "environment = ?1 AND state IN ('to_create', 'to_update', 'to_delete') ORDER BY changed_at, number".to_owned(),
        ] {
            let sql = format!("EXPLAIN QUERY PLAN SELECT * FROM customer WHERE {condition} LIMIT 1");
            let mut select = db.prepare(&sql)?;
            let marks = select.parameter_count();
            let lines = select.query_map(rusqlite::params_from_iter(vec!["x"; marks]), |row| {
                row.get::<_, String>("detail")
            })?;
            plans.push((condition, lines.collect::<Result<Vec<_>, _>>()?.join("; ")));
        }
        Ok(plans)
    });
    for (condition, plan) in plans.await.unwrap() {
        let is_led = ["_by_gateway_id", "_code", "_pending", "autoindex"]
            .iter()
            .any(|index| plan.contains(index));
        assert!(is_led && !plan.contains("TEMP B-TREE"), "{condition}: {plan}");
    }
}
