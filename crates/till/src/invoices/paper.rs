//! An invoice on paper: for the preview, the printer, and files to send.

use super::draft::of as draft_of;
use super::{of, totals};
use crate::amounts::style;
use crate::books::codes::{self, Codes};
use crate::payments::write_file;
use crate::{Till, TillError};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, NaiveDateTime};
use contract::ErrorCode;
use contract::invoice::{InvoiceFileRequest, InvoicePaperRequest, PaperFormat, PaperSize, PaperView};
use contract::qr::PictureView;
use contract::settings::Language;
use domain::invoice::Totals;
use domain::{Environment, InvoiceContent, InvoiceCustomer, Payment as Asked, UnixMs};
use paper::{Customer, Invoice, Line, Paper, Payment, Press, Print, Qr, Shop, Sums, Tax};

/// Dots per inch of a preview, which is also what is printed.
const PREVIEW_DPI: u16 = 170;
/// Dots per inch of a picture that is sent.
const PICTURE_DPI: u16 = 160;
/// Vietnam's clocks are seven hours ahead, all year.
const VIETNAM_OFFSET_MS: UnixMs = 7 * 3_600_000;

/// The pages as pictures, the same that the printer gets.
///
/// # Errors
/// `invoice_gone`; `lines_refused` for one that cannot be set; storage errors.
pub async fn paper(till: &Till, request: InvoicePaperRequest) -> Result<PaperView, TillError> {
    let sheet = sheet(till, &request.invoice_id).await?;
    let size = size_of(request.size);
    typeset(move |press| {
        let print = press.invoice(&sheet, size).map_err(|_| ErrorCode::LinesRefused)?;
        pictures(&print)
    })
    .await
}

/// The pages of a print, as the page shows them and the printer gets them.
pub(crate) fn pictures(print: &Print<'_>) -> Result<PaperView, ErrorCode> {
    let picture = |page| {
        let png = print
            .png(page, PREVIEW_DPI)
            .map_err(|_| ErrorCode::PictureFailed)?;
        Ok(format!("data:image/png;base64,{}", STANDARD.encode(png)))
    };
    Ok(PaperView {
        pages: (0..print.page_count()).map(picture).collect::<Result<_, _>>()?,
    })
}

/// Writes it into the person's pictures. A picture is of the first page.
///
/// # Errors
/// As for [`paper`]; `picture_failed`.
pub async fn save_file(till: &Till, request: InvoiceFileRequest) -> Result<PictureView, TillError> {
    let sheet = sheet(till, &request.invoice_id).await?;
    let size = size_of(request.size);
    let is_pdf = matches!(request.format, PaperFormat::Pdf);
    let name = format!(
        "{}.{}",
        file_stem(&sheet.number),
        if is_pdf { "pdf" } else { "png" }
    );
    let bytes = typeset(move |press| {
        let print = press.invoice(&sheet, size).map_err(|_| ErrorCode::LinesRefused)?;
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

/// Setting type is work for a thread of its own.
pub(crate) async fn typeset<T: Send + 'static>(
    work: impl FnOnce(&Press) -> Result<T, ErrorCode> + Send + 'static,
) -> Result<T, TillError> {
    let done = tokio::task::spawn_blocking(move || {
        let press = Press::new().map_err(|_| ErrorCode::Internal)?;
        work(&press)
    });
    Ok(done.await.map_err(|_| ErrorCode::Internal)??)
}

async fn sheet(till: &Till, id: &str) -> Result<Invoice, TillError> {
    let codes = codes::of(till).await?;
    match of(till, id).await {
        Ok((payment, invoice)) => Ok(compose(
            till,
            &invoice.code,
            &invoice.content,
            &codes,
            Some(&payment),
        )),
        Err(TillError::Refused(_)) => {
            let draft = draft_of(till, id).await?;
            Ok(compose(till, &draft.code, &draft.content, &codes, None))
        }
        Err(error) => Err(error),
    }
}

fn compose(
    till: &Till,
    code: &str,
    content: &InvoiceContent,
    codes: &Codes,
    payment: Option<&Asked>,
) -> Invoice {
    let settings = till.settings();
    let is_vietnamese = settings.language == Language::Vi;
    let counted = totals::count(content, codes).ok();
    let said = |vi: &str, en: &str| if is_vietnamese { vi } else { en }.to_owned();
    let title = match payment {
        Some(_) => said("Phiếu yêu cầu thanh toán", "Payment request"),
        None => said("Phiếu nháp", "Draft"),
    };
    Invoice {
        language: if is_vietnamese {
            paper::Language::Vietnamese
        } else {
            paper::Language::English
        },
        word_style: style(settings.words),
        shop: Shop {
            name: settings.shop_name,
            details: Vec::new(),
        },
        title,
        number: code.to_owned(),
        issued: local(content.transaction_date).date(),
        due: Some(local(content.due_date).date()),
        printed: Some(local(till.now())),
        is_reprint: false,
        is_practice: till.line().environment == Environment::Practice,
        customer: content.customer.as_ref().map(|one| Customer {
            name: one.name.clone(),
            details: details(one, is_vietnamese),
        }),
        lines: lines(content, counted.as_ref()),
        sums: sums(counted.as_ref(), payment, is_vietnamese),
        payment: payment.and_then(paying),
        note: content.note.clone(),
        footer: String::new(),
    }
}

fn lines(content: &InvoiceContent, counted: Option<&Totals>) -> Vec<Line> {
    let line = |(place, line): (usize, &domain::InvoiceLine)| {
        let total = counted.and_then(|all| all.lines.get(place));
        Line {
            name: line.name.clone(),
            note: line.note.clone(),
            unit: line.unit.clone(),
            quantity: line.quantity,
            unit_price: line.unit_price,
            amount: total.map_or(dong::Dong::ZERO, |total| total.amount),
            tax: total
                .filter(|total| !total.rate.is_zero())
                .map(|total| format!("{}%", total.rate.normalize()))
                .unwrap_or_default(),
        }
    };
    content.lines.iter().enumerate().map(line).collect()
}

/// The gateway's total once it told; ours until then, marked as such.
fn sums(counted: Option<&Totals>, payment: Option<&Asked>, is_vietnamese: bool) -> Sums {
    let told = payment.and_then(|payment| payment.heard.as_ref()?.amount);
    let zero = dong::Dong::ZERO;
    let ours = counted.map_or(zero, |all| all.total);
    let word = if is_vietnamese { "Thuế" } else { "Tax" };
    Sums {
        subtotal: counted.map_or(zero, |all| all.subtotal),
        discount: counted.map_or(zero, |all| all.discount),
        taxes: counted
            .map(|all| all.rates.as_slice())
            .unwrap_or_default()
            .iter()
            .map(|rate| Tax {
                label: format!("{word} {}%", rate.rate.normalize()),
                amount: rate.tax,
            })
            .collect(),
        total: told.unwrap_or(ours),
        is_provisional: told.is_none(),
    }
}

/// How to pay: the checked link as a QR, while there is something to pay.
fn paying(payment: &Asked) -> Option<Payment> {
    let is_open = payment.qr_state == domain::QrState::Shown && !payment.verdict().has_money();
    let link = payment.qr_text.as_deref().filter(|_| is_open)?;
    let rows = vietqr::draw::matrix(link)
        .ok()?
        .rows()
        .map(<[bool]>::to_vec)
        .collect();
    Some(Payment {
        bank: String::new(),
        account_name: String::new(),
        account_number: String::new(),
        memo: String::new(),
        amount: payment.asked(),
        qr: Qr::new(rows).ok(),
    })
}

/// The address, the telephone and the tax code, each with what it is.
fn details(customer: &InvoiceCustomer, is_vietnamese: bool) -> Vec<String> {
    let labels = if is_vietnamese {
        ["", "ĐT: ", "MST: "]
    } else {
        ["", "Tel: ", "Tax code: "]
    };
    let phone = domain::phone::grouped(&customer.phone);
    labels
        .into_iter()
        .zip([&customer.address, &phone, &customer.tax_id])
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| format!("{label}{text}"))
        .collect()
}

pub(crate) fn local(at: UnixMs) -> NaiveDateTime {
    DateTime::from_timestamp_millis(at.saturating_add(VIETNAM_OFFSET_MS))
        .unwrap_or_default()
        .naive_utc()
}

/// A code may hold what a file's name may not.
pub(crate) fn file_stem(code: &str) -> String {
    let plain = |letter: char| {
        if letter.is_alphanumeric() || letter == '-' {
            letter
        } else {
            '_'
        }
    };
    code.chars().map(plain).collect()
}

pub(crate) const fn size_of(size: PaperSize) -> Paper {
    match size {
        PaperSize::A4 => Paper::A4,
        PaperSize::A5 => Paper::A5,
        PaperSize::Slip80 => Paper::Slip80,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_code_and_nothing_else() {
        assert_eq!(file_stem("PT-261121-7F3K"), "PT-261121-7F3K");
        assert_eq!(file_stem("../../etc/x"), "______etc_x");
    }

    #[test]
    fn days_are_vietnams() {
        assert_eq!(local(1_795_285_800_000).date().to_string(), "2026-11-22");
    }
}
