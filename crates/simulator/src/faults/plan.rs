//! What the armed rules mean for one request.

use std::time::Duration;

use super::rule::Fault;

/// Something other than the usual answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Break {
    ResetBeforeEffect,
    ResetAfterEffect,
    RefuseBeforeEffect(u16),
    ServerErrorAfterEffect,
    CaptivePortal,
}

/// What is wrong with a new payment's QR.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum QrFault {
    Amount,
    Account,
    Crc,
    ImageAddress,
}

/// What is wrong with a new instalment payment's link and QR.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkFault {
    StrangeHost,
    NotHttps,
}

/// A `resultStatus` that stands in for the true one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ForcedResult {
    pub(crate) result: String,
    pub(crate) after_effect: bool,
}

/// The faults of one request, together.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) latency: Duration,
    pub(crate) broken: Option<Break>,
    pub(crate) penalty_seconds: Option<u32>,
    pub(crate) skew_seconds: i64,
    pub(crate) status_word: Option<String>,
    pub(crate) qr: Option<QrFault>,
    pub(crate) link: Option<LinkFault>,
    pub(crate) is_other_amount: bool,
    pub(crate) forced_result: Option<ForcedResult>,
}

impl Plan {
    pub(crate) fn add(&mut self, fault: &Fault) {
        match fault {
            Fault::Latency { ms } => self.latency = self.latency.saturating_add(Duration::from_millis(*ms)),
            Fault::LostAnswer => self.breaks(Break::ResetAfterEffect),
            Fault::Reset | Fault::Offline => self.breaks(Break::ResetBeforeEffect),
            Fault::RateLimited { seconds } => self.penalty_seconds = Some(*seconds),
            Fault::ServerError => self.breaks(Break::RefuseBeforeEffect(500)),
            Fault::ServerErrorAfterEffect => self.breaks(Break::ServerErrorAfterEffect),
            Fault::Refuse { status } => self.breaks(Break::RefuseBeforeEffect(*status)),
            Fault::CaptivePortal => self.breaks(Break::CaptivePortal),
            Fault::WrongAmountInQr => self.qr = Some(QrFault::Amount),
            Fault::WrongAccountInQr => self.qr = Some(QrFault::Account),
            Fault::WrongCrcInQr => self.qr = Some(QrFault::Crc),
            Fault::QrAsImageAddress => self.qr = Some(QrFault::ImageAddress),
            Fault::OtherPayoutAmount => self.is_other_amount = true,
            Fault::QrOfStrangeHost => self.link = Some(LinkFault::StrangeHost),
            Fault::QrNotHttps => self.link = Some(LinkFault::NotHttps),
            Fault::ForceResult { result, after_effect } => {
                let (result, after_effect) = (result.clone(), *after_effect);
                self.forced_result
                    .get_or_insert(ForcedResult { result, after_effect });
            }
            Fault::ClockSkew { seconds } => self.skew_seconds = self.skew_seconds.saturating_add(*seconds),
            Fault::UnknownStatus { word } => self.status_word = Some(word.clone()),
        }
    }

    /// The first rule wins when several would break the same request.
    fn breaks(&mut self, how: Break) {
        self.broken.get_or_insert(how);
    }
}
