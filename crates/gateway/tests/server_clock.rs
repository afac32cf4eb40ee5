//! The server clock against a clock that tests move.

use std::sync::Arc;
use std::time::Duration;

use gateway::server_clock::Sighting;
use gateway::{Clock, ServerClock, SkewLevel};
use testkit::ManualClock;

/// 2023-11-14T22:13:19Z.
const SERVER_MS: i64 = 1_699_999_999_000;
const DATE: &str = "Tue, 14 Nov 2023 22:13:19 GMT";

fn sighting(clock: &ManualClock, round_trip_ms: i64) -> Sighting<'static> {
    let received_ms = clock.monotonic_ms();
    Sighting {
        date: DATE,
        sent_ms: received_ms - round_trip_ms,
        received_ms,
    }
}

fn learnt(skew_ms: i64) -> (ManualClock, ServerClock) {
    let clock = ManualClock::at(SERVER_MS + 500 + skew_ms);
    let server = ServerClock::new(Arc::new(clock.clone()));
    server.observe(sighting(&clock, 0));
    (clock, server)
}

#[test]
fn knows_nothing_and_uses_the_wall_before_the_first_answer() {
    let clock = ManualClock::at(123_456);
    let server = ServerClock::new(Arc::new(clock));
    assert!(server.needs_anchor());
    assert_eq!(
        (server.now_ms(), server.skew_ms(), server.level()),
        (123_456, None, None)
    );
}

#[test]
fn any_wrong_wall_clock_is_corrected() {
    for skew_ms in [
        0,
        31_000,
        -31_000,
        25_200_000,
        -25_200_000,
        86_400_000,
        -86_400_000,
        -1_384_000_000_000,
    ] {
        let (clock, server) = learnt(skew_ms);
        assert!(!server.needs_anchor());
        assert_eq!(server.skew_ms(), Some(skew_ms));
        clock.advance(Duration::from_secs(3_600));
        assert_eq!(
            server.now_unix_seconds(),
            SERVER_MS / 1_000 + 3_600,
            "skew {skew_ms}"
        );
    }
}

#[test]
fn the_light_turns_at_5_and_20_seconds() {
    let level = |skew_ms| learnt(skew_ms).1.level();
    assert_eq!([level(5_000), level(-5_000)], [Some(SkewLevel::Green); 2]);
    assert_eq!([level(5_001), level(-20_000)], [Some(SkewLevel::Amber); 2]);
    assert_eq!([level(20_001), level(-90_000)], [Some(SkewLevel::Red); 2]);
}

#[test]
fn a_step_of_the_wall_or_a_sleep_loses_the_anchor() {
    let (clock, server) = learnt(0);
    clock.set_wall_ms(clock.now_ms() + 2_000);
    assert!(!server.needs_anchor());
    clock.set_wall_ms(clock.now_ms() + 1);
    assert!(server.needs_anchor());
    assert_eq!(server.now_ms(), clock.now_ms());
    server.observe(sighting(&clock, 40));
    assert!(!server.needs_anchor());
}

#[test]
fn many_answers_narrow_the_second_that_one_leaves_open() {
    let clock = ManualClock::at(SERVER_MS);
    let server = ServerClock::new(Arc::new(clock.clone()));
    let offset_ms = SERVER_MS + 730 - clock.monotonic_ms();
    for _ in 0..40 {
        clock.advance(Duration::from_millis(371));
        let seconds = (clock.monotonic_ms() + offset_ms) / 1_000;
        let since = Duration::from_secs(u64::try_from(seconds).unwrap());
        let date = httpdate::fmt_http_date(std::time::UNIX_EPOCH + since);
        let now = clock.monotonic_ms();
        server.observe(Sighting {
            date: &date,
            sent_ms: now,
            received_ms: now,
        });
    }
    let error_ms = server.now_ms() - (clock.monotonic_ms() + offset_ms);
    assert!(error_ms.abs() <= 40, "off by {error_ms} ms");
}

#[test]
fn a_gateway_without_a_date_leaves_the_wall_in_charge() {
    let clock = ManualClock::at(SERVER_MS);
    let server = ServerClock::new(Arc::new(clock.clone()));
    server.observe(Sighting {
        date: "not a date",
        sent_ms: 0,
        received_ms: 0,
    });
    assert!(server.needs_anchor());
    server.trust_wall();
    assert!(!server.needs_anchor());
    assert_eq!((server.now_ms(), server.skew_ms()), (SERVER_MS, None));
}

#[test]
fn reanchoring_believes_the_latest_answer_alone() {
    let (clock, server) = learnt(0);
    let later = Sighting {
        date: "Tue, 14 Nov 2023 22:14:19 GMT",
        ..sighting(&clock, 0)
    };
    server.reanchor(later);
    assert_eq!(server.now_ms(), SERVER_MS + 60_500);
}
