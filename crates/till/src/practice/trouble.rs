//! Troubles that can be practised.

use super::hand;
use super::payout::messages;
use crate::{Till, TillError};
use contract::event::TillEvent;
use contract::practice::{PracticeTrouble, PracticeTroubleRequest, PracticeView};
use simulator::{Fault, FaultRule, Hand, InstalmentCall, Scope};

/// How long "too many requests" lasts.
const TOO_MANY_SECONDS: u32 = 30;
/// A status word nobody knows.
const ODD_STATUS: &str = "under_review";

const ALL: [PracticeTrouble; 20] = [
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
    PracticeTrouble::StrangeLink,
    PracticeTrouble::InstalmentLimit,
    PracticeTrouble::InstalmentDenied,
    PracticeTrouble::LostRefundAnswer,
    PracticeTrouble::LostPayoutAnswer,
    PracticeTrouble::LostPayoutRequest,
    PracticeTrouble::LostCodeAnswer,
    PracticeTrouble::AddressNotListed,
    PracticeTrouble::LowBalance,
    PracticeTrouble::PayoutRepeatedWrong,
];

/// The troubles that wait or last.
///
/// # Errors
/// `not_practice`.
pub async fn get(till: &Till) -> Result<PracticeView, TillError> {
    std::future::ready(hand(till).map(|hand| view(till, &hand))).await
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
    let practice = view(till, &hand);
    till.moments.is_new_practice(&practice);
    till.events.send(TillEvent::Practice {
        practice: practice.clone(),
    });
    std::future::ready(Ok(practice)).await
}

/// A trouble that strikes once is over then, and the bank sends messages: everybody is told.
pub(crate) fn tell_if_changed(till: &Till) {
    let Ok(hand) = hand(till) else { return };
    let practice = view(till, &hand);
    if till.moments.is_new_practice(&practice) {
        till.events.send(TillEvent::Practice { practice });
    }
}

fn view(till: &Till, hand: &Hand) -> PracticeView {
    PracticeView {
        troubles: on(&hand.faults()),
        messages: messages(till, hand),
    }
}

fn on(rules: &[FaultRule]) -> Vec<PracticeTrouble> {
    let is_on = |trouble: &PracticeTrouble| rules.iter().any(|armed| is_same(armed, &rule(*trouble)));
    ALL.into_iter().filter(is_on).collect()
}

/// The next instalment payment is refused with this word.
fn refused(result: &str) -> FaultRule {
    FaultRule::once(Fault::ForceResult {
        result: result.to_owned(),
        after_effect: false,
    })
    .only(Scope::Instalment(InstalmentCall::Create))
}

/// The next payout is refused with this status.
fn refused_payout(status: u16) -> FaultRule {
    FaultRule::once(Fault::Refuse { status }).only(Scope::PayoutCreate)
}

/// Values such as the seconds left change while a trouble lasts; a forced word tells two troubles apart.
fn is_same(a: &FaultRule, b: &FaultRule) -> bool {
    let is_same_fault = match (&a.fault, &b.fault) {
        (Fault::ForceResult { result: a, .. }, Fault::ForceResult { result: b, .. }) => a == b,
        (Fault::Refuse { status: a }, Fault::Refuse { status: b }) => a == b,
        (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
    };
    is_same_fault && a.only == b.only
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
        PracticeTrouble::StrangeLink => FaultRule::once(Fault::QrOfStrangeHost),
        PracticeTrouble::InstalmentLimit => refused("AMOUNT_EXCEEDED_UPPER_LIMIT"),
        PracticeTrouble::InstalmentDenied => refused("ACCESS_DENIED"),
        PracticeTrouble::LostRefundAnswer => {
            FaultRule::once(Fault::LostAnswer).only(Scope::Instalment(InstalmentCall::Refund))
        }
        PracticeTrouble::LostPayoutAnswer => FaultRule::once(Fault::LostAnswer).only(Scope::PayoutCreate),
        PracticeTrouble::LostPayoutRequest => FaultRule::once(Fault::Reset).only(Scope::PayoutCreate),
        PracticeTrouble::LostCodeAnswer => FaultRule::once(Fault::LostAnswer).only(Scope::PayoutCode),
        PracticeTrouble::AddressNotListed => refused_payout(403),
        PracticeTrouble::LowBalance => refused_payout(422),
        PracticeTrouble::PayoutRepeatedWrong => FaultRule::once(Fault::OtherPayoutAmount),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_is_seen_once_it_is_on() {
        for trouble in ALL {
            assert_eq!(on(&[rule(trouble)]), [trouble]);
        }
    }
}
