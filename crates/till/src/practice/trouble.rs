//! Troubles that can be practised.

use super::hand;
use crate::{Till, TillError};
use contract::event::TillEvent;
use contract::practice::{PracticeTrouble, PracticeTroubleRequest, PracticeView};
use simulator::{Fault, FaultRule, Scope};

/// How long "too many requests" lasts.
const TOO_MANY_SECONDS: u32 = 30;
/// A status word nobody knows.
const ODD_STATUS: &str = "under_review";

const ALL: [PracticeTrouble; 10] = [
    PracticeTrouble::NoNetwork,
    PracticeTrouble::LostAnswer,
    PracticeTrouble::GatewayDown,
    PracticeTrouble::CaptivePortal,
    PracticeTrouble::TooManyRequests,
    PracticeTrouble::WrongAmount,
    PracticeTrouble::WrongAccount,
    PracticeTrouble::WrongCrc,
    PracticeTrouble::ImageAddress,
    PracticeTrouble::UnknownStatus,
];

/// The troubles that wait or last.
///
/// # Errors
/// `not_practice`.
pub async fn get(till: &Till) -> Result<PracticeView, TillError> {
    std::future::ready(hand(till).map(|hand| view(&hand.faults()))).await
}

/// Switches one trouble on or off.
///
/// # Errors
/// `not_practice`.
pub async fn trouble(till: &Till, request: PracticeTroubleRequest) -> Result<PracticeView, TillError> {
    let hand = hand(till)?;
    let mut rules = hand.faults();
    let wanted = rule(request.trouble);
    rules.retain(|rule| !is_same(rule, &wanted));
    if request.is_on {
        rules.push(wanted);
    }
    hand.set_faults(rules);
    till.wake.ring();
    let practice = view(&hand.faults());
    till.events.send(TillEvent::Practice {
        practice: practice.clone(),
    });
    std::future::ready(Ok(practice)).await
}

fn view(rules: &[FaultRule]) -> PracticeView {
    let is_on = |trouble: &PracticeTrouble| rules.iter().any(|armed| is_same(armed, &rule(*trouble)));
    PracticeView {
        troubles: ALL.into_iter().filter(is_on).collect(),
    }
}

fn is_same(a: &FaultRule, b: &FaultRule) -> bool {
    std::mem::discriminant(&a.fault) == std::mem::discriminant(&b.fault)
}

fn rule(trouble: PracticeTrouble) -> FaultRule {
    match trouble {
        PracticeTrouble::NoNetwork => FaultRule::always(Fault::Offline),
        PracticeTrouble::LostAnswer => FaultRule::once(Fault::LostAnswer).only(Scope::PaymentCreate),
        PracticeTrouble::GatewayDown => FaultRule::always(Fault::ServerError),
        PracticeTrouble::CaptivePortal => FaultRule::always(Fault::CaptivePortal),
        PracticeTrouble::TooManyRequests => FaultRule::once(Fault::RateLimited {
            seconds: TOO_MANY_SECONDS,
        }),
        PracticeTrouble::WrongAmount => FaultRule::once(Fault::WrongAmountInQr),
        PracticeTrouble::WrongAccount => FaultRule::once(Fault::WrongAccountInQr),
        PracticeTrouble::WrongCrc => FaultRule::once(Fault::WrongCrcInQr),
        PracticeTrouble::ImageAddress => FaultRule::once(Fault::QrAsImageAddress),
        PracticeTrouble::UnknownStatus => FaultRule::always(Fault::UnknownStatus {
            word: ODD_STATUS.to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_is_seen_once_it_is_on() {
        for trouble in ALL {
            assert_eq!(view(&[rule(trouble)]).troubles, [trouble]);
        }
    }
}
