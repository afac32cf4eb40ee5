import type { PayoutDifferenceView, PayoutView } from '~/api/generated/contract';
import { formatDong } from '~/format/money';
import { m } from '~/paraglide/messages';

/** One thing that the gateway repeats, or leaves out, beside what was decided. */
export interface ToldFact {
  what: PayoutDifferenceView;
  label: string;
  decided: string;
  /** Nothing where the gateway left it out. */
  told: string | null;
}

/** What the gateway repeats of a payout, fact by fact. */
export function toldFacts({ amount, destination: to, told }: PayoutView): ToldFact[] {
  return [
    {
      what: 'amount',
      label: m.payout_column_amount(),
      decided: formatDong(amount),
      told: told?.amount == null ? null : formatDong(told.amount),
    },
    {
      what: 'accountNumber',
      label: m.payout_account_number(),
      decided: to.accountGrouped,
      told: told?.accountGrouped ?? null,
    },
    {
      what: 'accountName',
      label: m.payout_account_name(),
      decided: to.accountName,
      told: told?.accountName ?? null,
    },
    {
      what: 'bank',
      label: m.payout_bank(),
      decided: to.bankName,
      told: told?.bankName ?? null,
    },
  ];
}
