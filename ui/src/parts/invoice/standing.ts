import type { InvoiceStandingView } from '~/api/generated/contract';
import { m } from '~/paraglide/messages';

export const STANDINGS = [
  'waiting',
  'overdue',
  'short',
  'paid',
  'unclear',
  'refused',
  'deleted',
] as const satisfies readonly InvoiceStandingView[];

export function standingWord(standing: InvoiceStandingView): string {
  return m[`invoice_standing_${standing}`]();
}
