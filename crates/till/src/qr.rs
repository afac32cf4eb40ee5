//! The QR guard at work: from the gateway's text to what may be shown, and why not.

use contract::ErrorCode;
use contract::qr::{QrDrawing, QrMeaning, QrProblem, QrView};
use domain::{QrState, mask, text};
use dong::Dong;
use vietqr::VietQr;
use vietqr::guard::{self, Caution, Checked, Receiver, Refusal};

/// Names on screens are cut to this many characters.
const MOST_NAME_CHARS: usize = 60;

/// What the guard decided about one text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decision {
    /// What may be shown.
    pub(crate) state: QrState,
    /// The stable word of a refusal or caution.
    pub(crate) problem: Option<ErrorCode>,
}

/// Reads a gateway's QR text and compares it with what was asked (`None`: a static code without an amount).
pub(crate) fn decide(text: Option<&str>, asked: Option<Dong>, receivers: &[Receiver]) -> Decision {
    let Some(text) = text else {
        return Decision {
            state: QrState::None,
            problem: Some(ErrorCode::QrMissing),
        };
    };
    match guard::check(text, asked, receivers) {
        Ok(checked) => accepted(&checked),
        Err(refusal) => Decision {
            state: QrState::Refused,
            problem: Some(refusal_code(&refusal)),
        },
    }
}

fn accepted(checked: &Checked) -> Decision {
    if checked.cautions().contains(&Caution::OtherPayee) {
        return Decision {
            state: QrState::Refused,
            problem: Some(ErrorCode::QrOtherScheme),
        };
    }
    let is_new = checked.new_account().is_some();
    let has_unknown_bank = checked
        .cautions()
        .iter()
        .any(|caution| matches!(caution, Caution::UnknownBank { .. }));
    Decision {
        state: if is_new {
            QrState::NewAccount
        } else {
            QrState::Shown
        },
        problem: match (is_new, has_unknown_bank) {
            (true, _) => Some(ErrorCode::QrNewAccount),
            (false, true) => Some(ErrorCode::QrUnknownBank),
            (false, false) => None,
        },
    }
}

const fn refusal_code(refusal: &Refusal) -> ErrorCode {
    match refusal {
        Refusal::ImageAddress => ErrorCode::QrImageAddress,
        Refusal::AmountMissing | Refusal::AmountDiffers { .. } => ErrorCode::QrWrongAmount,
        Refusal::Unreadable(error) => match error {
            vietqr::QrError::Crc(_) => ErrorCode::QrCrc,
            vietqr::QrError::OtherScheme(_) => ErrorCode::QrOtherScheme,
            _ => ErrorCode::QrBroken,
        },
        Refusal::TipOrFee => ErrorCode::QrBroken,
    }
}

/// The drawing of a text that passed. `None` when it does not fit a QR, which no checked text does.
pub(crate) fn drawing(text: &str) -> Option<QrDrawing> {
    let outline = vietqr::draw::outline(text).ok()?;
    Some(QrDrawing {
        side: outline.side,
        path: outline.path,
        text: text.to_owned(),
    })
}

/// What a text says, for people. `account_name` stands in where the text carries no name.
pub(crate) fn meaning_view(meaning: &VietQr, account_name: &str) -> QrMeaning {
    let number = meaning.account.as_str();
    let name = meaning.merchant_name.as_deref().unwrap_or(account_name);
    QrMeaning {
        bank_name: vietqr::banks::name(&meaning.bank_bin).map(str::to_owned),
        bank_bin: meaning.bank_bin.clone(),
        account_name: text::clean(name, MOST_NAME_CHARS),
        account_grouped: mask::grouped_in_fours(number),
        account_last_four: mask::last_four(number),
        amount: meaning.amount,
        memo: meaning
            .purpose
            .as_deref()
            .map(|memo| text::clean(memo, MOST_NAME_CHARS)),
    }
}

/// The QR as the page shows it, or why it does not.
pub(crate) fn views(
    state: QrState,
    problem: Option<ErrorCode>,
    text: Option<&str>,
    account_name: &str,
) -> (Option<QrView>, Option<QrProblem>) {
    let meaning = text
        .and_then(|text| VietQr::parse(text).ok())
        .map(|meaning| meaning_view(&meaning, account_name));
    if let (QrState::Shown, Some(text), Some(meaning)) = (state, text, meaning.clone())
        && let Some(drawing) = drawing(text)
    {
        return (
            Some(QrView {
                drawing,
                meaning,
                caution: problem,
            }),
            None,
        );
    }
    let shown = problem.map(|code| QrProblem {
        code,
        found: meaning,
        can_confirm: state == QrState::NewAccount,
    });
    (None, shown)
}
