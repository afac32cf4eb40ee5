import { m } from '~/paraglide/messages';
import type { ActionName } from './error';
import { INSTALMENT_RESULTS, type InstalmentResult } from './generated/contract';

type Text = () => string;
type Tone = 'info' | 'warning' | 'danger';
type Row = readonly [tone: Tone, message: Text, meaning: Text, next: Text, action: ActionName];

/** What Fundiin's word means for people; the last column is the button a screen may offer. */
const rows: Record<InstalmentResult, Row> = {
  APPROVED: [
    'info',
    m.result_approved,
    m.result_meaning_approved,
    m.result_action_wait_customer,
    'none',
  ],
  ACCESS_DENIED: [
    'danger',
    m.result_access_denied,
    m.result_meaning_untouched,
    m.result_action_ask_rights,
    'none',
  ],
  INVALID_REQUEST: [
    'warning',
    m.result_invalid_request,
    m.result_meaning_untouched,
    m.result_action_fix_fields,
    'editForm',
  ],
  INVALID_REFERENCE_ID: [
    'warning',
    m.result_invalid_reference_id,
    m.result_meaning_no_payment,
    m.result_action_again,
    'createAgain',
  ],
  INVALID_STORE_ID: [
    'danger',
    m.result_invalid_store_id,
    m.result_meaning_untouched,
    m.result_action_store_id,
    'openInstalments',
  ],
  DUPLICATE_REFERENCE_ID: [
    'warning',
    m.result_duplicate_reference_id,
    m.result_meaning_in_doubt,
    m.result_action_dont_repeat,
    'checkNow',
  ],
  INVALID_CLIENT_ID: [
    'danger',
    m.result_invalid_client_id,
    m.result_meaning_untouched,
    m.result_action_client_id,
    'openInstalments',
  ],
  INVALID_SIGNATURE: [
    'danger',
    m.result_invalid_signature,
    m.result_meaning_untouched,
    m.result_action_secret,
    'openInstalments',
  ],
  INVALID_MERCHANT_ID: [
    'danger',
    m.result_invalid_merchant_id,
    m.result_meaning_untouched,
    m.result_action_merchant_id,
    'openInstalments',
  ],
  INVALID_HTTP_METHOD: [
    'danger',
    m.result_invalid_http_method,
    m.result_meaning_untouched,
    m.result_action_update,
    'none',
  ],
  INVALID_API: [
    'danger',
    m.result_invalid_api,
    m.result_meaning_untouched,
    m.result_action_address,
    'openInstalments',
  ],
  INVALID_AMOUNT: [
    'warning',
    m.result_invalid_amount,
    m.result_meaning_untouched,
    m.result_action_amount,
    'editAmount',
  ],
  PHONE_NUMBER_UNAVAILABLE: [
    'warning',
    m.result_phone_number_unavailable,
    m.result_meaning_untouched,
    m.result_action_other_phone,
    'editPhone',
  ],
  PHONE_NUMBER_INVALID: [
    'warning',
    m.result_phone_number_invalid,
    m.result_meaning_untouched,
    m.result_action_phone,
    'editPhone',
  ],
  AMOUNT_EXCEEDED_UPPER_LIMIT: [
    'warning',
    m.result_amount_exceeded_upper_limit,
    m.result_meaning_untouched,
    m.result_action_less,
    'editAmount',
  ],
  AMOUNT_BELOW_MINIMUM_LIMIT: [
    'warning',
    m.result_amount_below_minimum_limit,
    m.result_meaning_untouched,
    m.result_action_more,
    'editAmount',
  ],
  REQUEST_PROCESSING: [
    'warning',
    m.result_request_processing,
    m.result_meaning_running,
    m.result_action_check_soon,
    'checkNow',
  ],
  DOWNSTREAM_ERROR: [
    'warning',
    m.result_downstream_error,
    m.result_meaning_unclear,
    m.result_action_check_in_minute,
    'checkNow',
  ],
  ERROR_GENERAL: [
    'danger',
    m.result_error_general,
    m.result_meaning_says_nothing,
    m.result_action_support,
    'none',
  ],
  PAYMENT_INPROGRESS: [
    'warning',
    m.result_payment_inprogress,
    m.result_meaning_being_paid,
    m.result_action_check_after_customer,
    'checkNow',
  ],
  PAYMENT_ALREADY_COMPLETED: [
    'warning',
    m.result_payment_already_completed,
    m.result_meaning_paid_before,
    m.result_action_see_result,
    'checkNow',
  ],
  WAITING: ['info', m.result_waiting, m.result_meaning_nothing_paid, m.result_action_scan, 'none'],
  SUCCESS: ['info', m.result_success, m.result_meaning_paid, m.result_action_hand_over, 'none'],
  PENDING: [
    'info',
    m.result_pending,
    m.result_meaning_pending,
    m.result_action_app_asks,
    'checkNow',
  ],
  EXPIRED: [
    'warning',
    m.result_expired,
    m.result_meaning_ended,
    m.result_action_new_if_wanted,
    'createAgain',
  ],
  CANCELLED: [
    'warning',
    m.result_cancelled,
    m.result_meaning_ended,
    m.result_action_other_way,
    'none',
  ],
};

/** Fundiin's answer for people: what it says, what it means for the money, the one next action. */
export interface ResultText {
  tone: Tone;
  message: string;
  meaning: string;
  next: string;
  action: ActionName;
}

/** A word that no page lists is shown as it came. */
export function describeResult(result: string): ResultText {
  if (!isListed(result)) {
    return {
      tone: 'warning',
      message: m.result_unlisted({ result }),
      meaning: m.result_meaning_says_nothing(),
      next: m.result_action_ask_fundiin(),
      action: 'none',
    };
  }
  const [tone, message, meaning, next, action] = rows[result];
  return { tone, message: message(), meaning: meaning(), next: next(), action };
}

function isListed(result: string): result is InstalmentResult {
  return INSTALMENT_RESULTS.some((known) => known === result);
}
