//! Starting and stopping a simulator.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::config::{Config, FundiinCredentials};
use crate::hand::Hand;
use crate::server;
use crate::shared::Shared;

const LONGEST_GOODBYE: Duration = Duration::from_secs(2);

/// The way to start one.
#[derive(Debug, Clone, Copy)]
pub struct Simulator;

impl Simulator {
    /// Binds 127.0.0.1 and serves until [`Running::shutdown`] or until [`Running`] is dropped.
    /// Needs a tokio runtime with I/O and time.
    ///
    /// # Errors
    /// When the port is taken or the state file cannot be read.
    pub async fn start(config: Config) -> io::Result<Running> {
        let socket = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, config.port))).await?;
        let shared = Arc::new(Shared::new(config, socket.local_addr()?)?);
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(server::run(socket, Arc::clone(&shared), stopped));
        Ok(Running { shared, stop, task })
    }
}

/// A simulator that is serving.
pub struct Running {
    shared: Arc<Shared>,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Running {
    /// What a client takes as its base URL: `http://127.0.0.1:PORT/open`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}/open", self.shared.address)
    }

    /// What a Fundiin client takes as its base URL: `http://127.0.0.1:PORT/fundiin`, before `/v2/…`.
    #[must_use]
    pub fn fundiin_base_url(&self) -> String {
        format!("http://{}/fundiin", self.shared.address)
    }

    /// The merchant that may call the Fundiin half.
    #[must_use]
    pub fn fundiin_credentials(&self) -> &FundiinCredentials {
        &self.shared.fundiin_credentials
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.shared.address
    }

    /// The client id that may call.
    #[must_use]
    pub fn client_id(&self) -> &str {
        &self.shared.credentials.client_id
    }

    /// The secret that goes with it.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.shared.credentials.secret
    }

    /// A person's hand in this simulator.
    #[must_use]
    pub fn hand(&self) -> Hand {
        Hand::new(Arc::clone(&self.shared))
    }

    /// Stops listening and waits, up to two seconds, for answers under way.
    pub async fn shutdown(mut self) {
        let _ = self.stop.send(());
        if tokio::time::timeout(LONGEST_GOODBYE, &mut self.task)
            .await
            .is_err()
        {
            self.task.abort();
        }
    }

    /// Serves until the process ends.
    pub async fn forever(self) {
        let _ = self.task.await;
    }
}

impl std::fmt::Debug for Running {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Running")
            .field("base_url", &self.base_url())
            .finish_non_exhaustive()
    }
}
