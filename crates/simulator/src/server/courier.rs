//! Posts Fundiin's notifications to the merchant's address, again and again until one 2xx comes (contract §8).
//! Speaks plain HTTP and to loopback only: it must never carry a practice payment out of this machine.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep_until, timeout};

use crate::assumptions::fundiin::{NOTICE_FIRST_WAIT_MS, NOTICE_TRIES};
use crate::books::Notice;
use crate::fundiin::{Setting, catch_up, sign};
use crate::shared::Shared;

const LONGEST_POST: Duration = Duration::from_secs(5);
/// How often it is looked whether a payment's time has run out.
const ROUND: Duration = Duration::from_secs(1);
const LONGEST_ANSWER_BYTES: u64 = 1_000;

struct Target {
    address: SocketAddr,
    path: String,
}

struct Parcel {
    notice: Notice,
    tries: u32,
    due: Instant,
}

/// Delivers until the simulator stops; without an address on loopback it waits for ever.
pub(super) async fn run(shared: Arc<Shared>) {
    let target = shared.fundiin_notify_url.as_deref().and_then(Target::of);
    let Some(target) = target else {
        if shared.fundiin_notify_url.is_some() {
            tracing::error!("notifications go to http:// on loopback only; they are kept");
        }
        return std::future::pending().await;
    };
    let mut seen = shared.books().instalments.notices.written();
    let mut parcels: Vec<Parcel> = Vec::new();
    loop {
        let next = parcels.iter().map(|parcel| parcel.due).min();
        let wake = Instant::now().checked_add(ROUND).unwrap_or_else(Instant::now);
        tokio::select! {
            () = shared.courier.notified() => {}
            () = sleep_until(next.map_or(wake, |next| next.min(wake))) => {}
        }
        parcels.extend(pick_up(&shared, &mut seen));
        let now = Instant::now();
        for mut parcel in std::mem::take(&mut parcels) {
            if parcel.due <= now && !deliver(&shared, &target, &mut parcel).await {
                parcels.extend((parcel.tries < NOTICE_TRIES).then_some(parcel));
            } else if parcel.due > now {
                parcels.push(parcel);
            }
        }
    }
}

fn pick_up(shared: &Shared, seen: &mut u64) -> Vec<Parcel> {
    let setting = Setting::of(shared);
    let mut books = shared.books();
    catch_up(&mut books.instalments, &setting);
    let notices = &books.instalments.notices;
    let is_new = |notice: &&Notice| notice.number > *seen;
    let new = notices
        .rows()
        .iter()
        .filter(is_new)
        .cloned()
        .map(|notice| Parcel {
            notice,
            tries: 0,
            due: Instant::now(),
        });
    let new = new.collect();
    *seen = notices.written();
    new
}

/// One try; false when it has to be tried again.
async fn deliver(shared: &Shared, target: &Target, parcel: &mut Parcel) -> bool {
    let status = timeout(LONGEST_POST, post(shared, target, &parcel.notice.body)).await;
    let status = status.ok().and_then(Result::ok).flatten();
    if let Some(status) = status.filter(|status| (200..300).contains(status)) {
        let number = parcel.notice.number;
        shared.change_books(|books| books.instalments.notices.acknowledge(number, status));
        return true;
    }
    tracing::debug!(status, "a notification was not acknowledged");
    let wait_ms = NOTICE_FIRST_WAIT_MS.saturating_mul(1 << parcel.tries.min(16));
    parcel.tries = parcel.tries.saturating_add(1);
    parcel.due = Instant::now()
        .checked_add(Duration::from_millis(wait_ms))
        .unwrap_or(parcel.due);
    false
}

async fn post(shared: &Shared, target: &Target, body: &str) -> std::io::Result<Option<u16>> {
    let credentials = &shared.fundiin_credentials;
    let head = format!(
        "POST {} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: application/json; charset=UTF-8\r\n\
         Client-Id: {}\r\nSignature: {}\r\nContent-Length: {}\r\n\r\n",
        target.path,
        target.address,
        credentials.client_id,
        sign(&credentials.secret, body.as_bytes()),
        body.len(),
    );
    let mut stream = TcpStream::connect(target.address).await?;
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.take(LONGEST_ANSWER_BYTES).read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer);
    Ok(answer.split(' ').nth(1).and_then(|word| word.parse().ok()))
}

impl Target {
    fn of(url: &str) -> Option<Self> {
        let rest = url.strip_prefix("http://")?;
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (host, port) = authority.rsplit_once(':').unwrap_or((authority, "80"));
        let address: IpAddr = if host == "localhost" {
            "127.0.0.1"
        } else {
            host.trim_matches(['[', ']'])
        }
        .parse()
        .ok()
        .filter(IpAddr::is_loopback)?;
        let is_plain = path.bytes().all(|byte| byte.is_ascii_graphic());
        is_plain.then_some(Self {
            address: SocketAddr::new(address, port.parse().ok()?),
            path: format!("/{path}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_is_a_target() {
        let target = Target::of("http://localhost:8080/fundiin/notify?x=1").unwrap();
        assert_eq!(target.address, "127.0.0.1:8080".parse().unwrap());
        assert_eq!(target.path, "/fundiin/notify?x=1");
        assert_eq!(
            Target::of("http://[::1]:81").unwrap().address,
            "[::1]:81".parse().unwrap()
        );
        for bad in [
            "https://127.0.0.1/",
            "http://10.0.0.1/",
            "http://example.com/",
            "http://127.0.0.1:80/a b",
            "",
        ] {
            assert!(Target::of(bad).is_none(), "{bad}");
        }
    }
}
