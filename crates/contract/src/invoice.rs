//! Invoices: requests for payment with lines. They are not legal e-invoices.

use crate::{ErrorBody, Time, instalment::StepView, payment::PaymentView};
use dong::Dong;

crossing! {
    /// How prices and tax go together.
    #[derive(Copy)]
    pub enum TaxTypeView {
        /// Tax comes on top of the prices.
        PriceExcludingTax,
        /// The prices contain the tax.
        PriceIncludingTax,
        /// There is no tax.
        TaxNotApplicable,
    }

    /// Whom an invoice is for.
    pub struct InvoiceCustomerView {
        /// The customer in our books.
        pub customer_id: Option<String>,
        /// Its code.
        pub code: String,
        /// Name.
        pub name: String,
        /// Phone; may be empty.
        pub phone: String,
        /// E-mail; may be empty.
        pub email: String,
        /// Tax code; may be empty.
        pub tax_id: String,
        /// Address in one line; may be empty.
        pub address: String,
    }

    /// One line.
    pub struct InvoiceLineView {
        /// The product in our books.
        pub product_id: Option<String>,
        /// Its SKU.
        pub sku: String,
        /// Its name.
        pub name: String,
        /// Its unit.
        pub unit: String,
        /// How many.
        pub quantity: i64,
        /// The price of one.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub unit_price: Dong,
        /// The tax code.
        pub tax_code: String,
        /// A remark.
        pub note: String,
    }

    /// Everything that a person enters.
    pub struct InvoiceContentView {
        /// Whom it is for.
        pub customer: Option<InvoiceCustomerView>,
        /// How prices and tax go together.
        pub tax_type: TaxTypeView,
        /// What is on it.
        pub lines: Vec<InvoiceLineView>,
        /// What is taken off.
        pub discount: DiscountView,
        /// A note for the customer.
        pub note: String,
        /// Its date.
        pub transaction_date: Time,
        /// Until when it is to be paid.
        pub due_date: Time,
        /// `bank_transfer`, `card`, `ewallet_momo`.
        pub payment_methods: Vec<String>,
        /// Where a transfer goes; none for this till's receiving account.
        pub account_id: Option<String>,
    }

    /// The tax of one rate.
    pub struct RateTotalView {
        /// The rate in percent, as a decimal text.
        pub rate: String,
        /// What it is taken of.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub base: Dong,
        /// The tax.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub tax: Dong,
    }

    /// What an invoice comes to, by our own count ("tạm tính").
    pub struct TotalsView {
        /// Price × quantity of each line.
        #[cfg_attr(feature = "typescript", ts(type = "number[]"))]
        pub lines: Vec<Dong>,
        /// Their sum.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub subtotal: Dong,
        /// What is taken off.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub discount: Dong,
        /// The tax of each rate.
        pub rates: Vec<RateTotalView>,
        /// The tax of all.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub tax: Dong,
        /// What is to be paid.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub total: Dong,
        /// The same in Vietnamese words.
        pub words_vi: String,
        /// The same in English words.
        pub words_en: String,
    }

    /// Something on a draft that keeps it from being sent.
    pub struct InvoiceProblem {
        /// Where: `customer`, `lines`, `lines.3.quantity`, `dueDate`, …
        pub field: String,
        /// Why.
        pub problem: ErrorBody,
    }

    /// A draft with what it comes to.
    pub struct InvoiceDraftView {
        /// Its id, later the payment's.
        pub id: String,
        /// Its code.
        pub code: String,
        /// What was entered so far.
        pub content: InvoiceContentView,
        /// What it comes to; none while that cannot be said.
        pub totals: Option<TotalsView>,
        /// What keeps it from being sent.
        pub problems: Vec<InvoiceProblem>,
        /// When it was last changed.
        pub updated_at: Time,
    }

    /// Saves a draft.
    pub struct InvoiceDraftSaveRequest {
        /// Its id; none begins a new one.
        pub invoice_id: Option<String>,
        /// Its code; empty keeps or makes one.
        pub code: String,
        /// What was entered so far.
        pub content: InvoiceContentView,
    }

    /// Asks what an invoice would come to.
    pub struct InvoiceCountRequest {
        /// What was entered so far.
        pub content: InvoiceContentView,
    }

    /// What it would come to.
    pub struct InvoiceCountView {
        /// The sums; none while they cannot be said.
        pub totals: Option<TotalsView>,
        /// What keeps it from being sent.
        pub problems: Vec<InvoiceProblem>,
    }

    /// Names one invoice or draft.
    pub struct InvoiceRequest {
        /// Its id.
        pub invoice_id: String,
    }

    /// Where an invoice stands.
    #[derive(Copy)]
    pub enum InvoiceStandingView {
        /// Waits for money.
        Waiting,
        /// Waits, and its due date is over.
        Overdue,
        /// Less came in.
        Short,
        /// Paid, or more.
        Paid,
        /// No clear answer.
        Unclear,
        /// The gateway refused it.
        Refused,
        /// Deleted.
        Deleted,
    }

    /// An invoice that was sent.
    pub struct InvoiceView {
        /// Its id, the payment's.
        pub id: String,
        /// Its code.
        pub code: String,
        /// Where it stands.
        pub standing: InvoiceStandingView,
        /// What it says.
        pub content: InvoiceContentView,
        /// What it comes to by our own count.
        pub totals: Option<TotalsView>,
        /// What the gateway says that it comes to.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub gateway_total: Option<Dong>,
        /// The tax in the gateway's figures.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub gateway_tax: Option<Dong>,
        /// The payment behind it.
        pub payment: PaymentView,
        /// The link drawn as a QR, while it is of use.
        pub link_qr: Option<crate::qr::QrDrawing>,
        /// The last change, once asked for.
        pub update: Option<StepView>,
        /// The deletion, once asked for.
        pub deletion: Option<StepView>,
        /// Whether it can be changed now.
        pub can_update: bool,
        /// Whether it can be deleted now.
        pub can_delete: bool,
    }

    /// One invoice in a list.
    pub struct InvoiceRow {
        /// Its id.
        pub id: String,
        /// Its code.
        pub code: String,
        /// Whom it is for.
        pub customer_name: String,
        /// What is to be paid, the gateway's figure once it told.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub total: Dong,
        /// Received so far, when known.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub received: Option<Dong>,
        /// Where it stands.
        pub standing: InvoiceStandingView,
        /// When it was made.
        pub created_at: Time,
        /// Until when it is to be paid.
        pub due_date: Time,
    }

    /// What a list shows. Everything left out does not filter.
    #[derive(Default)]
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional_fields))]
    pub struct InvoiceListRequest {
        /// Code, customer, phone, product, amount.
        pub search: Option<String>,
        /// Where they stand.
        pub standings: Option<Vec<InvoiceStandingView>>,
        /// Where the page before ended.
        pub cursor: Option<String>,
        /// At most this many, 1 to 200.
        pub limit: Option<u32>,
    }

    /// One page of invoices.
    pub struct InvoicePage {
        /// The invoices, newest first.
        pub rows: Vec<InvoiceRow>,
        /// Where the next page starts.
        pub next_cursor: Option<String>,
        /// How many match.
        pub count: u32,
        /// The sum asked of all that match.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub asked: Dong,
        /// The sum received of all that match.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub received: Dong,
        /// The drafts, newest first; on the first page only.
        pub drafts: Vec<InvoiceDraftRow>,
    }

    /// One draft in a list.
    pub struct InvoiceDraftRow {
        /// Its id.
        pub id: String,
        /// Its code.
        pub code: String,
        /// Whom it is for, once entered.
        pub customer_name: String,
        /// What it comes to, when that can be said.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub total: Option<Dong>,
        /// How many lines.
        pub lines: u32,
        /// When it was last changed.
        pub updated_at: Time,
    }

    /// Changes a sent invoice.
    pub struct InvoiceUpdateRequest {
        /// Its id.
        pub invoice_id: String,
        /// What it is to say.
        pub content: InvoiceContentView,
    }

    /// A sheet of paper.
    #[derive(Copy)]
    pub enum PaperSize {
        /// A4.
        A4,
        /// A5.
        A5,
        /// A slip of 80 mm.
        Slip80,
    }

    /// A file format for paper.
    #[derive(Copy)]
    pub enum PaperFormat {
        /// PDF.
        Pdf,
        /// A picture.
        Png,
    }

    /// Asks for an invoice on paper.
    pub struct InvoicePaperRequest {
        /// Its id; drafts are marked as such.
        pub invoice_id: String,
        /// On which sheet.
        pub size: PaperSize,
    }

    /// An invoice on paper, as pictures for the preview.
    pub struct PaperView {
        /// One picture a page, as a `data:` address of a PNG.
        pub pages: Vec<String>,
    }

    /// Puts an invoice on the customer display.
    pub struct InvoiceShowRequest {
        /// Its id; none takes it off.
        pub invoice_id: Option<String>,
    }

    /// Saves an invoice as a file.
    pub struct InvoiceFileRequest {
        /// Its id.
        pub invoice_id: String,
        /// On which sheet.
        pub size: PaperSize,
        /// In which format.
        pub format: PaperFormat,
    }
}

crossing_tagged! {
    /// What is taken off the whole invoice.
    pub enum DiscountView {
        /// Nothing.
        None,
        /// A share of the sum of the lines.
        Percent {
            /// 0 to 100, as a decimal text such as `7.5`.
            percent: String,
        },
        /// A sum.
        Amount {
            /// How much.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            amount: Dong,
        },
    }
}

impl From<domain::TaxType> for TaxTypeView {
    fn from(tax_type: domain::TaxType) -> Self {
        match tax_type {
            domain::TaxType::PriceExcludingTax => Self::PriceExcludingTax,
            domain::TaxType::PriceIncludingTax => Self::PriceIncludingTax,
            domain::TaxType::TaxNotApplicable => Self::TaxNotApplicable,
        }
    }
}

impl From<TaxTypeView> for domain::TaxType {
    fn from(tax_type: TaxTypeView) -> Self {
        match tax_type {
            TaxTypeView::PriceExcludingTax => Self::PriceExcludingTax,
            TaxTypeView::PriceIncludingTax => Self::PriceIncludingTax,
            TaxTypeView::TaxNotApplicable => Self::TaxNotApplicable,
        }
    }
}
