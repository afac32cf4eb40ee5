//! Turns the HTTP library's errors into failures. What matters most is whether the request may have
//! left: only errors of connecting are certain not to have sent it.

use std::error::Error;
use std::io;

use crate::failure::{Certainty, Code, Failure};

/// The failure that an error of sending or reading stands for.
pub(super) fn failure_of(error: &reqwest::Error) -> Failure {
    if error.is_builder() {
        return Failure::not_sent(Code::BadRequest, "the request could not be built");
    }
    let certainty = if error.is_connect() {
        Certainty::NotSent
    } else {
        Certainty::Unknown
    };
    let (code, detail) = cause_of(error, certainty);
    Failure::new(code, certainty, detail)
}

fn cause_of(error: &reqwest::Error, certainty: Certainty) -> (Code, &'static str) {
    if error.is_timeout() {
        return (Code::Timeout, "no answer in time");
    }
    if certainty == Certainty::Unknown {
        return (
            Code::ConnectionLost,
            "the connection broke before the answer was read",
        );
    }
    if error.is_dns() || any_cause(error, &|cause| cause.to_string().contains("dns error")) {
        return (Code::Dns, "the name could not be resolved");
    }
    if any_cause(error, &|cause| cause.is::<rustls::Error>()) {
        return (Code::Tls, "no trusted encrypted connection");
    }
    if any_cause(error, &|cause| io_kind(cause).is_some_and(is_refusal)) {
        return (Code::Unreachable, "the connection was refused");
    }
    (Code::NoNetwork, "no connection")
}

const fn is_refusal(kind: io::ErrorKind) -> bool {
    matches!(
        kind,
        io::ErrorKind::ConnectionRefused | io::ErrorKind::ConnectionReset
    )
}

fn io_kind(cause: &(dyn Error + 'static)) -> Option<io::ErrorKind> {
    cause.downcast_ref::<io::Error>().map(io::Error::kind)
}

/// Whether any error in the chain fits; an I/O error hides what it wraps from `source`.
fn any_cause(error: &(dyn Error + 'static), fits: &dyn Fn(&(dyn Error + 'static)) -> bool) -> bool {
    let wrapped = error
        .downcast_ref::<io::Error>()
        .and_then(io::Error::get_ref)
        .map(|inner| -> &(dyn Error + 'static) { inner });
    fits(error)
        || wrapped.is_some_and(|inner| any_cause(inner, fits))
        || error.source().is_some_and(|source| any_cause(source, fits))
}
