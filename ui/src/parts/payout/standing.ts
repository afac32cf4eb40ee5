import type { PayoutStandingView } from '~/api/generated/contract';
import { m } from '~/paraglide/messages';

export const STANDINGS = [
  'notSent',
  'unclear',
  'undecided',
  'awaitingCode',
  'differs',
  'codeUnclear',
  'processing',
  'settling',
  'succeeded',
  'failed',
  'odd',
  'refused',
  'closed',
] as const satisfies readonly PayoutStandingView[];

export function standingWord(standing: PayoutStandingView): string {
  return m[`payout_standing_${standing}`]();
}
