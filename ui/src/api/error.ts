import { formatDong } from '~/format/money';
import { m } from '~/paraglide/messages';
import { bookFieldName } from './book-fields';
import type { ErrorBody, ErrorCode } from './generated/contract';
import { fieldName, fieldReason } from './instalment-fields';
import { describeResult } from './instalment-results';

/** `info`: what a person wanted, told without alarm. */
export type Severity = 'info' | 'warning' | 'danger';

/** What the page can do about it; a screen offers a button for those it knows. */
export type ActionName =
  | 'retry'
  | 'checkNow'
  | 'openKeys'
  | 'checkClock'
  | 'openAccounts'
  | 'openPayments'
  | 'openEnvironment'
  | 'openInstalments'
  | 'editAmount'
  | 'editPhone'
  | 'editForm'
  | 'choosePlan'
  | 'chooseFile'
  | 'openCodes'
  | 'createAgain'
  | 'confirmAccount'
  | 'openOwner'
  | 'openPayouts'
  | 'readBackAgain'
  | 'none';

type Text = () => string;
type Row = readonly [severity: Severity, meaning: Text, next: Text, action: ActionName];

const rows: Record<ErrorCode, Row> = {
  no_network: ['warning', m.meaning_no_news, m.action_check_network, 'retry'],
  dns_failed: ['warning', m.meaning_no_news, m.action_check_network, 'retry'],
  tls_failed: ['danger', m.meaning_not_sent, m.action_check_clock, 'checkClock'],
  timeout: ['warning', m.meaning_unknown, m.action_wait_lookup, 'checkNow'],
  connection_lost: ['warning', m.meaning_unknown, m.action_wait_lookup, 'checkNow'],
  captive_portal: ['warning', m.meaning_no_news, m.action_sign_in_network, 'retry'],
  unreadable_answer: ['warning', m.meaning_unknown, m.action_wait_lookup, 'checkNow'],
  answer_too_large: ['warning', m.meaning_unknown, m.action_wait_lookup, 'checkNow'],
  unauthorized: ['danger', m.meaning_refused, m.action_paste_again, 'openKeys'],
  clock_wrong: ['danger', m.meaning_refused, m.action_check_clock, 'checkClock'],
  forbidden: ['danger', m.meaning_refused, m.action_ask_rights, 'none'],
  not_found: ['warning', m.meaning_refused, m.action_refresh, 'retry'],
  conflict: ['warning', m.meaning_unknown, m.action_wait_lookup, 'checkNow'],
  refused_content: ['danger', m.meaning_refused, m.action_call_support, 'none'],
  rate_limited: ['warning', m.meaning_no_news, m.action_wait, 'none'],
  gateway_failed: ['warning', m.meaning_unknown, m.action_wait_lookup, 'checkNow'],
  amount_empty: ['warning', m.meaning_untouched, m.action_edit_amount, 'editAmount'],
  amount_unreadable: ['warning', m.meaning_untouched, m.action_edit_amount, 'editAmount'],
  amount_zero: ['warning', m.meaning_untouched, m.action_edit_amount, 'editAmount'],
  amount_negative: ['warning', m.meaning_untouched, m.action_edit_amount, 'editAmount'],
  amount_fraction: ['warning', m.meaning_untouched, m.action_edit_amount, 'editAmount'],
  amount_too_large: ['warning', m.meaning_untouched, m.action_edit_amount, 'editAmount'],
  sale_gone: ['warning', m.meaning_kept, m.action_open_sale, 'none'],
  sale_busy: ['warning', m.meaning_untouched, m.action_wait_sale, 'none'],
  nothing_missing: ['warning', m.meaning_untouched, m.action_finish_sale, 'none'],
  missing_uncertain: ['warning', m.meaning_no_news, m.action_check_now, 'checkNow'],
  payment_gone: ['warning', m.meaning_kept, m.action_refresh, 'openPayments'],
  payment_not_ready: ['warning', m.meaning_untouched, m.action_wait, 'none'],
  no_receiving_account: ['warning', m.meaning_no_account, m.action_choose_account, 'openAccounts'],
  account_gone: ['warning', m.meaning_untouched, m.action_choose_account, 'openAccounts'],
  no_credentials: ['warning', m.meaning_keys, m.action_open_keys, 'openKeys'],
  credentials_malformed: ['warning', m.meaning_untouched, m.action_paste_again, 'openKeys'],
  keyring_missing: ['danger', m.meaning_keys, m.action_install_keyring, 'none'],
  keyring_locked: ['danger', m.meaning_keys, m.action_unlock_keyring, 'retry'],
  keyring_timeout: ['danger', m.meaning_keys, m.action_unlock_keyring, 'retry'],
  keyring_refused: ['danger', m.meaning_keys, m.action_unlock_keyring, 'retry'],
  keyring_not_kept: ['danger', m.meaning_keys, m.action_unlock_keyring, 'retry'],
  base_url_refused: ['warning', m.meaning_untouched, m.action_fix_address, 'openEnvironment'],
  link_refused: ['warning', m.meaning_untouched, m.action_copy_link, 'none'],
  link_failed: ['warning', m.meaning_untouched, m.action_copy_link, 'none'],
  qr_missing: ['danger', m.meaning_qr_hidden, m.action_create_again, 'createAgain'],
  qr_image_address: ['danger', m.meaning_qr_hidden, m.action_copy_link, 'none'],
  qr_crc: ['danger', m.meaning_qr_hidden, m.action_create_again, 'createAgain'],
  qr_broken: ['danger', m.meaning_qr_hidden, m.action_create_again, 'createAgain'],
  qr_other_scheme: ['danger', m.meaning_qr_hidden, m.action_call_support, 'none'],
  qr_wrong_amount: ['danger', m.meaning_qr_hidden, m.action_create_again, 'createAgain'],
  qr_wrong_account: ['danger', m.meaning_qr_hidden, m.action_call_support, 'none'],
  qr_new_account: ['warning', m.meaning_qr_confirm, m.action_confirm_account, 'confirmAccount'],
  qr_unknown_bank: ['warning', m.meaning_qr_check, m.action_compare_bank, 'none'],
  picture_failed: ['warning', m.meaning_untouched, m.action_free_disk, 'retry'],
  storage_full: ['danger', m.meaning_unsaved, m.action_free_disk, 'retry'],
  storage_read_only: ['danger', m.meaning_unsaved, m.action_allow_writing, 'retry'],
  storage_locked: ['danger', m.meaning_unsaved, m.action_close_other, 'none'],
  storage_damaged: ['danger', m.meaning_saved_rows, m.action_review_payments, 'openPayments'],
  storage_newer: ['danger', m.meaning_kept, m.action_update_app, 'none'],
  storage_failed: ['danger', m.meaning_unsaved, m.action_restart, 'none'],
  no_instalment_keys: [
    'warning',
    m.meaning_untouched,
    m.action_open_instalments,
    'openInstalments',
  ],
  instalment_not_set_up: [
    'warning',
    m.meaning_untouched,
    m.action_open_instalments,
    'openInstalments',
  ],
  instalment_field_refused: ['warning', m.meaning_untouched, m.action_fix_field, 'editForm'],
  instalment_refused: ['danger', m.meaning_refused, m.action_ask_fundiin, 'none'],
  amount_below_minimum: ['warning', m.meaning_untouched, m.action_more_or_qr, 'editAmount'],
  amount_above_maximum: ['warning', m.meaning_untouched, m.action_less_or_qr, 'editAmount'],
  shop_address_missing: ['warning', m.meaning_untouched, m.action_enter_address, 'openInstalments'],
  plan_gone: ['warning', m.meaning_untouched, m.action_plan_again, 'choosePlan'],
  first_part_differs: ['warning', m.meaning_untouched, m.action_compare_first_part, 'editAmount'],
  code_taken: ['warning', m.meaning_untouched, m.action_other_code, 'editForm'],
  customer_gone: ['warning', m.meaning_untouched, m.action_refresh, 'none'],
  product_gone: ['warning', m.meaning_untouched, m.action_refresh, 'none'],
  invoice_gone: ['warning', m.meaning_kept, m.action_refresh, 'none'],
  field_refused: ['warning', m.meaning_untouched, m.action_fix_form, 'editForm'],
  contact_missing: ['warning', m.meaning_untouched, m.action_add_contact, 'editForm'],
  customer_missing: ['warning', m.meaning_untouched, m.action_choose_customer, 'editForm'],
  lines_refused: ['warning', m.meaning_untouched, m.action_fix_lines, 'editForm'],
  quantity_refused: ['warning', m.meaning_untouched, m.action_fix_quantity, 'editForm'],
  tax_code_unknown: ['warning', m.meaning_untouched, m.action_choose_tax, 'openCodes'],
  discount_refused: ['warning', m.meaning_untouched, m.action_fix_discount, 'editForm'],
  due_date_refused: ['warning', m.meaning_untouched, m.action_fix_due_date, 'editForm'],
  not_at_gateway: ['warning', m.meaning_not_sent, m.action_wait_books, 'retry'],
  file_unreadable: ['warning', m.meaning_nothing_taken, m.action_other_file, 'chooseFile'],
  file_too_large: ['warning', m.meaning_nothing_taken, m.action_split_file, 'chooseFile'],
  columns_unknown: ['warning', m.meaning_nothing_taken, m.action_name_columns, 'chooseFile'],
  file_failed: ['warning', m.meaning_untouched, m.action_free_file, 'retry'],
  cancelled: ['info', m.meaning_no_file, m.action_run_again, 'none'],
  import_gone: ['warning', m.meaning_books_kept, m.action_read_again, 'chooseFile'],
  pin_missing: ['warning', m.meaning_no_payout, m.action_set_pin, 'openOwner'],
  pin_wrong: ['warning', m.meaning_no_payout, m.action_enter_pin, 'none'],
  pin_wait: ['warning', m.meaning_no_payout, m.action_wait_pin, 'none'],
  pin_weak: ['warning', m.meaning_pin_kept, m.action_better_pin, 'editForm'],
  pin_same: ['warning', m.meaning_pin_kept, m.action_other_pin, 'editForm'],
  owner_locked: ['warning', m.meaning_untouched, m.action_unlock_payouts, 'openPayouts'],
  read_back_gone: ['warning', m.meaning_no_payout, m.action_read_back_again, 'readBackAgain'],
  payout_gone: ['warning', m.meaning_kept, m.action_refresh, 'openPayouts'],
  payout_not_ready: ['warning', m.meaning_untouched, m.action_look_at_payout, 'checkNow'],
  payout_tampered: ['danger', m.meaning_not_sent, m.action_ask_who_changed, 'none'],
  payout_over_limit: ['warning', m.meaning_no_payout, m.action_less_or_limit, 'editAmount'],
  payout_over_day: ['warning', m.meaning_no_payout, m.action_tomorrow_or_limit, 'editAmount'],
  payout_over_balance: ['warning', m.meaning_no_payout, m.action_less_or_top_up, 'editAmount'],
  address_not_listed: ['danger', m.meaning_no_payout, m.action_list_address, 'none'],
  code_not_sent: ['warning', m.meaning_code_not_sent, m.action_newest_code, 'none'],
  code_unreadable: ['warning', m.meaning_code_not_sent, m.action_type_code, 'none'],
  code_refused: ['warning', m.meaning_no_money_moved, m.action_newest_code, 'none'],
  beneficiary_gone: ['warning', m.meaning_untouched, m.action_choose_beneficiary, 'none'],
  beneficiary_taken: ['warning', m.meaning_untouched, m.action_use_beneficiary, 'none'],
  bank_unknown: ['warning', m.meaning_no_payout, m.action_choose_bank, 'editForm'],
  account_number_refused: ['warning', m.meaning_no_payout, m.action_compare_number, 'editForm'],
  account_name_refused: ['warning', m.meaning_no_payout, m.action_type_name, 'editForm'],
  description_refused: ['warning', m.meaning_no_payout, m.action_shorten, 'editForm'],
  nothing_understood: ['warning', m.meaning_nothing_filled, m.action_type_it, 'none'],
  not_practice: ['warning', m.meaning_untouched, m.action_switch_practice, 'openEnvironment'],
  display_failed: ['warning', m.meaning_untouched, m.action_plug_display, 'none'],
  text_refused: ['warning', m.meaning_untouched, m.action_edit_text, 'none'],
  bad_request: ['danger', m.meaning_untouched, m.action_restart, 'none'],
  internal: ['danger', m.meaning_kept, m.action_restart, 'none'],
};

const certain = {
  notSent: m.meaning_not_sent,
  refused: m.meaning_refused,
  unknown: m.meaning_unknown,
} as const;

/** An error for people: what happened, what it means for the money, the one next action. */
export interface ErrorText {
  severity: Severity;
  message: string;
  meaning: string;
  next: string;
  action: ActionName;
}

export function describeError(body: ErrorBody): ErrorText {
  const text = tableText(body);
  return body.certainty && !isToldExactly(body)
    ? { ...text, meaning: certain[body.certainty]() }
    : text;
}

function tableText(body: ErrorBody): ErrorText {
  const { result } = body.params;
  if (body.code === 'instalment_refused' && result) {
    const { tone, ...text } = describeResult(result);
    return { severity: tone === 'danger' ? 'danger' : 'warning', ...text };
  }
  const [severity, meaning, next, action] = rows[body.code];
  const message = errorMessage(body.code, body.params);
  return { severity, message, meaning: meaning(), next: next(), action };
}

/** Fundiin's word says more than "refused"; that an answer is open is never covered by it. */
function isToldExactly({ code, certainty, params }: ErrorBody): boolean {
  // The payout stands: only its code was refused.
  if (code === 'code_refused') return certainty === 'refused';
  return code === 'instalment_refused' && certainty === 'refused' && Boolean(params.result);
}

/** What happened, in one line. */
export function errorMessage(code: ErrorCode, params: Record<string, string> = {}): string {
  if (code === 'instalment_refused' && params.result) return describeResult(params.result).message;
  const told = toldMessage(code, params);
  if (told !== null) return told;
  const nameOf = BOOK_CODES.has(code) ? bookFieldName : fieldName;
  const message: (values: Values) => string = m[`error_${code}`];
  return message({
    seconds: params.seconds ?? '?',
    status: params.status ?? '?',
    field: nameOf(params.field ?? '?'),
    reason: fieldReason(params.reason ?? '?'),
    minimum: money(params.minimum),
    maximum: money(params.maximum),
    amount: money(params.amount),
    limit: money(params.limit),
    used: money(params.used),
    balance: money(params.balance),
    length: params.length ?? '?',
  });
}

/** The sentence that says more, where the host or the gateway told more. */
function toldMessage(code: ErrorCode, { tries, address }: Record<string, string>): string | null {
  if (code === 'pin_wrong' && tries) return m.error_pin_wrong_tries({ tries });
  if (code === 'code_refused' && tries) return m.error_code_refused_tries({ tries });
  if (code === 'address_not_listed' && address) return m.error_address_told({ address });
  return null;
}

/** Errors whose field is one of a customer, product or invoice. */
const BOOK_CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['code_taken', 'field_refused']);

type Values = Record<
  | 'seconds'
  | 'status'
  | 'field'
  | 'reason'
  | 'minimum'
  | 'maximum'
  | 'amount'
  | 'limit'
  | 'used'
  | 'balance'
  | 'length',
  string
>;

/** An amount comes as a plain integer of dong. */
function money(dong: string | undefined): string {
  return dong !== undefined && /^\d+$/.test(dong) ? formatDong(Number(dong)) : '?';
}
