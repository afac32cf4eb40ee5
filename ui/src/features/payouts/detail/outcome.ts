import type { PayoutStandingView, PayoutView } from '~/api/generated/contract';
import { m } from '~/paraglide/messages';

export type Tone = 'info' | 'good' | 'warning' | 'danger';

interface OutcomeText {
  tone: Tone;
  title: string;
  /** What it means for the money. */
  means: string;
  /** The one next step. */
  next: string;
}

const TONES: Record<PayoutStandingView, Tone> = {
  notSent: 'info',
  unclear: 'warning',
  undecided: 'warning',
  awaitingCode: 'info',
  differs: 'danger',
  codeUnclear: 'warning',
  processing: 'info',
  settling: 'info',
  succeeded: 'good',
  failed: 'danger',
  odd: 'warning',
  refused: 'danger',
  closed: 'info',
};

/** Where a payout stands, for people. */
export function outcomeText({ standing, status, closedReason }: PayoutView): OutcomeText {
  return {
    tone: TONES[standing],
    title: m[`payout_is_${standing}`](),
    means: m[`payout_means_${standing}`]({
      status: status ?? '?',
      reason: closedReason ?? '?',
    }),
    next: m[`payout_next_${standing}`](),
  };
}

/** Whether nothing will change any more and another payout like it may be wanted. */
export const isOver = ({ standing }: PayoutView): boolean =>
  standing === 'failed' || standing === 'refused' || standing === 'closed';
