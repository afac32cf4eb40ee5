//! A transport that plays a script and remembers what it was asked to send.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use futures_util::future::{BoxFuture, FutureExt, ready};
use gateway::{Code, Failure, RawAnswer, Request, Transport};

type Play = Box<dyn FnMut(&Request) -> Result<RawAnswer, Failure> + Send>;

/// Plays answers in order, or computes them; after the script's end every call fails as not sent.
pub struct ScriptedTransport {
    play: Mutex<Play>,
    requests: Mutex<Vec<Request>>,
}

impl ScriptedTransport {
    /// Plays `script` in order.
    #[must_use]
    pub fn playing(script: impl IntoIterator<Item = Result<RawAnswer, Failure>>) -> Self {
        let mut script: VecDeque<_> = script.into_iter().collect();
        Self::answering(move |_| {
            script
                .pop_front()
                .unwrap_or_else(|| Err(Failure::not_sent(Code::NoNetwork, "the script has ended")))
        })
    }

    /// Computes each answer from its request.
    #[must_use]
    pub fn answering(play: impl FnMut(&Request) -> Result<RawAnswer, Failure> + Send + 'static) -> Self {
        Self {
            play: Mutex::new(Box::new(play)),
            requests: Mutex::new(Vec::new()),
        }
    }

    /// Everything that was sent so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        locked(&self.requests).clone()
    }

    /// A JSON answer without a `Date`.
    #[must_use]
    pub fn json(status: u16, body: &str) -> RawAnswer {
        RawAnswer {
            status,
            content_type: Some("application/json".to_owned()),
            body: body.as_bytes().to_vec(),
            ..RawAnswer::default()
        }
    }
}

impl Transport for ScriptedTransport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<RawAnswer, Failure>> {
        let answer = locked(&self.play)(&request);
        locked(&self.requests).push(request);
        ready(answer).boxed()
    }
}

impl fmt::Debug for ScriptedTransport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ScriptedTransport")
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
