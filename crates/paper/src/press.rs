//! From an invoice to a print, and from a print to files.

use crate::error::PaperError;
use crate::ink::{About, Dots, Page, grey_png, pdf};
use crate::invoice::Invoice;
use crate::layout;
use crate::measures::Paper;
use crate::receipt::Receipt;
use crate::text::Typesetter;

/// Lays out documents. Made once: it holds the typefaces.
pub struct Press {
    typesetter: Typesetter,
}

impl Press {
    /// Reads the built-in typefaces.
    ///
    /// # Errors
    /// [`PaperError::Typeface`], which only a broken build has.
    pub fn new() -> Result<Self, PaperError> {
        Ok(Self {
            typesetter: Typesetter::new()?,
        })
    }

    /// Lays out an invoice.
    ///
    /// # Errors
    /// [`PaperError`] when it has too many lines or rates, or a field that must not be cut does not fit.
    pub fn invoice(&self, invoice: &Invoice, paper: Paper) -> Result<Print<'_>, PaperError> {
        invoice.check()?;
        Ok(Print {
            typesetter: &self.typesetter,
            pages: layout::pages(&self.typesetter, invoice, paper),
            paper,
            title: self
                .typesetter
                .clean(&format!("{} {}", invoice.title, invoice.number)),
            author: self.typesetter.clean(&invoice.shop.name),
            language: invoice.language.code(),
        })
    }

    /// Lays out a receipt.
    ///
    /// # Errors
    /// [`PaperError`] when it has too many facts.
    pub fn receipt(&self, receipt: &Receipt, paper: Paper) -> Result<Print<'_>, PaperError> {
        receipt.check()?;
        Ok(Print {
            typesetter: &self.typesetter,
            pages: layout::receipt_pages(&self.typesetter, receipt, paper),
            paper,
            title: self.typesetter.clean(&receipt.title),
            author: self.typesetter.clean(&receipt.shop.name),
            language: receipt.language.code(),
        })
    }
}

/// A document that is laid out: pages are counted from 0.
pub struct Print<'a> {
    typesetter: &'a Typesetter,
    pages: Vec<Page>,
    paper: Paper,
    title: String,
    author: String,
    language: &'static str,
}

impl Print<'_> {
    /// How many pages, or pieces of a slip; at least one.
    #[must_use]
    pub const fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// All pages as one PDF with searchable text.
    ///
    /// # Errors
    /// [`PaperError::Writing`] when the file cannot be put together.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let about = About {
            title: &self.title,
            author: &self.author,
            language: self.language,
        };
        pdf(&self.pages, self.typesetter.faces(), &about)
    }

    /// A page as a PNG in shades of grey.
    ///
    /// # Errors
    /// [`PaperError::NoSuchPage`]; [`PaperError::Resolution`] below 36 dots per inch or above 12 million pixels.
    pub fn png(&self, page: usize, dots_per_inch: u16) -> Result<Vec<u8>, PaperError> {
        grey_png(self.page(page)?, self.typesetter.faces(), dots_per_inch)
    }

    /// A piece of a slip as the dots of a thermal printer.
    ///
    /// # Errors
    /// [`PaperError::NotASlip`]; [`PaperError::NoSuchPage`].
    pub fn dots(&self, page: usize) -> Result<Dots, PaperError> {
        if !self.paper.is_slip() {
            return Err(PaperError::NotASlip);
        }
        Dots::of(self.page(page)?, self.typesetter.faces())
    }

    fn page(&self, page: usize) -> Result<&Page, PaperError> {
        self.pages.get(page).ok_or(PaperError::NoSuchPage(page))
    }
}
