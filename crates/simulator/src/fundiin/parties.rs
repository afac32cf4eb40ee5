//! Checks that several operations share: who sells, where, and under which reference.

use dong::Dong;

use super::fields::Fields;
use super::refusal::Refusal;
use super::setting::Setting;

/// `[D]` `^[0-9a-zA-Z_:-]{1,60}$` on the Initiate page.
const LONGEST_REFERENCE: usize = 60;

/// The merchant is the one whose keys these are.
pub(crate) fn check_merchant(merchant_id: &str, setting: &Setting<'_>) -> Result<(), Refusal> {
    let is_known = merchant_id == setting.credentials.merchant_id;
    is_known
        .then_some(())
        .ok_or_else(|| Refusal::new("INVALID_MERCHANT_ID"))
}

/// The store is the merchant's. A store that was left out where that is allowed is the merchant's own.
pub(crate) fn check_store(store_id: &str, setting: &Setting<'_>) -> Result<(), Refusal> {
    let is_own = store_id == setting.credentials.store_id;
    let is_left_out = store_id.is_empty() && setting.switches.takes_no_platform_or_store;
    (is_own || is_left_out)
        .then_some(())
        .ok_or_else(|| Refusal::new("INVALID_STORE_ID"))
}

/// The reference has the documented form.
pub(crate) fn check_reference(reference_id: &str) -> Result<(), Refusal> {
    let fits = (1..=LONGEST_REFERENCE).contains(&reference_id.len());
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'-');
    let has_form = fits && reference_id.bytes().all(is_plain);
    has_form
        .then_some(())
        .ok_or_else(|| Refusal::new("INVALID_REFERENCE_ID"))
}

/// An amount that could be read is a whole number of dong above zero.
pub(crate) fn valid_amount(amount: Option<Dong>) -> Result<Dong, Refusal> {
    amount.ok_or_else(|| Refusal::new("INVALID_AMOUNT"))
}

/// `storeId` or `platformId`: required by the page, missing in merchants' code.
pub(crate) fn own_or_left_out<'a>(
    fields: &Fields<'a>,
    name: &str,
    setting: &Setting<'_>,
) -> Result<&'a str, Refusal> {
    if setting.switches.takes_no_platform_or_store {
        return Ok(fields.text(name)?.unwrap_or_default());
    }
    fields.required_text(name)
}

/// `lang`; whether the texts are wanted in Vietnamese is read elsewhere.
pub(crate) fn check_language(fields: &Fields<'_>) -> Result<(), Refusal> {
    fields.one_of("lang", &["vi", "en"]).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_have_the_documented_form() {
        for good in ["a", "ORDER_1:2-3", &"x".repeat(60)] {
            assert!(check_reference(good).is_ok(), "{good}");
        }
        for bad in ["", "a b", "đơn", "a/b", "a\n", &"x".repeat(61)] {
            assert!(check_reference(bad).is_err(), "{bad}");
        }
    }
}
