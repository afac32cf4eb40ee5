//! The shop's own limits for instalments. The gateway has its own; its refusal is told when it comes.

use super::settings::Stored;
use contract::{ErrorBody, ErrorCode};
use dong::Dong;

/// Why an amount is not offered.
pub(super) fn problem(settings: &Stored, amount: Dong) -> Option<ErrorBody> {
    match (settings.minimum, settings.maximum) {
        (Some(least), _) if amount < least => {
            Some(ErrorBody::of(ErrorCode::AmountBelowMinimum).with("minimum", least.get()))
        }
        (_, Some(most)) if amount > most => {
            Some(ErrorBody::of(ErrorCode::AmountAboveMaximum).with("maximum", most.get()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_themselves_are_allowed() {
        let settings = Stored {
            minimum: Some(Dong::new(100)),
            maximum: Some(Dong::new(200)),
            ..Stored::default()
        };
        let code = |amount| problem(&settings, Dong::new(amount)).map(|body| body.code);
        assert_eq!(code(99), Some(ErrorCode::AmountBelowMinimum));
        assert_eq!([code(100), code(200)], [None, None]);
        assert_eq!(code(201), Some(ErrorCode::AmountAboveMaximum));
        assert_eq!(problem(&Stored::default(), Dong::new(1)), None);
    }
}
