//! Threads that own a connection and do jobs in turn, so that no caller's thread ever waits for the disk.

use crate::StoreError;
use rusqlite::{Connection, InterruptHandle};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::oneshot;

const INTERRUPT_EVERY: Duration = Duration::from_millis(2);

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// What becomes of unfinished work when the last handle is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Farewell {
    /// It is finished: it may be a decision about money.
    Finish,
    /// It is cut short: nobody waits for a read any more.
    Interrupt,
}

/// One queue and the threads that serve it.
pub(crate) struct Workers {
    queue: Option<Sender<Job>>,
    interrupts: Vec<InterruptHandle>,
    threads: Vec<JoinHandle<()>>,
}

impl Workers {
    /// Starts one thread for each connection.
    pub(crate) fn start(
        name: &str,
        connections: Vec<Connection>,
        farewell: Farewell,
    ) -> Result<Self, StoreError> {
        let (queue, jobs) = channel();
        let interrupts = match farewell {
            Farewell::Finish => Vec::new(),
            Farewell::Interrupt => connections.iter().map(Connection::get_interrupt_handle).collect(),
        };
        let jobs = Arc::new(Mutex::new(jobs));
        let threads = connections
            .into_iter()
            .map(|connection| {
                let jobs = Arc::clone(&jobs);
                std::thread::Builder::new()
                    .name(name.to_owned())
                    .spawn(move || serve(connection, &jobs))
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            queue: Some(queue),
            interrupts,
            threads,
        })
    }

    /// Runs a job. It runs to its end even if the caller stops waiting.
    pub(crate) async fn run<T, J>(&self, job: J) -> Result<T, StoreError>
    where
        T: Send + 'static,
        J: FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            // The caller may have gone; the work is done all the same.
            let _ = reply.send(job(connection));
        });
        let stopped = || StoreError::failed("the store has stopped");
        let queue = self.queue.as_ref().ok_or_else(stopped)?;
        queue.send(job).map_err(|_| stopped())?;
        answer.await.map_err(|_| stopped())?
    }
}

fn serve(mut connection: Connection, jobs: &Mutex<Receiver<Job>>) {
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = next else { return };
        job(&mut connection);
    }
}

impl std::fmt::Debug for Workers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workers")
            .field("threads", &self.threads)
            .finish_non_exhaustive()
    }
}

impl Drop for Workers {
    /// Ends what is queued and closes the connections.
    fn drop(&mut self) {
        self.queue = None;
        // An interrupt reaches only what runs at that moment, so it is repeated until the queue is through.
        while !self.interrupts.is_empty() && self.threads.iter().any(|thread| !thread.is_finished()) {
            self.interrupts.iter().for_each(InterruptHandle::interrupt);
            std::thread::sleep(INTERRUPT_EVERY);
        }
        for thread in self.threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a store thread ended by a panic");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Duration;
    use crate::test_support::{Shop, T0, WORLD, sale_id};
    use std::time::Instant;

    #[tokio::test]
    async fn a_write_happens_though_its_caller_has_gone() {
        let shop = Shop::open().await;
        let write = shop.store.open_sale(sale_id(2), WORLD, String::new(), T0);
        let _ = tokio::time::timeout(Duration::ZERO, write).await;
        let next = shop
            .store
            .open_sale(sale_id(3), WORLD, String::new(), T0)
            .await
            .unwrap();
        assert_eq!(next.number, 3);
    }

    #[tokio::test]
    async fn a_long_read_does_not_hold_up_the_end() {
        let shop = Shop::open().await;
        let endless = shop.store.read(|db| {
            let sql =
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
            Ok(db.query_row(sql, [], |row| row.get::<_, i64>(0))?)
        });
        assert!(
            tokio::time::timeout(Duration::from_millis(50), endless)
                .await
                .is_err()
        );
        let started = Instant::now();
        drop(shop);
        assert!(started.elapsed() < Duration::from_secs(2));
    }
}
