/** Doing one thing at a time for each sale; Rust guards the money anyway. */
import { ApiError } from '~/api/api-error';
import type { PaymentView, SaleView } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import { draftOf, type Draft, type Work } from './draft.svelte';

/** The draft of an open sale. */
export function draftWith(saleId: string): Draft | null {
  const sale = till.sales.find(({ id }) => id === saleId);
  return sale ? draftOf(sale) : null;
}

/** Does it for the sale unless something is under way there; `null` when it was refused or not even begun. */
export async function doFor<Answer>(
  saleId: string,
  work: Work,
  run: () => Promise<Answer>,
): Promise<Answer | null> {
  const draft = draftWith(saleId);
  if (!draft || draft.work) return null;
  draft.work = work;
  draft.problem = null;
  draft.missed = null;
  try {
    return await run();
  } catch (cause) {
    showRefusal(cause, saleId);
    return null;
  } finally {
    draft.work = null;
  }
}

/** The event that carries the payment's sale may come a moment after the answer, so the answer is kept as well. */
export function payFor(
  saleId: string,
  work: Work,
  run: () => Promise<PaymentView>,
): Promise<PaymentView | null> {
  return doFor(saleId, work, async () => {
    const payment = await run();
    keepPayment(payment);
    return payment;
  });
}

/** A refusal is shown at its sale, or at the one in front when that sale is gone. */
export function showRefusal(cause: unknown, saleId: string | null | undefined): void {
  const inFront = till.focusedSaleId === null ? null : draftWith(till.focusedSaleId);
  const draft = (saleId == null ? null : draftWith(saleId)) ?? inFront;
  if (draft) draft.problem = ApiError.from(cause).body;
}

function keepPayment(payment: PaymentView): void {
  const sale: SaleView | undefined = till.sales.find(({ id }) => id === payment.saleId);
  if (!sale || sale.payments.some(({ id }) => id === payment.id)) return;
  till.keepSale({ ...sale, payments: [payment, ...sale.payments] });
}
