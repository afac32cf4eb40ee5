// Generated from the crate `contract` by `cargo xtask bindings`. Changes here are lost.

export type AccountDetailView = { 
/**
 * The account.
 */
account: AccountView, 
/**
 * The number in groups of four.
 */
numberGrouped: string, 
/**
 * The static QR, when it passed the guard.
 */
qr: QrView | null, 
/**
 * Why it is not shown, when it did not.
 */
qrProblem: QrProblem | null, 
/**
 * When the gateway last told.
 */
fetchedAt: Time | null, };

export type AccountKind = "master" | "virtual";

export type AccountRequest = { 
/**
 * The gateway's id.
 */
accountId: string, };

export type AccountView = { 
/**
 * The gateway's id.
 */
id: string, 
/**
 * Its kind.
 */
kind: AccountKind, 
/**
 * The holder's name.
 */
name: string, 
/**
 * The bank's name, or its code when it is not in the table.
 */
bankName: string, 
/**
 * The last four characters of the number.
 */
lastFour: string, 
/**
 * Whether this till receives into it.
 */
isReceiving: boolean, 
/**
 * Whether the gateway gave a static QR for it.
 */
hasStaticQr: boolean, };

export type AccountsView = { 
/**
 * The accounts, receiving one first.
 */
accounts: Array<AccountView>, 
/**
 * When the gateway last told.
 */
fetchedAt: Time | null, };

export type AddressView = { 
/**
 * Province or city.
 */
city: string, 
/**
 * District.
 */
district: string, 
/**
 * Ward; may be empty.
 */
ward: string, 
/**
 * Street.
 */
street: string, 
/**
 * House number; may be empty.
 */
houseNumber: string, };

export type AmountRequest = { 
/**
 * The text, at most 100 characters are looked at.
 */
text: string, };

export type AmountView = { 
/**
 * The amount, when it is one.
 */
amount: number | null, 
/**
 * Why it is none, or cannot be asked for by QR.
 */
problem: ErrorCode | null, 
/**
 * The amount in Vietnamese words.
 */
wordsVi: string, 
/**
 * The amount in English words.
 */
wordsEn: string, 
/**
 * The thousand suggestion for it (85 → 85.000).
 */
suggestion: number | null, 
/**
 * Round amounts near what was typed.
 */
quick: number[], 
/**
 * Whether the amount is unlike what shops ask for (under 1.000 dong), so that a person is asked once.
 */
isOdd: boolean, };

export type AppView = { 
/**
 * The app's version.
 */
version: string, 
/**
 * What the shop chose.
 */
settings: SettingsView, 
/**
 * Where requests go.
 */
environment: EnvironmentView, 
/**
 * The account this till receives into.
 */
receivingAccount: AccountView | null, 
/**
 * The open sales, oldest first.
 */
sales: Array<SaleView>, 
/**
 * The sale in front.
 */
focusedSaleId: string | null, 
/**
 * When the counter last knew of transfers.
 */
freshness: FreshnessView, 
/**
 * When it last knew of instalment payments.
 */
instalmentFreshness: FreshnessView, 
/**
 * What the shop set up for instalments.
 */
instalments: InstalmentSettingsView, 
/**
 * The clock.
 */
clock: ClockView, 
/**
 * What must be said once.
 */
notices: Array<Notice>, 
/**
 * Whether the customer display is open.
 */
isDisplayOpen: boolean, 
/**
 * Now, by this machine.
 */
now: Time, };

export type BankCertainty = "documented" | "assumed" | "own";

export type BeneficiaryListRequest = { 
/**
 * Name, number, bank or remark, blind to diacritics.
 */
search?: string, };

export type BeneficiaryListView = { 
/**
 * The rows.
 */
rows: Array<BeneficiaryView>, 
/**
 * How many match.
 */
count: number, };

export type BeneficiaryPictureRequest = { 
/**
 * The file's content, Base64; PNG or JPEG, at most 8 MB.
 */
content: string, };

export type BeneficiaryReadRequest = { 
/**
 * The text.
 */
text: string, };

export type BeneficiaryReadView = { 
/**
 * The bank.
 */
bank: PayoutBankView | null, 
/**
 * Other banks that the text may mean.
 */
otherBanks: Array<PayoutBankView>, 
/**
 * The account number.
 */
accountNumber: string | null, 
/**
 * The holder, folded.
 */
accountName: string | null, 
/**
 * The amount in a VietQR.
 */
amount: number | null, 
/**
 * The memo in a VietQR.
 */
description: string | null, 
/**
 * The row of the book with the same bank and number.
 */
beneficiary: BeneficiaryView | null, };

export type BeneficiaryRequest = { 
/**
 * Its id.
 */
beneficiaryId: string, };

export type BeneficiarySaveRequest = { 
/**
 * Its id; none enters a new one.
 */
beneficiaryId: string | null, 
/**
 * The gateway's code of the bank.
 */
bankId: string, 
/**
 * The account number, as typed.
 */
accountNumber: string, 
/**
 * The holder, as typed; folded to upper-case ASCII.
 */
accountName: string, 
/**
 * The shop's own remark.
 */
note: string, };

export type BeneficiaryView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Where its money goes.
 */
destination: DestinationView, 
/**
 * The shop's own remark; may be empty.
 */
note: string, 
/**
 * When a payout to exactly this destination was last made.
 */
lastPaidAt: Time | null, 
/**
 * How many were made.
 */
timesPaid: number, };

export type BookExportRequest = { 
/**
 * Which book.
 */
kind: BookKind, 
/**
 * In which format.
 */
format: FileFormat, 
/**
 * The list's search.
 */
search: string | null, 
/**
 * Whether the list shows only those that a person must look at.
 */
needsAttention?: boolean, };

export type BookKind = "customers" | "products";

export type BooksView = { 
/**
 * When all customers were last read; none before the first time.
 */
customersAt: Time | null, 
/**
 * When all products were last read.
 */
productsAt: Time | null, 
/**
 * Whether they are being read now.
 */
isSyncing: boolean, 
/**
 * How many rows the gateway is still to be told of.
 */
pending: number, 
/**
 * How many rows it refused.
 */
refused: number, 
/**
 * Why the last reading failed, when it did.
 */
problem: ErrorBody | null, };

export type Certainty = "notSent" | "refused" | "unknown";

export type ClockLevel = "unmeasured" | "green" | "amber" | "red";

export type ClockView = { 
/**
 * This machine minus the gateway, in milliseconds.
 */
skewMs: number | null, 
/**
 * How bad that is.
 */
level: ClockLevel, 
/**
 * Whether requests are corrected by it.
 */
isCorrected: boolean, 
/**
 * When it was measured.
 */
measuredAt: Time | null, };

export type CodeCertainty = "documented" | "assumed" | "own";

export type CodeKind = "tax" | "income" | "expense";

export type CodeRemoveRequest = { 
/**
 * Which table.
 */
kind: CodeKind, 
/**
 * The code.
 */
code: string, };

export type CodeSaveRequest = { 
/**
 * Which table.
 */
kind: CodeKind, 
/**
 * The gateway's code, as on its portal.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * A tax's rate in percent, as a decimal text.
 */
rate: string | null, 
/**
 * Whether it becomes the default of its table.
 */
isDefault: boolean, };

export type CodeView = { 
/**
 * The gateway's code.
 */
code: string, 
/**
 * Its name in Vietnamese.
 */
nameVi: string, 
/**
 * Its name in English.
 */
nameEn: string, 
/**
 * A tax's rate in percent, as a decimal text such as `8` or `3.5`.
 */
rate: string | null, 
/**
 * How sure it is.
 */
certainty: CodeCertainty, };

export type CodesView = { 
/**
 * Tax codes.
 */
tax: Array<CodeView>, 
/**
 * Income categories.
 */
income: Array<CodeView>, 
/**
 * Expense categories.
 */
expense: Array<CodeView>, 
/**
 * The tax code of new products and lines.
 */
defaultTax: string, 
/**
 * The income category of new products.
 */
defaultIncome: string, 
/**
 * The expense category of new products.
 */
defaultExpense: string, };

export type ContactPersonView = { 
/**
 * Name.
 */
name: string, 
/**
 * Phone.
 */
phone: string, 
/**
 * E-mail.
 */
email: string, };

export type CredentialsRequest = { 
/**
 * The world they are for.
 */
kind: EnvironmentKind, 
/**
 * The client id of the portal.
 */
clientId: string, 
/**
 * The secret key of the portal.
 */
secretKey: string, };

export type CredentialsView = { 
/**
 * Whether both parts are kept.
 */
isPresent: boolean, 
/**
 * The last four characters of the client id.
 */
clientIdTail: string | null, 
/**
 * Where they are kept.
 */
keptIn: KeyringKind, 
/**
 * Why the keyring could not be read, when it could not.
 */
problem: ErrorBody | null, };

export type CustomerAddressView = { 
/**
 * Country.
 */
country: string, 
/**
 * Province or city.
 */
province: string, 
/**
 * District.
 */
district: string, 
/**
 * Ward.
 */
ward: string, 
/**
 * Street and number.
 */
address: string, 
/**
 * Post code.
 */
zipCode: string, };

export type CustomerDetailView = { 
/**
 * The customer.
 */
customer: CustomerView, 
/**
 * The latest invoices.
 */
invoices: Array<InvoiceRow>, 
/**
 * The latest payments that are known to be this customer's.
 */
payments: Array<PaymentRow>, };

export type CustomerFactsView = { 
/**
 * Our code; empty for a new one lets the app make it.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * Phone, in any grouping; kept in domestic digits.
 */
phone: string, 
/**
 * Person or company.
 */
kind: CustomerKindView, 
/**
 * E-mail; may be empty.
 */
email: string, 
/**
 * Tax code; may be empty.
 */
taxId: string, 
/**
 * The shop's own mark; may be empty.
 */
tag: string, 
/**
 * At least one for a company.
 */
contacts: Array<ContactPersonView>, 
/**
 * Address.
 */
address: CustomerAddressView, };

export type CustomerKindView = "person" | "company";

export type CustomerListRequest = { 
/**
 * Name, phone, code, tax code, e-mail.
 */
search?: string, 
/**
 * Persons or companies only.
 */
kind?: CustomerKindView, 
/**
 * Only those that a person must look at.
 */
needsAttention?: boolean, 
/**
 * Where the page before ended.
 */
cursor?: string, 
/**
 * At most this many, 1 to 200.
 */
limit?: number, };

export type CustomerPage = { 
/**
 * The customers, by name.
 */
rows: Array<CustomerView>, 
/**
 * Where the next page starts.
 */
nextCursor: string | null, 
/**
 * How many match.
 */
count: number, };

export type CustomerRequest = { 
/**
 * Its id.
 */
customerId: string, };

export type CustomerSaveRequest = { 
/**
 * Its id; none makes a new one.
 */
customerId: string | null, 
/**
 * What was entered.
 */
facts: CustomerFactsView, };

export type CustomerView = { 
/**
 * Its id.
 */
id: string, 
/**
 * What was entered.
 */
facts: CustomerFactsView, 
/**
 * The gateway's half.
 */
mirror: MirrorView, };

export type DestinationView = { 
/**
 * The gateway's code of the bank for payouts.
 */
bankId: string, 
/**
 * Its BIN, when known.
 */
bankBin: string | null, 
/**
 * Its short name.
 */
bankName: string, 
/**
 * The account number, without spaces.
 */
accountNumber: string, 
/**
 * The same in groups of four.
 */
accountGrouped: string, 
/**
 * The holder, upper-case ASCII.
 */
accountName: string, };

export type DiscountView = { "kind": "none" } | { "kind": "percent", 
/**
 * 0 to 100, as a decimal text such as `7.5`.
 */
percent: string, } | { "kind": "amount", 
/**
 * How much.
 */
amount: number, };

export type DisplayState = { "kind": "idle" } | { "kind": "review", 
/**
 * The amount.
 */
amount: number, 
/**
 * The products.
 */
lines: Array<SaleLineView>, } | { "kind": "qr", 
/**
 * The drawing.
 */
drawing: QrDrawing, 
/**
 * The bank.
 */
bankName: string, 
/**
 * The account's holder.
 */
accountName: string, 
/**
 * The account's last four characters.
 */
accountLastFour: string, 
/**
 * The amount.
 */
amount: number, 
/**
 * The memo to keep as it is.
 */
memo: string | null, 
/**
 * When it runs out.
 */
expiresAt: Time | null, } | { "kind": "instalment", 
/**
 * The drawing.
 */
drawing: QrDrawing, 
/**
 * The amount.
 */
amount: number, 
/**
 * The plan chosen beforehand.
 */
plan: PlanView | null, 
/**
 * Whether the customer is at it on the phone.
 */
isInProgress: boolean, 
/**
 * When it runs out.
 */
expiresAt: Time | null, } | { "kind": "invoice", 
/**
 * The drawing.
 */
drawing: QrDrawing, 
/**
 * Its code.
 */
code: string, 
/**
 * What is to be paid.
 */
amount: number, } | { "kind": "firstPart", 
/**
 * The amount of the instalment payment.
 */
amount: number, 
/**
 * The first part, when known.
 */
firstPart: number | null, } | { "kind": "instalmentEnded", 
/**
 * The amount.
 */
amount: number, 
/**
 * How it ended.
 */
how: InstalmentStageView, } | { "kind": "checking", 
/**
 * The amount.
 */
amount: number, } | { "kind": "paid", 
/**
 * The bill.
 */
amount: number, } | { "kind": "short", 
/**
 * The bill.
 */
amount: number, 
/**
 * What came in, when known.
 */
received: number | null, 
/**
 * What is missing, when known.
 */
missing: number | null, } | { "kind": "over", 
/**
 * The bill.
 */
amount: number, 
/**
 * What is given back, when known.
 */
giveBack: number | null, } | { "kind": "expired", 
/**
 * The amount.
 */
amount: number, } | { "kind": "noNetwork", 
/**
 * The amount.
 */
amount: number, } | { "kind": "thankYou" };

export type DisplayView = { 
/**
 * Its language.
 */
language: Language, 
/**
 * Its look.
 */
theme: Theme, 
/**
 * The shop's name.
 */
shopName: string, 
/**
 * Whether this is practice.
 */
isPractice: boolean, 
/**
 * What it shows.
 */
state: DisplayState, };

export type EnvironmentKind = "practice" | "production" | "custom";

export type EnvironmentRequest = { 
/**
 * The world.
 */
kind: EnvironmentKind, 
/**
 * Needed for [`EnvironmentKind::Custom`]: https, or http on loopback.
 */
baseUrl: string | null, };

export type EnvironmentView = { 
/**
 * The world.
 */
kind: EnvironmentKind, 
/**
 * Its address, without keys.
 */
baseUrl: string, 
/**
 * The owner's own address, kept while another environment is used.
 */
customBaseUrl: string | null, 
/**
 * The keys of this world, never their text.
 */
credentials: CredentialsView, };

export type ErrorBody = { 
/**
 * The reason.
 */
code: ErrorCode, 
/**
 * What is certain about the money, when a gateway was involved.
 */
certainty: Certainty | null, 
/**
 * The gateway's request id, for support.
 */
requestId: string | null, 
/**
 * Values for the message, such as `seconds` or `status`.
 */
params: { [key in string]: string }, };

export type ErrorCode = "no_network" | "dns_failed" | "tls_failed" | "timeout" | "connection_lost" | "captive_portal" | "unreadable_answer" | "answer_too_large" | "unauthorized" | "clock_wrong" | "forbidden" | "not_found" | "conflict" | "refused_content" | "rate_limited" | "gateway_failed" | "amount_empty" | "amount_unreadable" | "amount_zero" | "amount_negative" | "amount_fraction" | "amount_too_large" | "sale_gone" | "sale_busy" | "nothing_missing" | "missing_uncertain" | "payment_gone" | "payment_not_ready" | "no_receiving_account" | "account_gone" | "no_credentials" | "credentials_malformed" | "keyring_missing" | "keyring_locked" | "keyring_timeout" | "keyring_refused" | "keyring_not_kept" | "base_url_refused" | "link_refused" | "link_failed" | "qr_missing" | "qr_image_address" | "qr_crc" | "qr_broken" | "qr_other_scheme" | "qr_wrong_amount" | "qr_wrong_account" | "qr_new_account" | "qr_unknown_bank" | "picture_failed" | "storage_full" | "storage_read_only" | "storage_locked" | "storage_damaged" | "storage_newer" | "storage_failed" | "no_instalment_keys" | "instalment_not_set_up" | "instalment_field_refused" | "instalment_refused" | "amount_below_minimum" | "amount_above_maximum" | "shop_address_missing" | "plan_gone" | "first_part_differs" | "code_taken" | "customer_gone" | "product_gone" | "invoice_gone" | "field_refused" | "contact_missing" | "customer_missing" | "lines_refused" | "quantity_refused" | "tax_code_unknown" | "discount_refused" | "due_date_refused" | "not_at_gateway" | "file_unreadable" | "file_too_large" | "columns_unknown" | "file_failed" | "cancelled" | "import_gone" | "pin_missing" | "pin_wrong" | "pin_wait" | "pin_weak" | "pin_same" | "owner_locked" | "read_back_gone" | "payout_gone" | "payout_not_ready" | "payout_tampered" | "payout_over_limit" | "payout_over_day" | "payout_over_balance" | "address_not_listed" | "code_unreadable" | "code_not_sent" | "code_refused" | "beneficiary_gone" | "beneficiary_taken" | "bank_unknown" | "account_number_refused" | "account_name_refused" | "description_refused" | "nothing_understood" | "not_practice" | "display_failed" | "text_refused" | "bad_request" | "internal";

export type FileFormat = "xlsx" | "csv";

export type FileView = { 
/**
 * The file's name.
 */
file: string, 
/**
 * The folder it lies in, as the person knows it.
 */
folder: string, 
/**
 * How many rows.
 */
rows: number, };

export type FirstPartChoice = { 
/**
 * Whole percent of the amount.
 */
percent: number, 
/**
 * The same in dong.
 */
amount: number | null, };

export type FirstPartRequest = { 
/**
 * The payment.
 */
paymentId: string, 
/**
 * What the shop took.
 */
amount: number, 
/**
 * How.
 */
tender: TenderView, 
/**
 * The shop's own receipt number; may be empty.
 */
receipt: string, };

export type FirstPartView = { 
/**
 * How much: what the gateway asked for, or what the shop took.
 */
amount: number | null, 
/**
 * How it was paid, once taken.
 */
tender: TenderView | null, 
/**
 * The shop's own receipt number, once taken.
 */
receipt: string | null, 
/**
 * The confirmation, once it was made.
 */
confirmation: StepView | null, };

export type FrequentView = { 
/**
 * At most five, most frequent first.
 */
amounts: number[], };

export type FreshnessState = "idle" | "fresh" | "failing" | "waiting";

export type FreshnessView = { 
/**
 * Whether it knows.
 */
state: FreshnessState, 
/**
 * The last answered check.
 */
checkedAt: Time | null, 
/**
 * Since when checks fail.
 */
failingSince: Time | null, 
/**
 * Why they fail.
 */
problem: ErrorBody | null, 
/**
 * When the next check is due, if one is planned.
 */
nextAt: Time | null, 
/**
 * How many payments are watched.
 */
watched: number, };

export type ImportDoneView = { 
/**
 * Its id.
 */
importId: string, 
/**
 * Rows that were taken.
 */
taken: number, 
/**
 * Whether it was cancelled before its end.
 */
isCancelled: boolean, };

export type ImportReadRequest = { 
/**
 * Into which book.
 */
kind: BookKind, 
/**
 * The file's name.
 */
fileName: string, 
/**
 * Its content, Base64.
 */
content: string, };

export type ImportRequest = { 
/**
 * Its id.
 */
importId: string, };

export type ImportRow = { 
/**
 * Its line in the file, from 1 with the header.
 */
line: number, 
/**
 * What becomes of it.
 */
verdict: ImportVerdict, 
/**
 * The column that is wrong, for [`ImportVerdict::Wrong`].
 */
field: string | null, 
/**
 * Why.
 */
problem: ErrorBody | null, 
/**
 * The cells that were understood, in the order of [`ImportView::columns`].
 */
cells: Array<string>, };

export type ImportUndoneView = { 
/**
 * Rows taken back; those that were changed since stay.
 */
takenBack: number, };

export type ImportVerdict = "new" | "change" | "same" | "double" | "wrong";

export type ImportView = { 
/**
 * Names this reading.
 */
importId: string, 
/**
 * The columns that were understood, by their field names.
 */
columns: Array<string>, 
/**
 * Columns of the file that nobody wants.
 */
unknownColumns: Array<string>, 
/**
 * The first rows, wrong ones first.
 */
rows: Array<ImportRow>, 
/**
 * How many rows.
 */
count: number, 
/**
 * How many are new.
 */
new: number, 
/**
 * How many change a row.
 */
changed: number, 
/**
 * How many are there as they are.
 */
same: number, 
/**
 * How many stand twice.
 */
double: number, 
/**
 * How many cannot be taken.
 */
wrong: number, };

export type InstalmentCreateRequest = { 
/**
 * The sale it is for.
 */
saleId: string, 
/**
 * The intent of the form ([`crate::sale::SaleView::next_intent_id`]); the same intent never asks twice.
 */
intentId: string, 
/**
 * The amount.
 */
amount: number, 
/**
 * Who pays.
 */
customer: InstalmentCustomerView, 
/**
 * Where the goods go; none when they are taken at the counter: the shop's own address.
 */
address: AddressView | null, 
/**
 * What is bought.
 */
goods: string, 
/**
 * A plan of the last [`PlansView`]; none lets the customer choose on the gateway's page.
 */
planId: string | null, };

export type InstalmentCustomerView = { 
/**
 * Domestic digits.
 */
phone: string, 
/**
 * Family and middle names.
 */
lastName: string, 
/**
 * Given name.
 */
firstName: string, 
/**
 * E-mail.
 */
email: string, };

export type InstalmentFormView = { 
/**
 * The sale.
 */
saleId: string, 
/**
 * What is to be paid in instalments: the bill, or what is missing of it.
 */
amount: number, 
/**
 * Why nothing can be asked for now: `no_instalment_keys`, `instalment_not_set_up`, `amount_below_minimum`,
 * `amount_above_maximum`, `sale_busy`, `amount_empty`, …
 */
problem: ErrorBody | null, 
/**
 * The shop's own smallest amount.
 */
minimum: number | null, 
/**
 * The shop's own largest amount.
 */
maximum: number | null, 
/**
 * The shop's address, for goods taken at the counter; none when it was never entered.
 */
shopAddress: AddressView | null, 
/**
 * What is bought, as it will be sent unless changed.
 */
goods: string, 
/**
 * The customer of this sale's last try.
 */
customer: InstalmentCustomerView | null, };

export type InstalmentKeysRequest = { 
/**
 * The environment they are for.
 */
kind: EnvironmentKind, 
/**
 * `Client-Id` as Fundiin gave it.
 */
clientId: string, 
/**
 * The secret key as Fundiin gave it.
 */
secretKey: string, };

export type InstalmentReadRequest = { 
/**
 * Anything like a phone number.
 */
phone: string, 
/**
 * The whole name.
 */
name: string, 
/**
 * E-mail.
 */
email: string, };

export type InstalmentReadView = { 
/**
 * The phone in domestic digits, when it is one.
 */
phone: string | null, 
/**
 * Whether a phone is there but cannot be one.
 */
isPhoneWrong: boolean, 
/**
 * The customer with this phone, met before.
 */
known: InstalmentCustomerView | null, 
/**
 * Family and middle names.
 */
lastName: string, 
/**
 * Given name.
 */
firstName: string, 
/**
 * Whether a name is there but one of its two parts is missing.
 */
isNameShort: boolean, 
/**
 * Whether an e-mail is there but cannot be one.
 */
isEmailWrong: boolean, };

export type InstalmentSettingsRequest = { 
/**
 * Address of the gateway in the custom environment: https, or http on loopback.
 */
baseUrl?: string, 
/**
 * See [`InstalmentSettingsView`].
 */
merchantId?: string, 
/**
 * See [`InstalmentSettingsView`].
 */
storeId?: string, 
/**
 * See [`InstalmentSettingsView`].
 */
platformId?: string, 
/**
 * See [`InstalmentSettingsView`]; zero for none.
 */
minimum: number, 
/**
 * See [`InstalmentSettingsView`]; zero for none.
 */
maximum: number, 
/**
 * See [`InstalmentSettingsView`]; empty for the default.
 */
successUrl?: string, 
/**
 * See [`InstalmentSettingsView`]; empty for the default.
 */
unsuccessUrl?: string, 
/**
 * See [`InstalmentSettingsView`]; empty for the default.
 */
category?: string, 
/**
 * See [`InstalmentSettingsView`].
 */
address?: AddressView, };

export type InstalmentSettingsView = { 
/**
 * The environment it is for.
 */
environment: EnvironmentKind, 
/**
 * The gateway's address, without keys.
 */
baseUrl: string, 
/**
 * The keys, never their text.
 */
credentials: CredentialsView, 
/**
 * `merchantId`; fixed in practice mode, like the two below.
 */
merchantId: string, 
/**
 * `storeId`.
 */
storeId: string, 
/**
 * `platformId`.
 */
platformId: string, 
/**
 * Smallest amount offered; the gateway's own limit is its own.
 */
minimum: number | null, 
/**
 * Largest amount offered.
 */
maximum: number | null, 
/**
 * Where the customer's browser goes after success.
 */
successUrl: string, 
/**
 * Where it goes otherwise.
 */
unsuccessUrl: string, 
/**
 * The category told for goods without one.
 */
category: string, 
/**
 * The shop's address, for goods taken at the counter.
 */
address: AddressView | null, 
/**
 * Whether a payment can be asked for: keys and the three ids are there.
 */
isReady: boolean, };

export type InstalmentStageView = "waiting" | "inProgress" | "firstPart" | "accepted" | "refused" | "expired" | "cancelled";

export type InstalmentTestView = { 
/**
 * The clock against the gateway's.
 */
clock: ClockView, 
/**
 * How long it took, in milliseconds.
 */
tookMs: number, 
/**
 * What the gateway said to it.
 */
said: SaidView | null, 
/**
 * When it was made.
 */
at: Time, };

export type InstalmentView = { 
/**
 * Where it stands at the gateway.
 */
stage: InstalmentStageView, 
/**
 * The gateway's words about it.
 */
said: SaidView | null, 
/**
 * The customer's name.
 */
customerName: string, 
/**
 * The customer's phone.
 */
customerPhone: string, 
/**
 * What is bought.
 */
goods: string, 
/**
 * The plan chosen beforehand.
 */
plan: PlanView | null, 
/**
 * The link drawn as a QR, when it may be shown and is still of use.
 */
qr: QrDrawing | null, 
/**
 * Why it may not be shown: `link_refused`, `qr_missing`.
 */
linkProblem: ErrorCode | null, 
/**
 * The first part, once the gateway asked for it or the shop took it.
 */
firstPart: FirstPartView | null, 
/**
 * The cancel, once asked for.
 */
cancel: StepView | null, 
/**
 * The refund, once asked for.
 */
refund: RefundView | null, 
/**
 * Whether the first part can be confirmed now.
 */
canConfirmFirstPart: boolean, 
/**
 * Whether it can be cancelled now.
 */
canCancel: boolean, 
/**
 * Whether it can be refunded now.
 */
canRefund: boolean, };

export type InvoiceContentView = { 
/**
 * Whom it is for.
 */
customer: InvoiceCustomerView | null, 
/**
 * How prices and tax go together.
 */
taxType: TaxTypeView, 
/**
 * What is on it.
 */
lines: Array<InvoiceLineView>, 
/**
 * What is taken off.
 */
discount: DiscountView, 
/**
 * A note for the customer.
 */
note: string, 
/**
 * Its date.
 */
transactionDate: Time, 
/**
 * Until when it is to be paid.
 */
dueDate: Time, 
/**
 * `bank_transfer`, `card`, `ewallet_momo`.
 */
paymentMethods: Array<string>, 
/**
 * Where a transfer goes; none for this till's receiving account.
 */
accountId: string | null, };

export type InvoiceCountRequest = { 
/**
 * What was entered so far.
 */
content: InvoiceContentView, };

export type InvoiceCountView = { 
/**
 * The sums; none while they cannot be said.
 */
totals: TotalsView | null, 
/**
 * What keeps it from being sent.
 */
problems: Array<InvoiceProblem>, };

export type InvoiceCustomerView = { 
/**
 * The customer in our books.
 */
customerId: string | null, 
/**
 * Its code.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * Phone; may be empty.
 */
phone: string, 
/**
 * E-mail; may be empty.
 */
email: string, 
/**
 * Tax code; may be empty.
 */
taxId: string, 
/**
 * Address in one line; may be empty.
 */
address: string, };

export type InvoiceDraftRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Whom it is for, once entered.
 */
customerName: string, 
/**
 * What it comes to, when that can be said.
 */
total: number | null, 
/**
 * How many lines.
 */
lines: number, 
/**
 * When it was last changed.
 */
updatedAt: Time, };

export type InvoiceDraftSaveRequest = { 
/**
 * Its id; none begins a new one.
 */
invoiceId: string | null, 
/**
 * Its code; empty keeps or makes one.
 */
code: string, 
/**
 * What was entered so far.
 */
content: InvoiceContentView, };

export type InvoiceDraftView = { 
/**
 * Its id, later the payment's.
 */
id: string, 
/**
 * Its code.
 */
code: string, 
/**
 * What was entered so far.
 */
content: InvoiceContentView, 
/**
 * What it comes to; none while that cannot be said.
 */
totals: TotalsView | null, 
/**
 * What keeps it from being sent.
 */
problems: Array<InvoiceProblem>, 
/**
 * When it was last changed.
 */
updatedAt: Time, };

export type InvoiceFileRequest = { 
/**
 * Its id.
 */
invoiceId: string, 
/**
 * On which sheet.
 */
size: PaperSize, 
/**
 * In which format.
 */
format: PaperFormat, };

export type InvoiceLineView = { 
/**
 * The product in our books.
 */
productId: string | null, 
/**
 * Its SKU.
 */
sku: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its unit.
 */
unit: string, 
/**
 * How many.
 */
quantity: number, 
/**
 * The price of one.
 */
unitPrice: number, 
/**
 * The tax code.
 */
taxCode: string, 
/**
 * A remark.
 */
note: string, };

export type InvoiceListRequest = { 
/**
 * Code, customer, phone, product, amount.
 */
search?: string, 
/**
 * Where they stand.
 */
standings?: Array<InvoiceStandingView>, 
/**
 * Where the page before ended.
 */
cursor?: string, 
/**
 * At most this many, 1 to 200.
 */
limit?: number, };

export type InvoicePage = { 
/**
 * The invoices, newest first.
 */
rows: Array<InvoiceRow>, 
/**
 * Where the next page starts.
 */
nextCursor: string | null, 
/**
 * How many match.
 */
count: number, 
/**
 * The sum asked of all that match.
 */
asked: number, 
/**
 * The sum received of all that match.
 */
received: number, 
/**
 * The drafts, newest first; on the first page only.
 */
drafts: Array<InvoiceDraftRow>, };

export type InvoicePaperRequest = { 
/**
 * Its id; drafts are marked as such.
 */
invoiceId: string, 
/**
 * On which sheet.
 */
size: PaperSize, };

export type InvoiceProblem = { 
/**
 * Where: `customer`, `lines`, `lines.3.quantity`, `dueDate`, …
 */
field: string, 
/**
 * Why.
 */
problem: ErrorBody, };

export type InvoiceRequest = { 
/**
 * Its id.
 */
invoiceId: string, };

export type InvoiceRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Whom it is for.
 */
customerName: string, 
/**
 * What is to be paid, the gateway's figure once it told.
 */
total: number, 
/**
 * Received so far, when known.
 */
received: number | null, 
/**
 * Where it stands.
 */
standing: InvoiceStandingView, 
/**
 * When it was made.
 */
createdAt: Time, 
/**
 * Until when it is to be paid.
 */
dueDate: Time, };

export type InvoiceShowRequest = { 
/**
 * Its id; none takes it off.
 */
invoiceId: string | null, };

export type InvoiceStandingView = "waiting" | "overdue" | "short" | "paid" | "unclear" | "refused" | "deleted";

export type InvoiceUpdateRequest = { 
/**
 * Its id.
 */
invoiceId: string, 
/**
 * What it is to say.
 */
content: InvoiceContentView, };

export type InvoiceView = { 
/**
 * Its id, the payment's.
 */
id: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Where it stands.
 */
standing: InvoiceStandingView, 
/**
 * What it says.
 */
content: InvoiceContentView, 
/**
 * What it comes to by our own count.
 */
totals: TotalsView | null, 
/**
 * What the gateway says that it comes to.
 */
gatewayTotal: number | null, 
/**
 * The tax in the gateway's figures.
 */
gatewayTax: number | null, 
/**
 * The payment behind it.
 */
payment: PaymentView, 
/**
 * The link drawn as a QR, while it is of use.
 */
linkQr: QrDrawing | null, 
/**
 * The last change, once asked for.
 */
update: StepView | null, 
/**
 * The deletion, once asked for.
 */
deletion: StepView | null, 
/**
 * Whether it can be changed now.
 */
canUpdate: boolean, 
/**
 * Whether it can be deleted now.
 */
canDelete: boolean, };

export type KeyringKind = "secretService" | "credentialManager" | "keychain";

export type Language = "vi" | "en";

export type MethodView = "transfer" | "instalment" | "invoice";

export type MirrorStateView = "clean" | "pending" | "refused" | "deleting" | "gone";

export type MirrorView = { 
/**
 * Where it stands.
 */
state: MirrorStateView, 
/**
 * Why the gateway refused it.
 */
problem: ErrorBody | null, 
/**
 * The gateway's text about it; a stranger's.
 */
message: string | null, 
/**
 * When the gateway last told of it.
 */
fetchedAt: Time | null, 
/**
 * The gateway's id.
 */
gatewayId: string | null, };

export type Notice = { 
/**
 * What.
 */
code: ErrorCode, 
/**
 * The name of the file that was set aside, for damage.
 */
file: string | null, 
/**
 * How many rows were saved, for damage.
 */
saved: number | null, };

export type OwnerPinRequest = { 
/**
 * The present one, when one is set.
 */
current: string | null, 
/**
 * The new one, 4 to 12 digits, not one digit repeated or a plain row.
 */
new: string, };

export type OwnerUnlockRequest = { 
/**
 * 4 to 12 digits.
 */
pin: string, };

export type OwnerView = { 
/**
 * Whether the owner's PIN is set.
 */
hasPin: boolean, 
/**
 * Whether a second person confirms payouts with a PIN of their own.
 */
hasSecond: boolean, 
/**
 * Whether payouts can be seen now, and until when without use.
 */
unlockedUntil: Time | null, 
/**
 * After wrong PINs: no PIN is tried before this moment.
 */
waitUntil: Time | null, 
/**
 * The limits of payouts and what of today's is used.
 */
limits: PayoutLimitsView, };

export type PaperFormat = "pdf" | "png";

export type PaperSize = "a4" | "a5" | "slip80";

export type PaperView = { 
/**
 * One picture a page, as a `data:` address of a PNG.
 */
pages: Array<string>, };

export type PaymentCreateRequest = { 
/**
 * The sale it is for.
 */
saleId: string, 
/**
 * The intent of the form ([`crate::sale::SaleView::next_intent_id`]); the same intent never asks twice.
 */
intentId: string, 
/**
 * The amount.
 */
amount: number, };

export type PaymentDetailView = { 
/**
 * The payment.
 */
payment: PaymentView, 
/**
 * The gateway's id.
 */
gatewayId: string | null, 
/**
 * The text sent with it: a transfer's memo, an instalment payment's order text.
 */
description: string, 
/**
 * Its history, oldest first.
 */
timeline: Array<TimelineEntry>, };

export type PaymentListRequest = { 
/**
 * Words, codes or an amount (`500k`).
 */
search?: string, 
/**
 * Verdicts.
 */
verdicts?: Array<VerdictView>, 
/**
 * Methods.
 */
methods?: Array<MethodView>, 
/**
 * From this moment. An invoice counts when its first money came in, if any did; everything else when it was asked for.
 */
from?: Time, 
/**
 * Before this moment.
 */
to?: Time, 
/**
 * Where the page before ended.
 */
cursor?: string, 
/**
 * At most this many, 200 at the most.
 */
limit?: number, };

export type PaymentPage = { 
/**
 * The payments.
 */
rows: Array<PaymentRow>, 
/**
 * Where the next page starts.
 */
nextCursor: string | null, 
/**
 * How many match in all.
 */
count: number, 
/**
 * The sum asked of all that match.
 */
asked: number, 
/**
 * The sum certainly received of all that match.
 */
received: number, };

export type PaymentPhase = "sending" | "lookingUp" | "open" | "expired" | "rejected" | "failed" | "closed";

export type PaymentRequest = { 
/**
 * Its id.
 */
paymentId: string, };

export type PaymentRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * When the cashier asked.
 */
createdAt: Time, 
/**
 * The sale's running number.
 */
saleNumber: number, 
/**
 * The sale's name or table.
 */
saleName: string, 
/**
 * What people call it by: an invoice's code, or else the short code in the transfer memo.
 */
code: string, 
/**
 * The amount asked.
 */
amount: number, 
/**
 * Received so far, when known.
 */
received: number | null, 
/**
 * Its verdict.
 */
verdict: VerdictView, 
/**
 * Whether the money came late.
 */
isLate: boolean, 
/**
 * Where it stands.
 */
phase: PaymentPhase, 
/**
 * How the customer pays.
 */
method: MethodView, 
/**
 * Whether the whole amount went back.
 */
isRefunded: boolean, 
/**
 * The account's bank and last four characters; the customer's name for an instalment payment.
 */
account: string, };

export type PaymentView = { 
/**
 * Its id, the intent's.
 */
id: string, 
/**
 * The sale it is for.
 */
saleId: string, 
/**
 * The sale's running number.
 */
saleNumber: number, 
/**
 * The sale's name or table.
 */
saleName: string, 
/**
 * How the customer pays.
 */
method: MethodView, 
/**
 * Our reference at the gateway.
 */
reference: string, 
/**
 * The short code in the transfer memo.
 */
memoCode: string, 
/**
 * The amount asked.
 */
amount: number, 
/**
 * Received so far, when the gateway tells.
 */
received: number | null, 
/**
 * Missing, when it is known to be short.
 */
missing: number | null, 
/**
 * Too much, when it is known to be over.
 */
giveBack: number | null, 
/**
 * Its verdict.
 */
verdict: VerdictView, 
/**
 * Whether the money came after the QR had run out.
 */
isLate: boolean, 
/**
 * Where it stands.
 */
phase: PaymentPhase, 
/**
 * The gateway's own status word.
 */
gatewayStatus: string | null, 
/**
 * The account's holder; empty for an instalment payment, like the two below.
 */
accountName: string, 
/**
 * The account's bank.
 */
bankName: string, 
/**
 * The account's last four characters.
 */
accountLastFour: string, 
/**
 * A transfer's QR, when it may be shown.
 */
qr: QrView | null, 
/**
 * Why it may not.
 */
qrProblem: QrProblem | null, 
/**
 * What an instalment payment has of its own.
 */
instalment: InstalmentView | null, 
/**
 * Whether the whole amount went back to the customer.
 */
isRefunded: boolean, 
/**
 * The gateway's page for the payer, as text.
 */
paymentUrl: string | null, 
/**
 * When the cashier asked.
 */
createdAt: Time, 
/**
 * When the QR runs out.
 */
expiresAt: Time | null, 
/**
 * When the gateway last told.
 */
checkedAt: Time | null, 
/**
 * When money was first seen.
 */
moneySeenAt: Time | null, 
/**
 * The last failure, while it matters.
 */
problem: ErrorBody | null, 
/**
 * When the journal acts next.
 */
nextLookAt: Time | null, 
/**
 * The payment that took its place.
 */
replacedBy: string | null, 
/**
 * The gateway's request id of the last answer.
 */
requestId: string | null, };

export type PayoutBankSaveRequest = { 
/**
 * The bank's BIN.
 */
bin: string, 
/**
 * The gateway's code; empty removes the shop's own one.
 */
bankId: string, };

export type PayoutBankView = { 
/**
 * The gateway's code for payouts, as text; what a payout is sent with.
 */
bankId: string, 
/**
 * The BIN in a VietQR, kept apart from the code.
 */
bin: string | null, 
/**
 * Its short name.
 */
shortName: string, 
/**
 * Its full name in Vietnamese.
 */
name: string, 
/**
 * How sure the code is.
 */
certainty: BankCertainty, 
/**
 * Where the code is from.
 */
source: string, };

export type PayoutBanksView = { 
/**
 * By short name.
 */
banks: Array<PayoutBankView>, };

export type PayoutCloseRequest = { 
/**
 * The payout.
 */
payoutId: string, 
/**
 * Why, in the owner's words; not empty.
 */
reason: string, 
/**
 * The owner's PIN.
 */
pin: string, };

export type PayoutCodeRequest = { 
/**
 * The payout.
 */
payoutId: string, 
/**
 * The code as typed or pasted: digits, with spaces.
 */
code: string, 
/**
 * The PIN of the owner, or of the second person where there is one.
 */
pin: string, };

export type PayoutCreateRequest = { 
/**
 * The id that the read-back gave.
 */
payoutId: string, 
/**
 * The owner's PIN.
 */
pin: string, };

export type PayoutDetailView = { 
/**
 * The payout.
 */
payout: PayoutView, 
/**
 * Its history, oldest first.
 */
timeline: Array<TimelineEntry>, };

export type PayoutDifferenceView = "amount" | "accountNumber" | "accountName" | "bank" | "sourceAccount";

export type PayoutDraftRequest = { 
/**
 * The row of the book it was filled in from.
 */
beneficiaryId: string | null, 
/**
 * The gateway's code of the bank.
 */
bankId: string, 
/**
 * The account number, as typed.
 */
accountNumber: string, 
/**
 * The holder, as typed.
 */
accountName: string, 
/**
 * The source account.
 */
accountId: string, 
/**
 * The amount, as typed.
 */
amount: string, 
/**
 * The description, as typed.
 */
description: string, };

export type PayoutDraftView = { 
/**
 * The number as it is sent.
 */
accountNumber: string, 
/**
 * The same in groups of four.
 */
accountGrouped: string, 
/**
 * The holder as it is sent.
 */
accountName: string, 
/**
 * The description as it is sent.
 */
description: string, 
/**
 * How many of the 30 characters it takes; more than 30 is a problem.
 */
descriptionLength: number, 
/**
 * The amount, when it can be read.
 */
amount: number | null, 
/**
 * The same in Vietnamese words.
 */
wordsVi: string, 
/**
 * The same in English words.
 */
wordsEn: string, 
/**
 * What keeps it from being read back.
 */
problems: Array<PayoutProblem>, };

export type PayoutFormView = { 
/**
 * The accounts payouts can come from, those documented first.
 */
accounts: Array<SourceAccountView>, 
/**
 * The banks.
 */
banks: Array<PayoutBankView>, 
/**
 * The limits.
 */
limits: PayoutLimitsView, };

export type PayoutLimitsRequest = { 
/**
 * The owner's PIN.
 */
pin: string, 
/**
 * At most this much in one payout.
 */
each: number, 
/**
 * At most this much in one day of Vietnam.
 */
day: number, };

export type PayoutLimitsView = { 
/**
 * At most this much in one payout.
 */
each: number, 
/**
 * At most this much in one day of Vietnam.
 */
day: number, 
/**
 * What of today's is used: everything that moved money or still may.
 */
usedToday: number, };

export type PayoutListRequest = { 
/**
 * Name, number, bank, description, reference or amount.
 */
search?: string, 
/**
 * Where they stand.
 */
standings?: Array<PayoutStandingView>, 
/**
 * From this moment.
 */
from?: Time, 
/**
 * Before this moment.
 */
to?: Time, 
/**
 * Where the page before ended.
 */
cursor?: string, 
/**
 * At most this many, 200 at the most.
 */
limit?: number, };

export type PayoutNotice = { "kind": "firstTime" } | { "kind": "accountChanged", 
/**
 * When it was changed.
 */
at: Time, } | { "kind": "bankAssumed" } | { "kind": "overBalance", 
/**
 * The balance.
 */
balance: number, } | { "kind": "alike", 
/**
 * That payout.
 */
payoutId: string, 
/**
 * When it was decided.
 */
at: Time, } | { "kind": "sourceUndocumented" };

export type PayoutPage = { 
/**
 * The payouts.
 */
rows: Array<PayoutView>, 
/**
 * Where the next page starts.
 */
nextCursor: string | null, 
/**
 * How many match.
 */
count: number, 
/**
 * The sum of those that succeeded.
 */
succeeded: number, };

export type PayoutProblem = { 
/**
 * Where: `bank`, `accountNumber`, `accountName`, `account`, `amount`, `description`.
 */
field: string, 
/**
 * Why.
 */
problem: ErrorBody, };

export type PayoutReadBackView = { 
/**
 * The id of the payout to be; good for 15 minutes in this process.
 */
payoutId: string, 
/**
 * Where it goes.
 */
destination: DestinationView, 
/**
 * The source account.
 */
account: SourceAccountView, 
/**
 * How much.
 */
amount: number, 
/**
 * The same in Vietnamese words.
 */
wordsVi: string, 
/**
 * The same in English words.
 */
wordsEn: string, 
/**
 * The description as it is sent.
 */
description: string, 
/**
 * What deserves a second look; each is confirmed by itself.
 */
notices: Array<PayoutNotice>, };

export type PayoutReceiptFileRequest = { 
/**
 * The payout.
 */
payoutId: string, 
/**
 * On which sheet.
 */
size: PaperSize, 
/**
 * In which format.
 */
format: PaperFormat, };

export type PayoutReceiptRequest = { 
/**
 * The payout.
 */
payoutId: string, 
/**
 * On which sheet.
 */
size: PaperSize, };

export type PayoutRequest = { 
/**
 * Its id.
 */
payoutId: string, };

export type PayoutSendRequest = { 
/**
 * The payout.
 */
payoutId: string, 
/**
 * The owner's PIN.
 */
pin: string, };

export type PayoutStandingView = "notSent" | "unclear" | "undecided" | "awaitingCode" | "differs" | "codeUnclear" | "processing" | "settling" | "succeeded" | "failed" | "odd" | "refused" | "closed";

export type PayoutView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Our own reference at the gateway.
 */
reference: string, 
/**
 * Where it stands.
 */
standing: PayoutStandingView, 
/**
 * Where it goes, as decided.
 */
destination: DestinationView, 
/**
 * The source account.
 */
account: SourceAccountView, 
/**
 * How much, as decided.
 */
amount: number, 
/**
 * The same in Vietnamese words.
 */
wordsVi: string, 
/**
 * The same in English words.
 */
wordsEn: string, 
/**
 * The description as it was sent.
 */
description: string, 
/**
 * What the gateway repeats of it; shown beside the code.
 */
told: ToldPayoutView | null, 
/**
 * What differs.
 */
differences: Array<PayoutDifferenceView>, 
/**
 * The gateway's own status word.
 */
status: string | null, 
/**
 * How often a code may still be tried, when the gateway said so.
 */
triesLeft: number | null, 
/**
 * The code that was handed in last, never its text.
 */
code: StepView | null, 
/**
 * The gateway's id.
 */
gatewayId: string | null, 
/**
 * The bank's number of the transfer.
 */
transactionNumber: string | null, 
/**
 * Why it was refused, or the last failure while it matters.
 */
problem: ErrorBody | null, 
/**
 * Why a person closed it.
 */
closedReason: string | null, 
/**
 * How many complete searches in a row did not find it.
 */
absentLooks: number, 
/**
 * When the gateway last told.
 */
heardAt: Time | null, 
/**
 * When it is looked up next.
 */
nextLookAt: Time | null, 
/**
 * When it was decided.
 */
createdAt: Time, 
/**
 * Whether a code can be entered now.
 */
canEnterCode: boolean, 
/**
 * Whether the gateway can be asked about it now.
 */
canCheck: boolean, 
/**
 * Whether a person may let it go (again): certainly without an effect so far.
 */
canSend: boolean, 
/**
 * Whether a person may close it.
 */
canClose: boolean, 
/**
 * Whether the code needs the second person's PIN.
 */
needsSecond: boolean, };

export type PictureView = { 
/**
 * The file's name.
 */
file: string, 
/**
 * The folder it lies in, as the person knows it.
 */
folder: string, };

export type PlanPartView = { 
/**
 * How much.
 */
amount: number | null, 
/**
 * The day, `YYYY-MM-DD`, when the gateway gives one that can be read.
 */
due: string | null, };

export type PlanView = { 
/**
 * The gateway's id.
 */
id: string, 
/**
 * Its name; the gateway's text.
 */
name: string | null, 
/**
 * How many payments.
 */
payments: number | null, 
/**
 * The first of them.
 */
firstAmount: number | null, 
/**
 * Each later one.
 */
laterAmount: number | null, 
/**
 * On top of the price; none when the gateway does not say.
 */
fee: number | null, 
/**
 * All payments.
 */
total: number | null, 
/**
 * The payments with their days, where the gateway gives them.
 */
parts: Array<PlanPartView>, };

export type PlansRequest = { 
/**
 * The sale.
 */
saleId: string, 
/**
 * The amount to be paid in instalments.
 */
amount: number, 
/**
 * The first part wanted, in whole percent; none for the gateway's own choice.
 */
firstPercent: number | null, };

export type PlansView = { 
/**
 * The first part they are for, in whole percent.
 */
firstPercent: number | null, 
/**
 * Other first parts.
 */
firstParts: Array<FirstPartChoice>, 
/**
 * The plans, for the first part above.
 */
plans: Array<PlanView>, };

export type PracticeBankMove = "succeed" | "fail" | "settle" | "sayNonsense" | "expireCode";

export type PracticeMessageView = { 
/**
 * The payout it is about.
 */
payoutId: string, 
/**
 * When it came.
 */
at: Time, 
/**
 * The amount it names.
 */
amount: number, 
/**
 * The code in it.
 */
code: string, };

export type PracticeMove = { "kind": "payFull" } | { "kind": "pay", 
/**
 * The sum.
 */
amount: number, } | { "kind": "letExpire" } | { "kind": "begin" } | { "kind": "accept" } | { "kind": "refuse" } | { "kind": "firstPartHere" };

export type PracticePayRequest = { 
/**
 * The payment.
 */
paymentId: string, 
/**
 * What the customer does.
 */
what: PracticeMove, };

export type PracticePayoutRequest = { 
/**
 * The payout.
 */
payoutId: string, 
/**
 * What the bank does.
 */
what: PracticeBankMove, };

export type PracticeTrouble = "noNetwork" | "lostAnswer" | "gatewayDown" | "captivePortal" | "tooManyRequests" | "wrongAmount" | "wrongAccount" | "wrongCrc" | "imageAddress" | "unknownStatus" | "strangeLink" | "instalmentLimit" | "instalmentDenied" | "lostRefundAnswer" | "lostPayoutAnswer" | "lostPayoutRequest" | "lostCodeAnswer" | "addressNotListed" | "lowBalance" | "payoutRepeatedWrong";

export type PracticeTroubleRequest = { 
/**
 * Which one.
 */
trouble: PracticeTrouble, 
/**
 * On or off.
 */
isOn: boolean, };

export type PracticeView = { 
/**
 * Those that wait or last.
 */
troubles: Array<PracticeTrouble>, 
/**
 * The bank's messages of payouts that wait for a code, newest first.
 */
messages: Array<PracticeMessageView>, };

export type ProductCodeRequest = { 
/**
 * SKU or barcode.
 */
code: string, };

export type ProductFactsView = { 
/**
 * SKU or barcode; empty for a new one lets the app make it.
 */
sku: string, 
/**
 * Name.
 */
name: string, 
/**
 * Unit; may be empty.
 */
unit: string, 
/**
 * Description; may be empty.
 */
description: string, 
/**
 * Price before tax.
 */
salePrice: number, 
/**
 * Income category; empty for the default.
 */
saleCategory: string, 
/**
 * Tax code of a sale; may be empty.
 */
saleTax: string, 
/**
 * What the shop pays, before tax.
 */
purchasePrice: number, 
/**
 * Expense category; empty for the default.
 */
purchaseCategory: string, 
/**
 * Tax code of a purchase; may be empty.
 */
purchaseTax: string, };

export type ProductListRequest = { 
/**
 * Name, first letters, SKU or barcode.
 */
search?: string, 
/**
 * Only those that a person must look at.
 */
needsAttention?: boolean, 
/**
 * Where the page before ended.
 */
cursor?: string, 
/**
 * At most this many, 1 to 200.
 */
limit?: number, };

export type ProductPage = { 
/**
 * The products, by name.
 */
rows: Array<ProductView>, 
/**
 * Where the next page starts.
 */
nextCursor: string | null, 
/**
 * How many match.
 */
count: number, };

export type ProductPriceRequest = { 
/**
 * Price before tax.
 */
salePrice: number, 
/**
 * Tax code; may be empty.
 */
saleTax: string, };

export type ProductPriceView = { 
/**
 * The price with its tax.
 */
counterPrice: number, };

export type ProductRequest = { 
/**
 * Its id.
 */
productId: string, };

export type ProductSaveRequest = { 
/**
 * Its id; none makes a new one.
 */
productId: string | null, 
/**
 * What was entered.
 */
facts: ProductFactsView, };

export type ProductView = { 
/**
 * Its id.
 */
id: string, 
/**
 * What was entered.
 */
facts: ProductFactsView, 
/**
 * What one costs at the counter: the price with its tax. Where the tax is in no table, the price before tax.
 */
counterPrice: number, 
/**
 * Its quick key on the counter, from 0.
 */
quickKey: number | null, 
/**
 * The gateway's half.
 */
mirror: MirrorView, };

export type ProgressView = { 
/**
 * What: the import's or export's id.
 */
id: string, 
/**
 * Whether it is an export.
 */
isExport: boolean, 
/**
 * Rows done.
 */
done: number, 
/**
 * Rows in all.
 */
count: number, 
/**
 * Whether it is over.
 */
isOver: boolean, 
/**
 * Whether a person cancelled it.
 */
isCancelled: boolean, };

export type QrDrawing = { 
/**
 * The side in modules, margin of four included.
 */
side: number, 
/**
 * The SVG path of the dark modules, one unit a module.
 */
path: string, 
/**
 * The exact text, for pictures and tests.
 */
text: string, };

export type QrMeaning = { 
/**
 * The bank's name, when the BIN is in the table.
 */
bankName: string | null, 
/**
 * The bank's BIN.
 */
bankBin: string, 
/**
 * The account's holder.
 */
accountName: string, 
/**
 * The account number in groups of four.
 */
accountGrouped: string, 
/**
 * Its last four characters.
 */
accountLastFour: string, 
/**
 * The amount in it.
 */
amount: number | null, 
/**
 * The transfer memo in it.
 */
memo: string | null, };

export type QrProblem = { 
/**
 * The reason.
 */
code: ErrorCode, 
/**
 * What was found in it, when it could be read.
 */
found: QrMeaning | null, 
/**
 * Whether a person may confirm it (a new account of ours).
 */
canConfirm: boolean, };

export type QrView = { 
/**
 * The drawing.
 */
drawing: QrDrawing, 
/**
 * Its meaning.
 */
meaning: QrMeaning, 
/**
 * Something to be careful about, such as a bank that is not in the table.
 */
caution: ErrorCode | null, };

export type QuickKeysRequest = { 
/**
 * Product ids in order, none for an empty key; at most 24.
 */
productIds: Array<string | null>, };

export type QuickKeysView = { 
/**
 * The products in order.
 */
keys: Array<ProductView | null>, };

export type RateTotalView = { 
/**
 * The rate in percent, as a decimal text.
 */
rate: string, 
/**
 * What it is taken of.
 */
base: number, 
/**
 * The tax.
 */
tax: number, };

export type RefundRequest = { 
/**
 * The payment.
 */
paymentId: string, 
/**
 * Why; may be empty.
 */
reason: string, };

export type RefundView = { 
/**
 * How much: always the whole amount.
 */
amount: number, 
/**
 * Why, in the shop's words.
 */
reason: string | null, 
/**
 * Where it stands.
 */
step: StepView, };

export type SaidView = { 
/**
 * `resultStatus`: one of `INSTALMENT_RESULTS`, or a word nobody knows.
 */
result: string, 
/**
 * `resultMsg`; a stranger's text.
 */
message: string, };

export type SaleAmountRequest = { 
/**
 * Its id.
 */
saleId: string, 
/**
 * The bill; none clears it.
 */
amount: number | null, };

export type SaleCashRequest = { 
/**
 * Its id.
 */
saleId: string, 
/**
 * The rest as the cashier saw it; refused when it is another one by now.
 */
amount: number, };

export type SaleCloseRequest = { 
/**
 * Its id.
 */
saleId: string, 
/**
 * Whether the cashier accepts that money is missing or an answer is open; it stays watched.
 */
acceptsOpen: boolean, };

export type SaleFocusRequest = { 
/**
 * Its id; none while no sale is in front.
 */
saleId: string | null, };

export type SaleLineView = { 
/**
 * The product in our books.
 */
productId: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Its unit.
 */
unit: string, 
/**
 * How many, above zero.
 */
quantity: number, 
/**
 * The price of one, tax included.
 */
unitPrice: number, };

export type SaleLinesRequest = { 
/**
 * Its id.
 */
saleId: string, 
/**
 * The products; none leaves the bill empty.
 */
lines: Array<SaleLineView>, };

export type SaleRenameRequest = { 
/**
 * Its id.
 */
saleId: string, 
/**
 * A name or table, at most 40 characters.
 */
name: string, };

export type SaleRequest = { 
/**
 * Its id.
 */
saleId: string, };

export type SaleView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its running number.
 */
number: number, 
/**
 * A name or table.
 */
name: string, 
/**
 * The bill.
 */
amount: number | null, 
/**
 * The products on it, when it was built from products.
 */
lines: Array<SaleLineView>, 
/**
 * Certainly received, cash included.
 */
received: number, 
/**
 * Cash taken.
 */
cash: number, 
/**
 * Still missing.
 */
missing: number, 
/**
 * To be given back.
 */
giveBack: number, 
/**
 * Whether a sum is not known, so that the figures are a lower bound.
 */
isUncertain: boolean, 
/**
 * Whether everything is in and nothing is open.
 */
isSettled: boolean, 
/**
 * Its payments, newest first.
 */
payments: Array<PaymentView>, 
/**
 * The intent the next payment of this sale will carry.
 */
nextIntentId: string, 
/**
 * When it was opened.
 */
openedAt: Time, 
/**
 * When it was finished.
 */
closedAt: Time | null, };

export type SecondPersonRequest = { 
/**
 * The owner's PIN.
 */
pin: string, 
/**
 * The second person's PIN, another than the owner's; none removes the second person.
 */
second: string | null, };

export type SettingsRequest = { 
/**
 * See [`SettingsView`].
 */
isSetUp?: boolean, 
/**
 * See [`SettingsView`].
 */
language?: Language, 
/**
 * See [`SettingsView`].
 */
displayLanguage?: Language, 
/**
 * See [`SettingsView`].
 */
theme?: Theme, 
/**
 * See [`SettingsView`].
 */
isLargeType?: boolean, 
/**
 * See [`SettingsView`].
 */
shopName?: string, 
/**
 * See [`SettingsView`].
 */
tillName?: string, 
/**
 * See [`SettingsView`].
 */
entersThousands?: boolean, 
/**
 * See [`SettingsView`].
 */
hasSound?: boolean, 
/**
 * See [`SettingsView`].
 */
words?: WordChoice, };

export type SettingsView = { 
/**
 * Whether the first run was finished.
 */
isSetUp: boolean, 
/**
 * The cashier's language.
 */
language: Language, 
/**
 * The customer display's language.
 */
displayLanguage: Language, 
/**
 * The look.
 */
theme: Theme, 
/**
 * Everything larger.
 */
isLargeType: boolean, 
/**
 * The shop's name, at most 60 characters.
 */
shopName: string, 
/**
 * This till's name, at most 30 characters.
 */
tillName: string, 
/**
 * Whether Enter takes the thousand suggestion.
 */
entersThousands: boolean, 
/**
 * Whether verdicts sound.
 */
hasSound: boolean, 
/**
 * How amounts are spoken.
 */
words: WordChoice, };

export type SourceAccountView = { 
/**
 * The gateway's id.
 */
id: string, 
/**
 * The holder's name.
 */
name: string, 
/**
 * The bank.
 */
bankName: string, 
/**
 * The last four characters of the number.
 */
lastFour: string, 
/**
 * What is on it, when the gateway told.
 */
balance: number | null, 
/**
 * Whether payouts are documented to come from it (a Shinhan account).
 */
isDocumented: boolean, };

export type StepPhase = "sending" | "unclear" | "done" | "refused";

export type StepView = { 
/**
 * Where it stands.
 */
phase: StepPhase, 
/**
 * Our own reference of it.
 */
reference: string, 
/**
 * The gateway's id of it (a refund's).
 */
gatewayId: string | null, 
/**
 * The gateway's words, when it refused.
 */
said: SaidView | null, 
/**
 * The last failure, while it matters.
 */
problem: ErrorBody | null, 
/**
 * When it was decided.
 */
at: Time, 
/**
 * When it is repeated next.
 */
nextTryAt: Time | null, };

export type TaxTypeView = "priceExcludingTax" | "priceIncludingTax" | "taxNotApplicable";

export type TenderView = "cash" | "card" | "bankTransfer" | "wallet";

export type TestCallView = { 
/**
 * How many accounts the keys can see.
 */
accounts: number, 
/**
 * The clock against the gateway's.
 */
clock: ClockView, 
/**
 * How long it took, in milliseconds.
 */
tookMs: number, 
/**
 * The gateway's request id.
 */
requestId: string | null, 
/**
 * When it was made.
 */
at: Time, };

export type Theme = "system" | "light" | "dark";

export type TillEvent = { "kind": "sale", 
/**
 * The sale as it is now.
 */
sale: SaleView, } | { "kind": "saleClosed", 
/**
 * Its id.
 */
saleId: string, } | { "kind": "verdict", 
/**
 * The payment as it is now.
 */
payment: PaymentView, } | { "kind": "freshness", 
/**
 * What is paid through it.
 */
method: MethodView, 
/**
 * As it is now.
 */
freshness: FreshnessView, } | { "kind": "clock", 
/**
 * As it is now.
 */
clock: ClockView, } | { "kind": "settings", 
/**
 * As they are now.
 */
settings: SettingsView, } | { "kind": "instalmentSettings", 
/**
 * As it is now.
 */
settings: InstalmentSettingsView, } | { "kind": "books", 
/**
 * As they are now.
 */
books: BooksView, } | { "kind": "progress", 
/**
 * How far it is.
 */
progress: ProgressView, } | { "kind": "invoice", 
/**
 * As it is now.
 */
invoice: InvoiceView, } | { "kind": "payout", 
/**
 * Its id; the page reads it, as far as payouts can be seen.
 */
payoutId: string, } | { "kind": "owner", 
/**
 * As it is now.
 */
owner: OwnerView, } | { "kind": "environment", 
/**
 * As it is now.
 */
environment: EnvironmentView, } | { "kind": "receivingAccount", 
/**
 * As it is now.
 */
account: AccountView | null, } | { "kind": "practice", 
/**
 * As they are now.
 */
practice: PracticeView, } | { "kind": "missed" } | { "kind": "display", 
/**
 * Whether it is open.
 */
isOpen: boolean, };

export type Time = string;

export type TimelineEntry = { 
/**
 * When.
 */
at: Time, 
/**
 * What: `committed`, `sent`, `answered`, `status`, `qrChecked`, …
 */
event: string, 
/**
 * The step it is about, when it is not the payment itself: `first_part_confirm`, `instalment_cancel`, `instalment_refund`.
 */
about: string | null, 
/**
 * The reason, for failures and refusals.
 */
code: string | null, 
/**
 * The gateway's status word, when it told one.
 */
status: string | null, 
/**
 * The gateway's reason for it (`resultStatus`), or for a refusal.
 */
reason: string | null, 
/**
 * The gateway's text; a stranger's.
 */
message: string | null, 
/**
 * The sum received, when it told one.
 */
received: number | null, 
/**
 * The gateway's request id.
 */
requestId: string | null, };

export type ToldPayoutView = { 
/**
 * The amount.
 */
amount: number | null, 
/**
 * The same in Vietnamese words.
 */
wordsVi: string | null, 
/**
 * The same in English words.
 */
wordsEn: string | null, 
/**
 * The beneficiary's account number in groups of four.
 */
accountGrouped: string | null, 
/**
 * The beneficiary's name.
 */
accountName: string | null, 
/**
 * The bank's short name, or its code when it is not in the table.
 */
bankName: string | null, };

export type TotalsView = { 
/**
 * Price × quantity of each line.
 */
lines: number[], 
/**
 * Their sum.
 */
subtotal: number, 
/**
 * What is taken off.
 */
discount: number, 
/**
 * The tax of each rate.
 */
rates: Array<RateTotalView>, 
/**
 * The tax of all.
 */
tax: number, 
/**
 * What is to be paid.
 */
total: number, 
/**
 * The same in Vietnamese words.
 */
wordsVi: string, 
/**
 * The same in English words.
 */
wordsEn: string, };

export type VerdictView = "unpaid" | "paid" | "short" | "over" | "late" | "unknown";

export type WordChoice = { 
/**
 * `true`: lẻ, `false`: linh.
 */
saysLe: boolean, 
/**
 * `true`: tư, `false`: bốn after tens.
 */
saysTu: boolean, 
/**
 * `true`: ngàn, `false`: nghìn.
 */
saysNgan: boolean, };

export interface CommandMap {
  app_state: { request: null; view: AppView };
  till_watch: { request: null; view: null };
  settings_update: { request: SettingsRequest; view: SettingsView };
  environment_get: { request: null; view: EnvironmentView };
  environment_set: { request: EnvironmentRequest; view: EnvironmentView };
  credentials_save: { request: CredentialsRequest; view: EnvironmentView };
  credentials_remove: { request: null; view: EnvironmentView };
  credentials_test: { request: null; view: TestCallView };
  clock_check: { request: null; view: ClockView };
  account_list: { request: null; view: AccountsView };
  account_refresh: { request: null; view: AccountsView };
  account_get: { request: AccountRequest; view: AccountDetailView };
  account_save_picture: { request: AccountRequest; view: PictureView };
  account_choose: { request: AccountRequest; view: AccountsView };
  amount_read: { request: AmountRequest; view: AmountView };
  amount_frequent: { request: null; view: FrequentView };
  sale_open: { request: null; view: SaleView };
  sale_rename: { request: SaleRenameRequest; view: SaleView };
  sale_amount: { request: SaleAmountRequest; view: SaleView };
  sale_focus: { request: SaleFocusRequest; view: null };
  sale_cash: { request: SaleCashRequest; view: SaleView };
  sale_close: { request: SaleCloseRequest; view: null };
  payment_create: { request: PaymentCreateRequest; view: PaymentView };
  payment_check: { request: PaymentRequest; view: PaymentView };
  payment_reissue: { request: PaymentRequest; view: PaymentView };
  payment_rest: { request: SaleRequest; view: PaymentView };
  payment_confirm_account: { request: PaymentRequest; view: PaymentView };
  payment_open_link: { request: PaymentRequest; view: null };
  payment_save_picture: { request: PaymentRequest; view: PictureView };
  payment_get: { request: PaymentRequest; view: PaymentDetailView };
  payment_list: { request: PaymentListRequest; view: PaymentPage };
  instalment_form: { request: SaleRequest; view: InstalmentFormView };
  instalment_read: { request: InstalmentReadRequest; view: InstalmentReadView };
  instalment_plans: { request: PlansRequest; view: PlansView };
  instalment_create: { request: InstalmentCreateRequest; view: PaymentView };
  instalment_confirm_first_part: { request: FirstPartRequest; view: PaymentView };
  instalment_cancel: { request: PaymentRequest; view: PaymentView };
  instalment_refund: { request: RefundRequest; view: PaymentView };
  instalment_settings_get: { request: null; view: InstalmentSettingsView };
  instalment_settings_update: { request: InstalmentSettingsRequest; view: InstalmentSettingsView };
  instalment_keys_save: { request: InstalmentKeysRequest; view: InstalmentSettingsView };
  instalment_keys_remove: { request: null; view: InstalmentSettingsView };
  instalment_keys_test: { request: null; view: InstalmentTestView };
  sale_set_lines: { request: SaleLinesRequest; view: SaleView };
  books_get: { request: null; view: BooksView };
  books_sync: { request: null; view: BooksView };
  codes_get: { request: null; view: CodesView };
  codes_save: { request: CodeSaveRequest; view: CodesView };
  codes_remove: { request: CodeRemoveRequest; view: CodesView };
  import_read: { request: ImportReadRequest; view: ImportView };
  import_run: { request: ImportRequest; view: ImportDoneView };
  import_cancel: { request: ImportRequest; view: null };
  import_undo: { request: ImportRequest; view: ImportUndoneView };
  book_export: { request: BookExportRequest; view: FileView };
  customer_list: { request: CustomerListRequest; view: CustomerPage };
  customer_get: { request: CustomerRequest; view: CustomerDetailView };
  customer_save: { request: CustomerSaveRequest; view: CustomerView };
  customer_delete: { request: CustomerRequest; view: null };
  product_list: { request: ProductListRequest; view: ProductPage };
  product_by_code: { request: ProductCodeRequest; view: ProductView | null };
  product_price: { request: ProductPriceRequest; view: ProductPriceView };
  product_save: { request: ProductSaveRequest; view: ProductView };
  product_delete: { request: ProductRequest; view: null };
  quick_keys_get: { request: null; view: QuickKeysView };
  quick_keys_set: { request: QuickKeysRequest; view: QuickKeysView };
  invoice_list: { request: InvoiceListRequest; view: InvoicePage };
  invoice_get: { request: InvoiceRequest; view: InvoiceView };
  invoice_draft_get: { request: InvoiceRequest; view: InvoiceDraftView };
  invoice_draft_save: { request: InvoiceDraftSaveRequest; view: InvoiceDraftView };
  invoice_count: { request: InvoiceCountRequest; view: InvoiceCountView };
  invoice_draft_delete: { request: InvoiceRequest; view: null };
  invoice_create: { request: InvoiceRequest; view: InvoiceView };
  invoice_duplicate: { request: InvoiceRequest; view: InvoiceDraftView };
  invoice_update: { request: InvoiceUpdateRequest; view: InvoiceView };
  invoice_delete: { request: InvoiceRequest; view: InvoiceView };
  invoice_paper: { request: InvoicePaperRequest; view: PaperView };
  invoice_save_file: { request: InvoiceFileRequest; view: PictureView };
  invoice_show: { request: InvoiceShowRequest; view: null };
  owner_get: { request: null; view: OwnerView };
  owner_set_pin: { request: OwnerPinRequest; view: OwnerView };
  owner_set_second: { request: SecondPersonRequest; view: OwnerView };
  owner_set_limits: { request: PayoutLimitsRequest; view: OwnerView };
  owner_unlock: { request: OwnerUnlockRequest; view: OwnerView };
  owner_lock: { request: null; view: OwnerView };
  payout_bank_list: { request: null; view: PayoutBanksView };
  payout_bank_save: { request: PayoutBankSaveRequest; view: PayoutBanksView };
  beneficiary_list: { request: BeneficiaryListRequest; view: BeneficiaryListView };
  beneficiary_save: { request: BeneficiarySaveRequest; view: BeneficiaryView };
  beneficiary_delete: { request: BeneficiaryRequest; view: null };
  beneficiary_read: { request: BeneficiaryReadRequest; view: BeneficiaryReadView };
  beneficiary_read_picture: { request: BeneficiaryPictureRequest; view: BeneficiaryReadView };
  payout_form: { request: null; view: PayoutFormView };
  payout_read: { request: PayoutDraftRequest; view: PayoutDraftView };
  payout_prepare: { request: PayoutDraftRequest; view: PayoutReadBackView };
  payout_create: { request: PayoutCreateRequest; view: PayoutView };
  payout_verify_code: { request: PayoutCodeRequest; view: PayoutView };
  payout_check: { request: PayoutRequest; view: PayoutView };
  payout_send: { request: PayoutSendRequest; view: PayoutView };
  payout_close: { request: PayoutCloseRequest; view: PayoutView };
  payout_get: { request: PayoutRequest; view: PayoutDetailView };
  payout_list: { request: PayoutListRequest; view: PayoutPage };
  payout_receipt: { request: PayoutReceiptRequest; view: PaperView };
  payout_save_receipt: { request: PayoutReceiptFileRequest; view: PictureView };
  practice_payout: { request: PracticePayoutRequest; view: null };
  practice_pay: { request: PracticePayRequest; view: null };
  practice_trouble: { request: PracticeTroubleRequest; view: PracticeView };
  practice_get: { request: null; view: PracticeView };
  display_open: { request: null; view: null };
  display_close: { request: null; view: null };
  display_watch: { request: null; view: null };
}

/**
 * Events come on a channel, not as window events (those would reach every window):
 *   const channel = new Channel<TillEvent>(); channel.onmessage = …; await invoke("till_watch", { channel });
 * The customer display does the same with `display_watch` and `Channel<DisplayView>`; its present state comes first.
 */
export interface ChannelMap {
  till_watch: TillEvent;
  display_watch: DisplayView;
}

export const ERROR_CODES = [
  "no_network",
  "dns_failed",
  "tls_failed",
  "timeout",
  "connection_lost",
  "captive_portal",
  "unreadable_answer",
  "answer_too_large",
  "unauthorized",
  "clock_wrong",
  "forbidden",
  "not_found",
  "conflict",
  "refused_content",
  "rate_limited",
  "gateway_failed",
  "amount_empty",
  "amount_unreadable",
  "amount_zero",
  "amount_negative",
  "amount_fraction",
  "amount_too_large",
  "sale_gone",
  "sale_busy",
  "nothing_missing",
  "missing_uncertain",
  "payment_gone",
  "payment_not_ready",
  "no_receiving_account",
  "account_gone",
  "no_credentials",
  "credentials_malformed",
  "keyring_missing",
  "keyring_locked",
  "keyring_timeout",
  "keyring_refused",
  "keyring_not_kept",
  "base_url_refused",
  "link_refused",
  "link_failed",
  "qr_missing",
  "qr_image_address",
  "qr_crc",
  "qr_broken",
  "qr_other_scheme",
  "qr_wrong_amount",
  "qr_wrong_account",
  "qr_new_account",
  "qr_unknown_bank",
  "picture_failed",
  "storage_full",
  "storage_read_only",
  "storage_locked",
  "storage_damaged",
  "storage_newer",
  "storage_failed",
  "no_instalment_keys",
  "instalment_not_set_up",
  "instalment_field_refused",
  "instalment_refused",
  "amount_below_minimum",
  "amount_above_maximum",
  "shop_address_missing",
  "plan_gone",
  "first_part_differs",
  "code_taken",
  "customer_gone",
  "product_gone",
  "invoice_gone",
  "field_refused",
  "contact_missing",
  "customer_missing",
  "lines_refused",
  "quantity_refused",
  "tax_code_unknown",
  "discount_refused",
  "due_date_refused",
  "not_at_gateway",
  "file_unreadable",
  "file_too_large",
  "columns_unknown",
  "file_failed",
  "cancelled",
  "import_gone",
  "pin_missing",
  "pin_wrong",
  "pin_wait",
  "pin_weak",
  "pin_same",
  "owner_locked",
  "read_back_gone",
  "payout_gone",
  "payout_not_ready",
  "payout_tampered",
  "payout_over_limit",
  "payout_over_day",
  "payout_over_balance",
  "address_not_listed",
  "code_unreadable",
  "code_not_sent",
  "code_refused",
  "beneficiary_gone",
  "beneficiary_taken",
  "bank_unknown",
  "account_number_refused",
  "account_name_refused",
  "description_refused",
  "nothing_understood",
  "not_practice",
  "display_failed",
  "text_refused",
  "bad_request",
  "internal",
] as const satisfies readonly ErrorCode[];

/** Every `resultStatus` that Fundiin's pages list. */
export const INSTALMENT_RESULTS = [
  "APPROVED",
  "ACCESS_DENIED",
  "INVALID_REQUEST",
  "INVALID_REFERENCE_ID",
  "INVALID_STORE_ID",
  "DUPLICATE_REFERENCE_ID",
  "INVALID_CLIENT_ID",
  "INVALID_SIGNATURE",
  "INVALID_MERCHANT_ID",
  "INVALID_HTTP_METHOD",
  "INVALID_API",
  "INVALID_AMOUNT",
  "PHONE_NUMBER_UNAVAILABLE",
  "PHONE_NUMBER_INVALID",
  "AMOUNT_EXCEEDED_UPPER_LIMIT",
  "AMOUNT_BELOW_MINIMUM_LIMIT",
  "REQUEST_PROCESSING",
  "DOWNSTREAM_ERROR",
  "ERROR_GENERAL",
  "PAYMENT_INPROGRESS",
  "PAYMENT_ALREADY_COMPLETED",
  "WAITING",
  "SUCCESS",
  "PENDING",
  "EXPIRED",
  "CANCELLED",
] as const;

export type InstalmentResult = (typeof INSTALMENT_RESULTS)[number];
