//! Facts about VietQR that are choices of this product rather than sentences of the specification.
//! One constant each, tagged `[I]` (inferred) or `[L]` (seen in a library), so that a correction has one place.

/// `[L]` Longest memo that banks carry: 62.08 is at most 25 characters.
pub const LONGEST_MEMO: usize = 25;

/// `[L]` Memo length to aim for: several banks cut what comes behind it.
pub const AIMED_MEMO: usize = 19;

/// `[I]` A code without tag 01 is read; "has an amount" is decided by tag 54 alone, because some gateways
/// mark static codes `12`.
pub const POINT_OF_INITIATION_IS_OPTIONAL: bool = true;

/// `[L]` VNPAY's identifier in a merchant account template: another scheme, not a bank transfer.
pub const VNPAY_GUID: &str = "A000000775";
