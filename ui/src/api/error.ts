import { m } from '~/paraglide/messages';
import type { ErrorBody, ErrorCode } from './generated/contract';

export type Severity = 'warning' | 'danger';

/** What the page can do about it; a screen offers a button for those it knows. */
export type ActionName =
  | 'retry'
  | 'checkNow'
  | 'openKeys'
  | 'checkClock'
  | 'openAccounts'
  | 'openPayments'
  | 'openEnvironment'
  | 'editAmount'
  | 'createAgain'
  | 'confirmAccount'
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
  const [severity, meaning, next, action] = rows[body.code];
  return {
    severity,
    message: errorMessage(body.code, body.params),
    meaning: (body.certainty ? certain[body.certainty] : meaning)(),
    next: next(),
    action,
  };
}

/** What happened, in one line. */
export function errorMessage(code: ErrorCode, params: Record<string, string> = {}): string {
  const message: (values: { seconds: string; status: string }) => string = m[`error_${code}`];
  return message({ seconds: '?', status: '?', ...params });
}
