//! The values that the invoice page lists.

/// `tax_type`: what the prices of an invoice mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TaxType {
    /// Tax comes on top of the prices.
    PriceExcludingTax,
    /// Tax is in the prices.
    PriceIncludingTax,
    /// No tax.
    TaxNotApplicable,
}

impl TaxType {
    /// Every type.
    pub const ALL: [Self; 3] = [
        Self::PriceExcludingTax,
        Self::PriceIncludingTax,
        Self::TaxNotApplicable,
    ];

    /// The gateway's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PriceExcludingTax => "price_excluding_tax",
            Self::PriceIncludingTax => "price_including_tax",
            Self::TaxNotApplicable => "tax_not_applicable",
        }
    }

    /// The type with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// One of `payment_methods`: how the customer may pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaymentMethod {
    /// Bank transfer to one of the shop's accounts.
    BankTransfer,
    /// Card.
    Card,
    /// `MoMo`.
    EwalletMomo,
}

impl PaymentMethod {
    /// Every method.
    pub const ALL: [Self; 3] = [Self::BankTransfer, Self::Card, Self::EwalletMomo];

    /// The gateway's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BankTransfer => "bank_transfer",
            Self::Card => "card",
            Self::EwalletMomo => "ewallet_momo",
        }
    }

    /// The method with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back_and_others_are_not() {
        for kind in TaxType::ALL {
            assert_eq!(TaxType::from_word(kind.as_str()), Some(kind));
        }
        for method in PaymentMethod::ALL {
            assert_eq!(PaymentMethod::from_word(method.as_str()), Some(method));
        }
        assert_eq!(TaxType::from_word("vat"), None);
        assert_eq!(PaymentMethod::from_word("cash"), None);
    }
}
