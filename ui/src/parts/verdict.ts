import type { VerdictView } from '~/api/generated/contract';
import { m } from '~/paraglide/messages';

export const VERDICTS = [
  'unpaid',
  'paid',
  'short',
  'over',
  'late',
  'unknown',
] as const satisfies readonly VerdictView[];

export function verdictWord(verdict: VerdictView): string {
  return m[`verdict_${verdict}`]();
}
