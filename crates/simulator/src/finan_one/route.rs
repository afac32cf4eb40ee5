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
    /// All payouts, one, or its codes.
    Payouts(PayoutRoute<'a>),
}

/// A path about payouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PayoutRoute<'a> {
    All,
    One(&'a str),
    Codes(&'a str),
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
            ("payouts", id) => PayoutRoute::of(id).map(Self::Payouts),
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
            Self::BankAccounts | Self::Payments | Self::All(_) => "GET, POST",
            Self::Payouts(route) => route.allowed(),
            Self::One(..) => "GET, PUT, DELETE",
            Self::MasterAccounts | Self::BankAccount(_) | Self::Payment(_) => "GET",
        }
    }
}

impl<'a> PayoutRoute<'a> {
    fn of(rest: Option<&'a str>) -> Option<Self> {
        let Some(rest) = rest else {
            return Some(Self::All);
        };
        match rest.strip_suffix("/otps") {
            Some(id) => is_one_segment(id).then_some(Self::Codes(id)),
            None => is_one_segment(rest).then_some(Self::One(rest)),
        }
    }

    /// Value of the `Allow` header.
    pub(crate) const fn allowed(self) -> &'static str {
        match self {
            Self::All => "GET, POST",
            Self::One(_) => "GET",
            Self::Codes(_) => "POST",
        }
    }
}

fn is_one_segment(id: &str) -> bool {
    !id.is_empty() && !id.contains('/')
}

#[cfg(test)]
mod tests {
    use super::{PayoutRoute, Resource, Route};

    #[test]
    fn documented_paths_are_known_and_others_are_not() {
        assert_eq!(Route::of("/api/v1/payments/a-1"), Some(Route::Payment("a-1")));
        for (path, route) in [
            ("/api/v1/payouts", PayoutRoute::All),
            ("/api/v1/payouts/a", PayoutRoute::One("a")),
            ("/api/v1/payouts/a/otps", PayoutRoute::Codes("a")),
        ] {
            assert_eq!(Route::of(path), Some(Route::Payouts(route)));
        }
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
            "/api/v1/payouts/",
            "/api/v1/payouts//otps",
            "/api/v1/payouts/a/b",
            "/api/v1/payouts/a/b/otps",
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
