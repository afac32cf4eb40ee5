//! The paths this simulator knows.

use crate::faults::Resource;

/// A documented path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route<'a> {
    MasterAccounts,
    BankAccounts,
    BankAccount(&'a str),
    Payments,
    Payment(&'a str),
    /// All customers, products or invoices.
    All(Resource),
    /// One of them.
    One(Resource, &'a str),
    /// Everything about payouts: documented to answer 403 to an address that is not whitelisted, and here none is.
    Payouts,
}

impl<'a> Route<'a> {
    /// The route of a path without its query string.
    pub(crate) fn of(path: &'a str) -> Option<Self> {
        let rest = path.strip_prefix("/api/v1/")?;
        let (resource, id) = match rest.split_once('/') {
            Some((resource, id)) => (resource, Some(id)),
            None => (rest, None),
        };
        match (resource, id) {
            ("master-bank-accounts", None) => Some(Self::MasterAccounts),
            ("bank-accounts", None) => Some(Self::BankAccounts),
            ("payments", None) => Some(Self::Payments),
            ("payouts", _) => Some(Self::Payouts),
            ("bank-accounts", Some(id)) if is_one_segment(id) => Some(Self::BankAccount(id)),
            ("payments", Some(id)) if is_one_segment(id) => Some(Self::Payment(id)),
            (resource, None) => Resource::of_segment(resource).map(Self::All),
            (resource, Some(id)) if is_one_segment(id) => {
                Resource::of_segment(resource).map(|resource| Self::One(resource, id))
            }
            _ => None,
        }
    }

    /// Value of the `Allow` header.
    pub(crate) const fn allowed(self) -> &'static str {
        match self {
            Self::BankAccounts | Self::Payments | Self::Payouts | Self::All(_) => "GET, POST",
            Self::One(..) => "GET, PUT, DELETE",
            Self::MasterAccounts | Self::BankAccount(_) | Self::Payment(_) => "GET",
        }
    }
}

fn is_one_segment(id: &str) -> bool {
    !id.is_empty() && !id.contains('/')
}

#[cfg(test)]
mod tests {
    use super::{Resource, Route};

    #[test]
    fn documented_paths_are_known_and_others_are_not() {
        assert_eq!(Route::of("/api/v1/payments/a-1"), Some(Route::Payment("a-1")));
        assert_eq!(Route::of("/api/v1/payouts/a/otps"), Some(Route::Payouts));
        assert_eq!(
            Route::of("/api/v1/customers"),
            Some(Route::All(Resource::Customers))
        );
        assert_eq!(
            Route::of("/api/v1/invoices/INV-1"),
            Some(Route::One(Resource::Invoices, "INV-1"))
        );
        for path in [
            "/api/v1/products/",
            "/api/v1/products/a/b",
            "/api/v1/payments/",
            "/api/v1/payments/a/b",
            "/api/v1/master-bank-accounts/a",
            "/api/v2/payments",
            "/payments",
            "//api/v1/payments",
        ] {
            assert_eq!(Route::of(path), None, "{path}");
        }
    }
}
