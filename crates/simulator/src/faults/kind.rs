//! What a request is about, as far as faults care.

use super::rule::InstalmentCall;

/// What a request is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RequestKind {
    PaymentCreate,
    PaymentRead,
    PayoutCreate,
    PayoutRead,
    /// The bank's code for a payout.
    PayoutCode,
    Business(Resource, Verb),
    OtherWrite,
    OtherRead,
    Instalment(InstalmentCall),
}

/// Customers, products and invoices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Resource {
    Customers,
    Products,
    Invoices,
}

/// What is done with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    Create,
    Read,
    Change,
}

impl Resource {
    /// The resource with this name in a path.
    pub(crate) fn of_segment(segment: &str) -> Option<Self> {
        match segment {
            "customers" => Some(Self::Customers),
            "products" => Some(Self::Products),
            "invoices" => Some(Self::Invoices),
            _ => None,
        }
    }
}

impl RequestKind {
    pub(crate) fn of(method: &str, path: &str) -> Self {
        let rest = path.strip_prefix("/api/v1/").unwrap_or_default();
        let segment = rest.split('/').next().unwrap_or_default();
        let is_write = matches!(method, "POST" | "PUT" | "DELETE");
        if let Some(resource) = Resource::of_segment(segment) {
            let verb = match method {
                "POST" => Verb::Create,
                _ if is_write => Verb::Change,
                _ => Verb::Read,
            };
            return Self::Business(resource, verb);
        }
        if segment == "payouts" {
            return Self::of_payout(is_write, rest);
        }
        match (method == "POST", segment == "payments") {
            (true, true) => Self::PaymentCreate,
            (false, true) => Self::PaymentRead,
            _ if is_write => Self::OtherWrite,
            _ => Self::OtherRead,
        }
    }

    fn of_payout(is_write: bool, rest: &str) -> Self {
        match (is_write, rest.ends_with("/otps")) {
            (false, _) => Self::PayoutRead,
            (true, false) => Self::PayoutCreate,
            (true, true) => Self::PayoutCode,
        }
    }

    pub(crate) fn is_write(self) -> bool {
        match self {
            Self::PaymentCreate | Self::PayoutCreate | Self::PayoutCode | Self::OtherWrite => true,
            Self::PaymentRead | Self::PayoutRead | Self::OtherRead => false,
            Self::Business(_, verb) => verb != Verb::Read,
            Self::Instalment(call) => !matches!(call, InstalmentCall::Status | InstalmentCall::Packages),
        }
    }

    pub(crate) fn is_about(self, resource: Resource) -> bool {
        matches!(self, Self::Business(about, _) if about == resource)
    }
}
