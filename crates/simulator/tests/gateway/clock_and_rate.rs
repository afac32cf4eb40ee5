//! Time: the window, `Date`, expiry, and 100 requests a minute.

use simulator::{Config, Fault, FaultRule, RateWindow, Switches};

use crate::shop::{OPENING, Shop, id};

const LIST: &str = "/api/v1/payments";

#[test]
fn the_window_and_the_date_follow_the_simulators_clock() {
    let shop = Shop::open();
    shop.hand().advance_clock(7 * 3_600);
    let late = shop.call_at(OPENING, "GET", LIST, "").unwrap();
    assert_eq!(late.status, 401);
    assert_eq!(late.header("date"), Some("Thu, 15 Jan 2026 08:00:00 GMT"));
    for (apart, status) in [(30, 200), (-30, 200), (31, 401), (-31, 401)] {
        let stamp = shop.clock.now_seconds() + apart;
        assert_eq!(
            shop.call_at(stamp, "GET", LIST, "").unwrap().status,
            status,
            "{apart}"
        );
    }
}

#[test]
fn a_skew_moves_date_and_window_together() {
    let shop = Shop::open();
    shop.break_with(FaultRule::always(Fault::ClockSkew { seconds: 3_600 }));
    let refused = shop.get(LIST);
    assert_eq!(refused.status, 401);
    assert_eq!(refused.header("date"), Some("Thu, 15 Jan 2026 02:00:00 GMT"));
    assert_eq!(
        shop.call_at(OPENING + 3_600, "GET", LIST, "").unwrap().status,
        200
    );
}

#[test]
fn the_hundred_and_first_request_in_a_minute_is_429() {
    let shop = Shop::open();
    for _ in 0..50 {
        assert_eq!(shop.get(LIST).status, 200);
    }
    shop.hand().advance_clock(20);
    for _ in 0..50 {
        assert_eq!(
            shop.call_at(0, "GET", LIST, "").unwrap().status,
            401,
            "refusals count too"
        );
    }
    shop.hand().advance_clock(10);
    let refused = shop.get(LIST);
    let body = refused.json();
    assert_eq!((refused.status, body["code"].as_u64()), (429, Some(104_000)));
    assert_eq!(
        body["message"]["error"],
        "Rate limit exceeded. Retry after 30 seconds."
    );
    assert_eq!(body["message"]["content"], "Yêu cầu không hợp lệ");
    assert!(body.get("data").is_none() && refused.header("retry-after").is_none());
    shop.hand().advance_clock(29);
    assert_eq!(shop.get(LIST).status, 429);
    shop.hand().advance_clock(1);
    assert_eq!(shop.get(LIST).status, 200);
}

#[test]
fn a_fixed_window_and_another_limit_are_a_matter_of_configuration() {
    let shop = Shop::with(Config {
        rate_limit_per_minute: 3,
        switches: Switches {
            rate_window: RateWindow::Fixed,
            ..Switches::default()
        },
        ..Shop::config()
    });
    shop.hand().advance_clock(59);
    let statuses: Vec<u16> = (0..4).map(|_| shop.get(LIST).status).collect();
    assert_eq!(statuses, [200, 200, 200, 429]);
    shop.hand().advance_clock(1);
    assert_eq!(shop.get(LIST).status, 200);
}

#[test]
fn a_refused_create_has_no_effect() {
    let shop = Shop::with(Config {
        rate_limit_per_minute: 1,
        ..Shop::config()
    });
    let bill = shop.bill(10_000, "R");
    assert_eq!(
        (shop.post(LIST, &bill).status, shop.hand().effects("R")),
        (429, 0)
    );
}

#[test]
fn a_link_is_dead_after_thirty_minutes_and_late_money_still_counts() {
    let shop = Shop::open();
    let payment = shop.sell(80_000, "LATE");
    shop.hand().advance_clock(30 * 60 - 1);
    assert!(!shop.hand().payment(id(&payment)).unwrap().expired);
    shop.hand().advance_clock(1);
    assert!(shop.hand().payment(id(&payment)).unwrap().expired);
    assert_eq!(shop.status(&payment), "unpaid");
    shop.hand().pay_full(id(&payment)).unwrap();
    assert_eq!(shop.status(&payment), "paid");
}

#[test]
fn late_money_does_not_count_where_the_switch_says_so() {
    let shop = Shop::with(Config {
        switches: Switches {
            late_transfer_counts: false,
            ..Switches::default()
        },
        ..Shop::config()
    });
    let payment = shop.sell(80_000, "LATE");
    shop.hand().pay_late(id(&payment)).unwrap();
    assert_eq!(shop.status(&payment), "unpaid");
}
