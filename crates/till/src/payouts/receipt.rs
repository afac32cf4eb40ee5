//! A receipt of a payout on paper: what is certain about the money stands on it.

use super::of;
use super::read::in_words;
use crate::invoices::{file_stem, local, paper_size, pictures, typeset};
use crate::payments::write_file;
use crate::{Till, TillError, owner};
use contract::ErrorCode;
use contract::invoice::{PaperFormat, PaperView};
use contract::payout::{PayoutReceiptFileRequest, PayoutReceiptRequest};
use contract::qr::PictureView;
use contract::settings::Language;
use domain::{Environment, Payout, PayoutStanding, mask};
use paper::{Fact, Receipt, Shop};

/// Dots per inch of a picture that is sent.
const PICTURE_DPI: u16 = 160;

/// The receipt as pictures, the same that the printer gets.
///
/// # Errors
/// `owner_locked`; `payout_not_ready` for one whose code was not taken, or that failed; storage errors.
pub async fn receipt(till: &Till, request: PayoutReceiptRequest) -> Result<PaperView, TillError> {
    let receipt = compose(till, &request.payout_id).await?;
    let size = paper_size(request.size);
    typeset(move |press| {
        let print = press
            .receipt(&receipt, size)
            .map_err(|_| ErrorCode::PictureFailed)?;
        pictures(&print)
    })
    .await
}

/// Writes it into the person's pictures.
///
/// # Errors
/// As for [`receipt`]; `picture_failed`.
pub async fn save_receipt(till: &Till, request: PayoutReceiptFileRequest) -> Result<PictureView, TillError> {
    let receipt = compose(till, &request.payout_id).await?;
    let payout = of(till, &request.payout_id).await?;
    let size = paper_size(request.size);
    let is_pdf = matches!(request.format, PaperFormat::Pdf);
    let ending = if is_pdf { "pdf" } else { "png" };
    let name = format!("{}.{ending}", file_stem(&payout.reference));
    let bytes = typeset(move |press| {
        let print = press
            .receipt(&receipt, size)
            .map_err(|_| ErrorCode::PictureFailed)?;
        let bytes = if is_pdf {
            print.pdf()
        } else {
            print.png(0, PICTURE_DPI)
        };
        bytes.map_err(|_| ErrorCode::PictureFailed)
    })
    .await?;
    write_file(&till.config.pictures, &name, bytes).await
}

async fn compose(till: &Till, id: &str) -> Result<Receipt, TillError> {
    owner::require_unlocked(till).await?;
    let payout = of(till, id).await?;
    let settings = till.settings();
    let is_vietnamese = settings.language == Language::Vi;
    let said = |vi: &str, en: &str| if is_vietnamese { vi } else { en }.to_owned();
    let (vi, en) = standing(&payout).ok_or(ErrorCode::PayoutNotReady)?;
    let (words_vi, words_en) = in_words(till, payout.content.amount);
    Ok(Receipt {
        language: if is_vietnamese {
            paper::Language::Vietnamese
        } else {
            paper::Language::English
        },
        shop: Shop {
            name: settings.shop_name.clone(),
            details: Vec::new(),
        },
        title: said(
            "Phiếu chi – xác nhận lệnh chuyển tiền",
            "Payment voucher – transfer order confirmation",
        ),
        amount: payout.content.amount.to_string(),
        amount_in_words: if is_vietnamese { words_vi } else { words_en },
        standing: said(vi, en),
        facts: facts(&payout, said),
        footer: String::new(),
        printed: Some(local(till.now())),
        is_practice: till.line().environment == Environment::Practice,
    })
}

/// What is certain about the money; none for a payout that has no receipt.
fn standing(payout: &Payout) -> Option<(&'static str, &'static str)> {
    match PayoutStanding::of(payout) {
        PayoutStanding::Succeeded => Some(("Chuyển tiền thành công.", "The transfer was carried out.")),
        PayoutStanding::Processing => Some((
            "Ngân hàng đang xử lý. Chưa xác nhận tiền đã đến người nhận.",
            "The bank is at work. It is not confirmed that the money has arrived.",
        )),
        PayoutStanding::Settling => Some((
            "Chờ ngân hàng đối soát vào ngày làm việc sau (T+1). Chưa xác nhận tiền đã đến người nhận.",
            "The bank reconciles on the next working day (T+1). It is not confirmed that the money has arrived.",
        )),
        _ => None,
    }
}

fn facts(payout: &Payout, said: impl Fn(&str, &str) -> String) -> Vec<Fact> {
    let to = &payout.content.destination;
    let heard = payout.heard.as_ref();
    let at = |ms: i64| local(ms).format("%H:%M %d/%m/%Y").to_string();
    let told = heard.and_then(|heard| heard.transaction_number.clone());
    let rows = [
        (said("Người nhận", "Beneficiary"), to.account_name.clone(), false),
        (said("Ngân hàng", "Bank"), to.bank_name.clone(), false),
        (
            said("Số tài khoản", "Account number"),
            mask::grouped_in_fours(&to.account_number),
            true,
        ),
        (
            said("Nội dung", "Message"),
            payout.content.description.clone(),
            false,
        ),
        (said("Mã tham chiếu", "Reference"), payout.reference.clone(), true),
        (
            said("Số giao dịch", "Transaction number"),
            told.unwrap_or_default(),
            true,
        ),
        (said("Lập lúc", "Ordered"), at(payout.created_at), false),
        (
            said("Trạng thái lúc", "Status as of"),
            heard.map(|heard| at(heard.at)).unwrap_or_default(),
            false,
        ),
    ];
    rows.into_iter()
        .filter(|(_, value, _)| !value.is_empty())
        .map(|(label, value, is_compared)| Fact {
            label,
            value,
            is_compared,
        })
        .collect()
}
