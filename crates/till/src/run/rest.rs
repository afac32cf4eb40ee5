//! Resting between two pieces of work.

use crate::Till;
use std::time::Duration;
use tokio::sync::watch::Receiver;

/// Rests that long, or until the bell rings.
pub(super) async fn rest(till: &Till, bell: &mut Receiver<()>, longest: Duration) {
    if longest == Duration::MAX {
        let _rung = bell.changed().await;
        return;
    }
    tokio::select! {
        () = till.clock.sleep(longest) => {}
        _ = bell.changed() => {}
    }
}
