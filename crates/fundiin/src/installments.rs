//! Installment packages, `POST /v2/installments/packages` (installment page): the plans that a customer
//! may choose from. Only reads, so it carries no key.

use chrono::{DateTime, Utc};
use dong::Dong;
use gateway::{Answer, Code, Failure, Priority};

mod pack;
mod request;

pub use pack::{FirstPart, Pack, Part};
pub use request::{FirstPercent, PackagesRequest, build_packages};

use crate::client::{Call, Client, Effect};
use crate::error::CallError;
use crate::reply::Reply;
use crate::result_status::ResultStatus;

const PATH: &str = "/v2/installments/packages";

/// The plans for an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packages {
    /// The share paid first that `packs` are for, as the gateway wrote it (such as `0.3`).
    pub first_percent: Option<String>,
    /// First parts that may be chosen.
    pub first_parts: Vec<FirstPart>,
    /// Plans for the current first part.
    pub packs: Vec<Pack>,
    /// `resultMsg`.
    pub message: String,
    /// When the gateway answered, by its own clock.
    pub responded_at: Option<DateTime<Utc>>,
}

impl Client {
    /// Asks for the plans.
    ///
    /// # Errors
    /// Any [`CallError`]; `bad_request` and not sent when a field is invalid, which [`build_packages`] names.
    pub async fn installment_packages(
        &self,
        request: &PackagesRequest,
        priority: Priority,
    ) -> Result<Answer<Packages>, CallError> {
        let body = build_packages(request)
            .map_err(|invalid| Failure::not_sent(Code::BadRequest, &invalid.to_string()))?;
        let call = Call {
            path: PATH,
            body: body.as_bytes(),
            key: None,
            effect: Effect::Reads,
            priority,
        };
        self.answered(call, |reply| read(reply, request.amount)).await
    }
}

fn read(reply: &Reply, amount: Dong) -> Result<Packages, CallError> {
    reply.must_be(&[ResultStatus::Approved, ResultStatus::Success])?;
    let fields = reply.fields();
    let packs = fields
        .list(&["installmentPacks"])
        .iter()
        .filter_map(|pack| Pack::read(pack, amount))
        .collect();
    Ok(Packages {
        first_percent: fields.text(&["firstInstallmentPercent"]),
        first_parts: fields
            .list(&["firstInstallments"])
            .iter()
            .map(FirstPart::read)
            .collect(),
        packs,
        message: reply.message(),
        responded_at: fields.time(&["responseTime"]),
    })
}

#[cfg(test)]
mod tests {
    use testkit::ScriptedTransport;

    use super::*;

    fn packages(body: &str) -> Result<Packages, CallError> {
        Reply::of(&ScriptedTransport::json(200, body), Effect::Reads)
            .and_then(|reply| read(&reply, Dong::new(3_000_000)))
    }

    #[test]
    fn plans_are_read_in_dong_and_dates() {
        let read = packages(include_str!("../fixtures/packages.json")).unwrap();
        assert_eq!(read.first_percent.as_deref(), Some("0.3"));
        assert_eq!(read.first_parts[0].amount, Some(Dong::new(900_000)));
        let pack = &read.packs[0];
        assert_eq!((pack.id.as_str(), pack.payments), ("P3", Some(3)));
        assert_eq!(pack.first_amount, Some(Dong::new(900_000)));
        let days: Vec<_> = pack
            .parts
            .iter()
            .map(|part| part.due.as_deref().unwrap())
            .collect();
        assert_eq!(days, ["2026-07-01", "2026-08-01"]);
    }

    #[test]
    fn no_plans_and_odd_lists_are_empty() {
        for body in [
            r#"{"resultStatus":"APPROVED"}"#,
            r#"{"resultStatus":"APPROVED","installmentPacks":null,"firstInstallments":{}}"#,
            r#"{"resultStatus":"APPROVED","installmentPacks":[1,"x",{"name":"no id"}]}"#,
        ] {
            let read = packages(body).unwrap();
            assert!(read.packs.is_empty() && read.first_parts.is_empty(), "{body}");
        }
        assert!(packages(r#"{"resultStatus":"AMOUNT_BELOW_MINIMUM_LIMIT"}"#).is_err());
    }
}
