//! Initiate Transaction, `POST /v2/payments` (Initiate page). An approval means that the transaction
//! exists and waits for its customer; it is not paid.

use std::fmt;

use chrono::{DateTime, Utc};
use dong::Dong;
use gateway::{Answer, Priority};

mod build;
mod customer;
mod item;
mod seller;
mod shipping;

pub use build::build_initiate;
pub use customer::Customer;
pub use item::Item;
pub(crate) use item::wire_items;
pub use seller::Seller;
pub use shipping::Shipping;

use crate::client::{Call, Client, Effect};
use crate::config::Merchant;
use crate::error::CallError;
use crate::link::{LinkProblem, LinkRule, PaymentLink};
use crate::reply::Reply;
use crate::result_status::ResultStatus;
use crate::values::{Expiry, IdempotencyKey, Lang, PaymentMethod, ReferenceId, TerminalType, WebUrl};

const PATH: &str = "/v2/payments";

/// A transaction to be opened. Fields as on the Initiate page; what is `None` is left out.
#[derive(Clone)]
pub struct Initiate {
    /// `merchantId`, `storeId`, `platformId`.
    pub merchant: Merchant,
    /// `referenceId`: new for every transaction.
    pub reference_id: ReferenceId,
    /// `paymentMethod`.
    pub payment_method: PaymentMethod,
    /// `description` of the order.
    pub description: String,
    /// `successRedirectUrl` and `unSuccessRedirectUrl`.
    pub redirects: Redirects,
    /// `amount.value` in dong: the sum of the items.
    pub amount: Dong,
    /// `items`, 1 to 200.
    pub items: Vec<Item>,
    /// `customer`.
    pub customer: Customer,
    /// `shipping`; the shop's own address for goods taken at the counter.
    pub shipping: Shipping,
    /// `lang`; the gateway's default is English.
    pub lang: Option<Lang>,
    /// `extraData`, for the merchant's own use; sent byte for byte.
    pub extra_data: Option<String>,
    /// `terminalType`.
    pub terminal_type: Option<TerminalType>,
    /// `installment.packageId`: the plan chosen beforehand.
    pub package_id: Option<String>,
    /// `seller`.
    pub seller: Option<Seller>,
    /// `transExpiredTime`; the gateway's default is 30 minutes.
    pub expires_in: Option<Expiry>,
    /// `sendSms`: whether the gateway writes to the customer's phone.
    pub send_sms: Option<bool>,
    /// `sendEmail`: whether the gateway writes to the customer's e-mail.
    pub send_email: Option<bool>,
}

/// Where the customer's browser goes afterwards. Nothing that comes with it is ever trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirects {
    /// `successRedirectUrl`.
    pub success: WebUrl,
    /// `unSuccessRedirectUrl`.
    pub unsuccessful: WebUrl,
}

impl fmt::Debug for Initiate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Initiate")
            .field("reference_id", &self.reference_id)
            .field("payment_method", &self.payment_method)
            .field("amount", &self.amount)
            .field("items", &self.items.len())
            .finish_non_exhaustive()
    }
}

/// An approved transaction. Without a usable link it exists all the same: watch it or cancel it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Initiated {
    /// The echoed `referenceId`.
    pub reference_id: Option<String>,
    /// `paymentUrl`, checked.
    pub payment_url: Result<PaymentLink, LinkProblem>,
    /// `qrData`, checked like the link it is; `link_missing` when the gateway sent none.
    pub qr_data: Result<PaymentLink, LinkProblem>,
    /// `resultMsg`.
    pub message: String,
    /// `responseTime`.
    pub responded_at: Option<DateTime<Utc>>,
}

impl Client {
    /// Sends the stored bytes of [`build_initiate`]. After a failure of unknown certainty send the same
    /// bytes under the same key; a `conflict` is looked up by [`Client::transaction_status`] first. The
    /// links come with this answer only: once the first request has ended, its key brings them again.
    ///
    /// # Errors
    /// Any [`CallError`].
    pub async fn send_initiate(
        &self,
        body: &[u8],
        key: &IdempotencyKey,
        priority: Priority,
    ) -> Result<Answer<Initiated>, CallError> {
        let call = Call {
            path: PATH,
            body,
            key: Some(key),
            effect: Effect::Opens,
            priority,
        };
        self.answered(call, |reply| read(reply, self.link_rule())).await
    }
}

fn read(reply: &Reply, rule: &LinkRule) -> Result<Initiated, CallError> {
    reply.must_be(&[ResultStatus::Approved])?;
    let fields = reply.fields();
    Ok(Initiated {
        reference_id: fields.text(&["referenceId"]),
        payment_url: rule.check(fields.text(&["paymentUrl"]).as_deref()),
        qr_data: rule.check(fields.text(&["qrData"]).as_deref()),
        message: reply.message(),
        responded_at: fields.time(&["responseTime"]),
    })
}

#[cfg(test)]
mod tests {
    use testkit::ScriptedTransport;

    use super::*;

    fn initiated(body: &str) -> Initiated {
        let reply = Reply::of(&ScriptedTransport::json(200, body), Effect::Opens).unwrap();
        read(&reply, &LinkRule::strict()).unwrap()
    }

    #[test]
    fn the_pages_sample_is_read() {
        let read = initiated(include_str!("../../fixtures/initiated.json"));
        assert_eq!(read.reference_id.as_deref(), Some("Your order number"));
        assert_eq!(
            read.payment_url.unwrap().as_str(),
            "https://fundiin.vn/v2/payment"
        );
        assert_eq!(read.qr_data.unwrap().as_str(), "https://fundiin.vn/v2/payment");
        assert_eq!(read.message, "Thành công");
        assert_eq!(read.responded_at.unwrap().timestamp(), 1_690_166_035);
    }

    #[test]
    fn an_approval_with_a_foreign_or_missing_link_is_still_an_approval() {
        let read = initiated(
            r#"{"resultStatus":"APPROVED","paymentUrl":"http://fundiin.vn/p","qrData":"https://evil.example/"}"#,
        );
        assert_eq!(read.payment_url, Err(LinkProblem::NotHttps));
        assert_eq!(read.qr_data, Err(LinkProblem::ForeignHost));
        let bare = initiated(r#"{"resultStatus":"APPROVED","paymentUrl":null}"#);
        assert_eq!(
            (bare.payment_url, bare.qr_data),
            (Err(LinkProblem::Missing), Err(LinkProblem::Missing))
        );
    }
}
