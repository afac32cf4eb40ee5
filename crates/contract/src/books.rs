//! The shop's books that are mirrored at the gateway: how fresh they are, their code tables, imports and exports.

use crate::{ErrorBody, Time};

crossing! {
    /// Which book.
    #[derive(Copy)]
    pub enum BookKind {
        /// Customers.
        Customers,
        /// Products.
        Products,
    }

    /// Where a row stands against the gateway's.
    #[derive(Copy)]
    pub enum MirrorStateView {
        /// As the gateway last told.
        Clean,
        /// Made or changed here; the gateway is told as soon as the line allows.
        Pending,
        /// The gateway refused it; a person must look.
        Refused,
        /// Deleted here; the gateway is told as soon as the line allows.
        Deleting,
        /// Deleted at the gateway by somebody else.
        Gone,
    }

    /// What is known of a row's other half.
    pub struct MirrorView {
        /// Where it stands.
        pub state: MirrorStateView,
        /// Why the gateway refused it.
        pub problem: Option<ErrorBody>,
        /// The gateway's text about it; a stranger's.
        pub message: Option<String>,
        /// When the gateway last told of it.
        pub fetched_at: Option<Time>,
        /// The gateway's id.
        pub gateway_id: Option<String>,
    }

    /// How fresh the books are.
    pub struct BooksView {
        /// When all customers were last read; none before the first time.
        pub customers_at: Option<Time>,
        /// When all products were last read.
        pub products_at: Option<Time>,
        /// Whether they are being read now.
        pub is_syncing: bool,
        /// How many rows the gateway is still to be told of.
        pub pending: u32,
        /// How many rows it refused.
        pub refused: u32,
        /// Why the last reading failed, when it did.
        pub problem: Option<ErrorBody>,
    }

    /// Which table of codes.
    #[derive(Copy)]
    pub enum CodeKind {
        /// Tax codes.
        Tax,
        /// Income categories.
        Income,
        /// Expense categories.
        Expense,
    }

    /// How sure a code is.
    #[derive(Copy)]
    pub enum CodeCertainty {
        /// Stated by the gateway's own pages.
        Documented,
        /// Assumed from a pattern.
        Assumed,
        /// Entered by the shop.
        Own,
    }

    /// One code.
    pub struct CodeView {
        /// The gateway's code.
        pub code: String,
        /// Its name in Vietnamese.
        pub name_vi: String,
        /// Its name in English.
        pub name_en: String,
        /// A tax's rate in percent, as a decimal text such as `8` or `3.5`.
        pub rate: Option<String>,
        /// How sure it is.
        pub certainty: CodeCertainty,
    }

    /// The tables.
    pub struct CodesView {
        /// Tax codes.
        pub tax: Vec<CodeView>,
        /// Income categories.
        pub income: Vec<CodeView>,
        /// Expense categories.
        pub expense: Vec<CodeView>,
        /// The tax code of new products and lines.
        pub default_tax: String,
        /// The income category of new products.
        pub default_income: String,
        /// The expense category of new products.
        pub default_expense: String,
    }

    /// Adds or changes one code of the shop's own, or a default.
    pub struct CodeSaveRequest {
        /// Which table.
        pub kind: CodeKind,
        /// The gateway's code, as on its portal.
        pub code: String,
        /// Its name.
        pub name: String,
        /// A tax's rate in percent, as a decimal text.
        pub rate: Option<String>,
        /// Whether it becomes the default of its table.
        pub is_default: bool,
    }

    /// Removes one code of the shop's own.
    pub struct CodeRemoveRequest {
        /// Which table.
        pub kind: CodeKind,
        /// The code.
        pub code: String,
    }

    /// A file that is to be imported.
    pub struct ImportReadRequest {
        /// Into which book.
        pub kind: BookKind,
        /// The file's name.
        pub file_name: String,
        /// Its content, Base64.
        pub content: String,
    }

    /// What becomes of one row of an import.
    #[derive(Copy)]
    pub enum ImportVerdict {
        /// It is new.
        New,
        /// It changes a row that is there.
        Change,
        /// It is there as it is.
        Same,
        /// It stands twice in the file.
        Double,
        /// It cannot be taken.
        Wrong,
    }

    /// One row of an import as it was understood.
    pub struct ImportRow {
        /// Its line in the file, from 1 with the header.
        pub line: u32,
        /// What becomes of it.
        pub verdict: ImportVerdict,
        /// The column that is wrong, for [`ImportVerdict::Wrong`].
        pub field: Option<String>,
        /// Why.
        pub problem: Option<ErrorBody>,
        /// The cells that were understood, in the order of [`ImportView::columns`].
        pub cells: Vec<String>,
    }

    /// What an import would do.
    pub struct ImportView {
        /// Names this reading.
        pub import_id: String,
        /// The columns that were understood, by their field names.
        pub columns: Vec<String>,
        /// Columns of the file that nobody wants.
        pub unknown_columns: Vec<String>,
        /// The first rows, wrong ones first.
        pub rows: Vec<ImportRow>,
        /// How many rows.
        pub count: u32,
        /// How many are new.
        pub new: u32,
        /// How many change a row.
        pub changed: u32,
        /// How many are there as they are.
        pub same: u32,
        /// How many stand twice.
        pub double: u32,
        /// How many cannot be taken.
        pub wrong: u32,
    }

    /// Names one reading.
    pub struct ImportRequest {
        /// Its id.
        pub import_id: String,
    }

    /// How far an import or export is.
    pub struct ProgressView {
        /// What: the import's or export's id.
        pub id: String,
        /// Whether it is an export.
        pub is_export: bool,
        /// Rows done.
        pub done: u32,
        /// Rows in all.
        pub count: u32,
        /// Whether it is over.
        pub is_over: bool,
        /// Whether a person cancelled it.
        pub is_cancelled: bool,
    }

    /// An import that was done and can be undone.
    pub struct ImportDoneView {
        /// Its id.
        pub import_id: String,
        /// Rows that were taken.
        pub taken: u32,
        /// Whether it was cancelled before its end.
        pub is_cancelled: bool,
    }

    /// How many rows an undone import took back.
    pub struct ImportUndoneView {
        /// Rows taken back; those that were changed since stay.
        pub taken_back: u32,
    }

    /// A file format.
    #[derive(Copy)]
    pub enum FileFormat {
        /// Excel.
        Xlsx,
        /// Comma-separated text.
        Csv,
    }

    /// Writes a book, exactly what the list shows.
    pub struct BookExportRequest {
        /// Which book.
        pub kind: BookKind,
        /// In which format.
        pub format: FileFormat,
        /// The list's search.
        pub search: Option<String>,
        /// Whether the list shows only those that a person must look at.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub needs_attention: Option<bool>,
    }

    /// A file that was written.
    pub struct FileView {
        /// The file's name.
        pub file: String,
        /// The folder it lies in, as the person knows it.
        pub folder: String,
        /// How many rows.
        pub rows: u32,
    }
}

impl From<domain::MirrorState> for MirrorStateView {
    fn from(state: domain::MirrorState) -> Self {
        match state {
            domain::MirrorState::Clean => Self::Clean,
            domain::MirrorState::ToCreate | domain::MirrorState::ToUpdate => Self::Pending,
            domain::MirrorState::ToDelete => Self::Deleting,
            domain::MirrorState::Refused => Self::Refused,
            domain::MirrorState::Gone => Self::Gone,
        }
    }
}
