//! Why the gateway refused something about a payout, in our codes.

use crate::error::gateway_code;
use contract::{ErrorBody, ErrorCode};
use domain::{Said, text};
use gateway::{Code, Failure};
use std::net::IpAddr;

/// The gateway's words are cut to this many characters.
const MOST_CHARS: usize = 200;

/// The page's code for a refusal: a 403 is about this machine's address, and about nothing else (payout page, "IP whitelist").
pub(crate) const fn reason_of(failure: &Failure) -> ErrorCode {
    match failure.code {
        Code::ForbiddenIp => ErrorCode::AddressNotListed,
        other => gateway_code(other),
    }
}

/// The gateway's words, kept with the refusal; none when no answer came.
pub(crate) fn said_of(failure: &Failure) -> Option<Said> {
    let status = failure.http_status?;
    Some(Said {
        result: status.to_string(),
        message: text::clean(&failure.detail, MOST_CHARS),
    })
}

/// An error with what the gateway said: its words, its HTTP status, and this machine's address if it names one. Nobody else is asked for
/// the address.
pub(super) fn body(code: ErrorCode, said: Option<&Said>) -> ErrorBody {
    let Some(said) = said else {
        return ErrorBody::of(code);
    };
    let mut body = ErrorBody::of(code).with("status", &said.result);
    if !said.message.is_empty() {
        body = body.with("message", &said.message);
    }
    match address_in(&said.message).filter(|_| code == ErrorCode::AddressNotListed) {
        Some(address) => body.with("address", address),
        None => body,
    }
}

/// A failed question about a payout, as the page is told.
pub(crate) fn failure_body(failure: &Failure) -> ErrorBody {
    let mut told = crate::error::failure_body(failure);
    let reason = body(reason_of(failure), said_of(failure).as_ref());
    told.code = reason.code;
    told.params.extend(reason.params);
    told
}

fn address_in(message: &str) -> Option<IpAddr> {
    let is_part = |letter: char| letter.is_ascii_hexdigit() || matches!(letter, '.' | ':');
    message
        .split(|letter: char| !is_part(letter))
        .map(|word| {
            word.trim_matches(|letter| matches!(letter, '.'))
                .trim_end_matches(':')
        })
        .find_map(|word| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_from_the_gateways_words_only() {
        let address = |message: &str| address_in(message).map(|address| address.to_string());
        assert_eq!(
            address("IP 113.161.72.9 is not allowed.").as_deref(),
            Some("113.161.72.9")
        );
        assert_eq!(address("IP: 2405:4802::1.").as_deref(), Some("2405:4802::1"));
        assert_eq!(address("Forbidden 403, retry after 30"), None);
        assert_eq!(address("1.2.3"), None);
    }

    #[test]
    fn a_403_names_the_list_and_other_refusals_their_words() {
        let failure = Failure::of_status(403, "IP 113.161.72.9 not whitelisted");
        let said = said_of(&failure);
        let told = body(reason_of(&failure), said.as_ref());
        assert_eq!(told.code, ErrorCode::AddressNotListed);
        assert_eq!(
            told.params.get("address").map(String::as_str),
            Some("113.161.72.9")
        );
        let failure = Failure::of_status(422, "Số dư không đủ");
        let told = body(reason_of(&failure), said_of(&failure).as_ref());
        assert_eq!(told.code, ErrorCode::RefusedContent);
        assert_eq!(
            told.params.get("message").map(String::as_str),
            Some("Số dư không đủ")
        );
    }
}
