import type { PayoutNotice } from '~/api/generated/contract';
import { formatDong } from '~/format/money';
import { formatMoment } from '~/format/time';
import { m } from '~/paraglide/messages';

/** What deserves a second look, as the sentence that a person confirms. */
export function noticeText(notice: PayoutNotice, now: Date): string {
  switch (notice.kind) {
    case 'firstTime':
      return m.payout_notice_first();
    case 'accountChanged':
      return m.payout_notice_changed({ time: formatMoment(notice.at, now) });
    case 'bankAssumed':
      return m.payout_notice_bank();
    case 'overBalance':
      return m.payout_notice_balance({ balance: formatDong(notice.balance) });
    case 'alike':
      return m.payout_notice_alike({ time: formatMoment(notice.at, now) });
    case 'sourceUndocumented':
      return m.payout_notice_source();
  }
}
