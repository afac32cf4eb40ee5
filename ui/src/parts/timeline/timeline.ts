import {
  ERROR_CODES,
  type ErrorCode,
  type MethodView,
  type TimelineEntry,
} from '~/api/generated/contract';
import { errorMessage } from '~/api/error';
import { describeResult } from '~/api/instalment-results';
import { formatDong } from '~/format/money';
import { m } from '~/paraglide/messages';

/** Whose history it is. */
export type Story = MethodView | 'payout';

const SENTENCES: Record<string, () => string> = {
  committed: m.timeline_committed,
  sent: m.timeline_sent,
  notSent: m.timeline_not_sent,
  answered: m.timeline_answered,
  refused: m.timeline_refused,
  answerLost: m.timeline_answer_lost,
  repeated: m.timeline_repeated,
  looked: m.timeline_looked,
  lookFailed: m.timeline_look_failed,
  notFound: m.timeline_not_found,
  dropped: m.timeline_dropped,
  status: m.timeline_status,
  replaced: m.timeline_replaced,
};

/** What an instalment payment tells in other words: it has a link where a transfer has a QR of its own. */
const LINK_SENTENCES: Record<string, () => string> = {
  ...SENTENCES,
  answered: m.timeline_link_answered,
};

/** An invoice is sent, not rung up. */
const INVOICE_SENTENCES: Record<string, () => string> = {
  ...LINK_SENTENCES,
  committed: m.invoice_timeline_committed,
};

/** A payout is decided by the owner and waits for a code. */
const PAYOUT_SENTENCES: Record<string, () => string> = {
  ...SENTENCES,
  committed: m.payout_timeline_committed,
  answered: m.payout_timeline_answered,
  answerLost: m.payout_timeline_answer_lost,
  notFound: m.payout_timeline_not_found,
  dropped: m.payout_timeline_dropped,
};

const OF_STORY: Record<Story, Record<string, () => string>> = {
  transfer: SENTENCES,
  instalment: LINK_SENTENCES,
  invoice: INVOICE_SENTENCES,
  payout: PAYOUT_SENTENCES,
};

/** Of a step on a payment, after the step's name. */
const STEP_SENTENCES: Record<string, () => string> = {
  committed: m.timeline_step_committed,
  sent: m.timeline_step_sent,
  notSent: m.timeline_step_notSent,
  answered: m.timeline_step_answered,
  refused: m.timeline_step_refused,
  answerLost: m.timeline_step_answerLost,
  repeated: m.timeline_step_repeated,
  looked: m.timeline_step_looked,
  lookFailed: m.timeline_step_lookFailed,
  notFound: m.timeline_step_notFound,
  dropped: m.timeline_step_dropped,
  status: m.timeline_step_status,
};

/** The same at the gateway of invoices and payouts. */
const FINAN_STEP_SENTENCES: Record<string, () => string> = {
  ...STEP_SENTENCES,
  answered: m.invoice_timeline_step_answered,
  refused: m.invoice_timeline_step_refused,
  looked: m.invoice_timeline_step_looked,
  notFound: m.invoice_timeline_step_not_found,
};

const STEPS: Record<string, () => string> = {
  first_part_confirm: m.timeline_about_first_part_confirm,
  instalment_cancel: m.timeline_about_instalment_cancel,
  instalment_refund: m.timeline_about_instalment_refund,
  invoice_update: m.invoice_timeline_about_update,
  invoice_delete: m.invoice_timeline_about_delete,
  payout_code: m.payout_timeline_about_code,
};

/** One line of a history in plain words; an unknown event or step is shown as it is. */
export function timelineSentence(entry: TimelineEntry, story: Story = 'transfer'): string {
  const { event, about } = entry;
  if (about !== null) {
    const isFinan = story === 'invoice' || story === 'payout';
    const sentences = isFinan ? FINAN_STEP_SENTENCES : STEP_SENTENCES;
    const what = sentences[event]?.() ?? event;
    return m.timeline_about({ about: STEPS[about]?.() ?? about, what });
  }
  if (event === 'qrChecked') return guardSentence(entry.code === null, story);
  return OF_STORY[story][event]?.() ?? event;
}

function guardSentence(isPassed: boolean, story: Story): string {
  if (story !== 'transfer') {
    return isPassed ? m.timeline_link_passed() : m.timeline_link_refused();
  }
  return isPassed ? m.timeline_qr_passed() : m.timeline_qr_refused();
}

/** What came with it: the reason, the gateway's word, the sum. */
export function timelineDetails(entry: TimelineEntry, story: Story = 'transfer'): string[] {
  // What Fundiin's words mean says nothing about a payout.
  const isListed = entry.reason !== null && story !== 'payout';
  return [
    entry.code === null ? '' : reasonOf(entry.code),
    isListed ? describeResult(entry.reason ?? '').message : '',
    [entry.reason, entry.message].filter(Boolean).join(' – '),
    entry.status === null ? '' : m.timeline_gateway_says({ status: entry.status }),
    entry.received === null ? '' : m.timeline_received({ amount: formatDong(entry.received) }),
  ].filter((text) => text !== '');
}

function reasonOf(code: string): string {
  return isErrorCode(code) ? errorMessage(code) : code;
}

function isErrorCode(code: string): code is ErrorCode {
  return ERROR_CODES.some((known) => known === code);
}
