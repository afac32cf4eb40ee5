//! The listening socket, which goes away while the simulator plays "no network" and comes back on the same port.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::Listener;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::line::{self, Wire};
use crate::shared::Shared;

const RETRY: Duration = Duration::from_millis(50);

/// 127.0.0.1, open or dark.
pub(crate) struct Loopback {
    socket: Option<TcpListener>,
    darkness: watch::Receiver<bool>,
    shared: Arc<Shared>,
}

impl Loopback {
    pub(crate) fn new(socket: TcpListener, shared: Arc<Shared>) -> Self {
        Self {
            socket: Some(socket),
            darkness: shared.darkness(),
            shared,
        }
    }

    async fn open(&self) -> io::Result<TcpListener> {
        if let Some(socket) = self.shared.take_reopened() {
            socket.set_nonblocking(true)?;
            return TcpListener::from_std(socket);
        }
        TcpListener::bind(self.shared.address).await
    }
}

impl Listener for Loopback {
    type Io = Wire;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Wire, SocketAddr) {
        loop {
            if *self.darkness.borrow_and_update() {
                self.socket = None;
                if self.darkness.changed().await.is_err() {
                    std::future::pending::<()>().await;
                }
                continue;
            }
            let Some(socket) = &self.socket else {
                match self.open().await {
                    Ok(socket) => self.socket = Some(socket),
                    Err(error) => {
                        tracing::warn!(%error, "the port is not free again yet");
                        tokio::time::sleep(RETRY).await;
                    }
                }
                continue;
            };
            let arrived = tokio::select! {
                arrived = socket.accept() => arrived,
                _ = self.darkness.changed() => continue,
            };
            match arrived {
                Ok((stream, _)) if self.shared.drops_arrival() => line::reset(&stream),
                Ok((stream, peer)) => {
                    let _ = stream.set_nodelay(true);
                    return (Wire::new(stream), peer);
                }
                Err(error) => {
                    tracing::debug!(%error, "a connection was lost on arrival");
                    tokio::time::sleep(RETRY).await;
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.shared.address)
    }
}
