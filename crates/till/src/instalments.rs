//! Instalment payments: their form, their plans, and the steps that a shop takes on them.

mod body;
mod cancel;
mod confirm_first_part;
mod create;
mod form;
pub(crate) mod heard;
pub mod keys;
mod limits;
mod offers;
mod plans;
mod read;
mod refund;
pub mod settings;
mod view;

pub use cancel::cancel;
pub use confirm_first_part::confirm_first_part;
pub use create::create;
pub use form::form;
pub use plans::plans;
pub use read::read;
pub use refund::refund;

pub(crate) use offers::Offers;
pub(crate) use view::{said, step as step_view, view};

use crate::{Till, TillError};
use contract::settings::Language;
use contract::{ErrorBody, ErrorCode};
use fundiin::InvalidField;
use fundiin::values::Lang;
use gateway::Code;

/// A field that cannot be sent, as the page is told.
pub(crate) fn refused_field(invalid: &InvalidField) -> TillError {
    let body = ErrorBody::of(ErrorCode::InstalmentFieldRefused)
        .with("field", &invalid.field)
        .with("reason", invalid.code());
    TillError::Refused(body)
}

/// A call that failed outside the journal, with the gateway's word when it said one.
pub(crate) fn refused_call(error: fundiin::CallError) -> TillError {
    match error.said {
        Some(told) => {
            let words = said(told.status.as_str(), &told.message);
            let mut body = crate::error::failure_body(&error.failure)
                .with("result", words.result)
                .with("message", words.message);
            // A wait is a wait, whatever is said with it.
            if error.failure.code != Code::RateLimited {
                body.code = ErrorCode::InstalmentRefused;
            }
            TillError::Refused(body)
        }
        None => error.failure.into(),
    }
}

/// Words of the gateway are cut to this many characters.
const MOST_MESSAGE_CHARS: usize = 300;

/// The language the gateway is asked to answer in.
pub(crate) fn lang(till: &Till) -> Lang {
    match till.settings().language {
        Language::Vi => Lang::Vi,
        Language::En => Lang::En,
    }
}
