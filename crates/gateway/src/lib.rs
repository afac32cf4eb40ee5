//! What both gateway clients share: the transport, the server clock, the rate budget, the repeat
//! policy and [`Failure`]. It knows no provider, no product and no database. The only user of
//! `reqwest` and the only home of the system's clock.

pub mod answer;
pub mod base_url;
pub mod clock;
pub mod failure;
pub mod line;
pub mod rate;
pub mod redact;
pub mod repeat;
pub mod secret;
pub mod server_clock;
pub mod transport;

pub use answer::Answer;
pub use base_url::{AllowHttp, BaseUrl};
pub use clock::{Clock, SystemClock};
pub use failure::{Certainty, Code, Failure};
pub use line::{Attempt, ClockReading, Line};
pub use rate::{Priority, RateBudget};
pub use secret::SecretText;
pub use server_clock::{ServerClock, SkewLevel};
pub use transport::{HttpTransport, Method, RawAnswer, Request, Transport};
