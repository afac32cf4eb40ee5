//! Stored words for domain enums that have none of their own.

use domain::QrState;

pub(crate) const fn qr_state(state: QrState) -> &'static str {
    match state {
        QrState::None => "none",
        QrState::Shown => "shown",
        QrState::NewAccount => "new_account",
        QrState::Refused => "refused",
    }
}

pub(crate) fn read_qr_state(word: &str) -> Option<QrState> {
    [
        QrState::None,
        QrState::Shown,
        QrState::NewAccount,
        QrState::Refused,
    ]
    .into_iter()
    .find(|known| qr_state(*known) == word)
}
