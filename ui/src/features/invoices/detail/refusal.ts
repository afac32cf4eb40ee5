import { errorMessage } from '~/api/error';
import type { ErrorCode, InvoiceView } from '~/api/generated/contract';
import type { Refusal } from '~/features/invoices/edit/editor.svelte';

/** Refusals that are about nothing but the invoice's own code: of a new one the gateway calls only that a conflict. */
const OF_CODE: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['code_taken', 'conflict']);

/** Why an invoice was refused, when one field of it is to blame. */
export function refusalOf({ standing, code, payment }: InvoiceView): Refusal | null {
  const { problem } = payment;
  if (standing !== 'refused' || problem === null) return null;
  const words = errorMessage(problem.code, problem.params);
  // The new draft has a code of its own, so the old one is named.
  if (OF_CODE.has(problem.code)) return { field: 'code', text: `${code}: ${words}` };
  const { field } = problem.params;
  return field === undefined ? null : { field, text: words };
}
