//! HTTP on loopback: listening, breaking connections, the log, and the hand's own addresses.

mod control;
mod control_instalments;
mod control_invoices;
mod control_payouts;
mod courier;
mod dispatch;
mod instalments;
mod line;
mod listener;
mod log;
mod open;
mod reply;

pub use log::LoggedRequest;
pub(crate) use log::RequestLog;

use std::sync::Arc;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::shared::Shared;
use line::Line;
use listener::Loopback;

/// Serves until `stopped` fires or its sender is gone.
pub(crate) async fn run(socket: TcpListener, shared: Arc<Shared>, stopped: oneshot::Receiver<()>) {
    let listener = Loopback::new(socket, Arc::clone(&shared));
    let courier = courier::run(Arc::clone(&shared));
    let router = Router::new().fallback(dispatch::serve).with_state(shared);
    let service = router.into_make_service_with_connect_info::<Line>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        let _ = stopped.await;
    });
    let served = tokio::select! {
        served = serving => served,
        () = courier => Ok(()),
    };
    if let Err(error) = served {
        tracing::error!(%error, "the simulator stopped serving");
    }
}
