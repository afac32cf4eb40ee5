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
 * When the counter last knew.
 */
freshness: FreshnessView, 
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

export type DisplayState = { "kind": "idle" } | { "kind": "review", 
/**
 * The amount.
 */
amount: number, } | { "kind": "qr", 
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
expiresAt: Time | null, } | { "kind": "checking", 
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

export type ErrorCode = "no_network" | "dns_failed" | "tls_failed" | "timeout" | "connection_lost" | "captive_portal" | "unreadable_answer" | "answer_too_large" | "unauthorized" | "clock_wrong" | "forbidden" | "not_found" | "conflict" | "refused_content" | "rate_limited" | "gateway_failed" | "amount_empty" | "amount_unreadable" | "amount_zero" | "amount_negative" | "amount_fraction" | "amount_too_large" | "sale_gone" | "sale_busy" | "nothing_missing" | "missing_uncertain" | "payment_gone" | "payment_not_ready" | "no_receiving_account" | "account_gone" | "no_credentials" | "credentials_malformed" | "keyring_missing" | "keyring_locked" | "keyring_timeout" | "keyring_refused" | "keyring_not_kept" | "base_url_refused" | "link_refused" | "link_failed" | "qr_missing" | "qr_image_address" | "qr_crc" | "qr_broken" | "qr_other_scheme" | "qr_wrong_amount" | "qr_wrong_account" | "qr_new_account" | "qr_unknown_bank" | "picture_failed" | "storage_full" | "storage_read_only" | "storage_locked" | "storage_damaged" | "storage_newer" | "storage_failed" | "not_practice" | "display_failed" | "text_refused" | "bad_request" | "internal";

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

export type KeyringKind = "secretService" | "credentialManager" | "keychain";

export type Language = "vi" | "en";

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
 * The memo text sent with it.
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

export type PaymentPhase = "sending" | "lookingUp" | "open" | "expired" | "rejected" | "closed";

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
 * The short code in the transfer memo.
 */
memoCode: string, 
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
 * The account's bank and last four characters.
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
 * The account's holder.
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
 * The QR, when it may be shown.
 */
qr: QrView | null, 
/**
 * Why it may not.
 */
qrProblem: QrProblem | null, 
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

export type PictureView = { 
/**
 * The file's name.
 */
file: string, 
/**
 * The folder it lies in, as the person knows it.
 */
folder: string, };

export type PracticeMove = { "kind": "payFull" } | { "kind": "pay", 
/**
 * The sum.
 */
amount: number, } | { "kind": "letExpire" };

export type PracticePayRequest = { 
/**
 * The payment.
 */
paymentId: string, 
/**
 * What the customer does.
 */
what: PracticeMove, };

export type PracticeTrouble = "noNetwork" | "lostAnswer" | "gatewayDown" | "captivePortal" | "tooManyRequests" | "wrongAmount" | "wrongAccount" | "wrongCrc" | "imageAddress" | "unknownStatus";

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
troubles: Array<PracticeTrouble>, };

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
settings: SettingsView, } | { "kind": "environment", 
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
 * The reason, for failures and refusals.
 */
code: string | null, 
/**
 * The gateway's status word, when it told one.
 */
status: string | null, 
/**
 * The sum received, when it told one.
 */
received: number | null, 
/**
 * The gateway's request id.
 */
requestId: string | null, };

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
  "not_practice",
  "display_failed",
  "text_refused",
  "bad_request",
  "internal",
] as const satisfies readonly ErrorCode[];
