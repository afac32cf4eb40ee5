import { ERROR_CODES, type ErrorCode, type TimelineEntry } from '~/api/generated/contract';
import { errorMessage } from '~/api/error';
import { formatDong } from '~/format/money';
import { m } from '~/paraglide/messages';

const SENTENCES: Record<string, () => string> = {
  committed: m.timeline_committed,
  sent: m.timeline_sent,
  notSent: m.timeline_not_sent,
  answered: m.timeline_answered,
  refused: m.timeline_refused,
  answerLost: m.timeline_answer_lost,
  looked: m.timeline_looked,
  lookFailed: m.timeline_look_failed,
  notFound: m.timeline_not_found,
  dropped: m.timeline_dropped,
  status: m.timeline_status,
  replaced: m.timeline_replaced,
};

/** One line of a payment's history in plain words; an unknown event is shown as it is. */
export function timelineSentence(entry: TimelineEntry): string {
  if (entry.event === 'qrChecked') {
    return entry.code === null ? m.timeline_qr_passed() : m.timeline_qr_refused();
  }
  return SENTENCES[entry.event]?.() ?? entry.event;
}

/** What came with it: the reason, the gateway's word, the sum. */
export function timelineDetails(entry: TimelineEntry): string[] {
  return [
    entry.code === null ? '' : reason(entry.code),
    entry.status === null ? '' : m.timeline_gateway_says({ status: entry.status }),
    entry.received === null ? '' : m.timeline_received({ amount: formatDong(entry.received) }),
  ].filter((text) => text !== '');
}

function reason(code: string): string {
  return isErrorCode(code) ? errorMessage(code) : code;
}

function isErrorCode(code: string): code is ErrorCode {
  return ERROR_CODES.some((known) => known === code);
}
