/** What the counter does with instalment payments. */
import { ApiError } from '~/api/api-error';
import { call } from '~/api/call';
import type { PaymentView, SaleView, TenderView } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import { draftOf, type Draft } from '~/features/counter/draft.svelte';
import { doFor, payFor } from '~/features/counter/work';
import { fieldOf } from './fields';

/** Opens the form of a sale. The bill is recorded first: Rust says what may be asked for. */
export async function openForm(sale: SaleView, amount: number | null = null): Promise<void> {
  const draft = draftOf(sale);
  const view = await doFor(sale.id, 'form', async () => {
    if (amount !== null && sale.payments.length === 0) {
      till.keepSale(await call('sale_amount', { saleId: sale.id, amount }));
    }
    return call('instalment_form', { saleId: sale.id });
  });
  if (!view) return;
  draft.form.begin(view);
  draft.isForm = true;
}

/** Opens it again after a refusal, with the field to be mended. */
export async function mendForm(sale: SaleView, payment: PaymentView): Promise<void> {
  await openForm(sale);
  const { form } = draftOf(sale);
  form.refused = payment.phase === 'rejected' ? fieldOf(payment.problem) : null;
}

/** Leaves the form; what was typed stays. */
export function leaveForm(draft: Draft): void {
  draft.isForm = false;
  draft.problem = null;
}

/** Asks the gateway to open the payment, once for each intent. */
export async function createInstalment(sale: SaleView): Promise<void> {
  const draft = draftOf(sale);
  const { form } = draft;
  const { view, read } = form;
  if (!view || !read?.phone) return;
  const request = {
    saleId: sale.id,
    intentId: sale.nextIntentId,
    amount: view.amount,
    customer: {
      phone: read.phone,
      lastName: read.lastName,
      firstName: read.firstName,
      email: form.email.trim(),
    },
    address: form.where === 'elsewhere' ? { ...form.delivery } : null,
    goods: form.goods.trim(),
    planId: form.planId,
  };
  const isShopAsked = form.where === 'counter' && view.shopAddress === null;
  const asked = await payFor(sale.id, 'instalment', async () => {
    if (isShopAsked) await keepShopAddress(draft);
    // The form comes back with the refusal and looks for the field at once.
    return call('instalment_create', request).catch((cause: unknown) => {
      form.refused = fieldOf(ApiError.from(cause).body);
      throw cause;
    });
  });
  if (asked) {
    draft.isForm = false;
    draft.isBack = false;
    return;
  }
  if (draft.problem?.code === 'plan_gone') void form.offer(null);
}

/** Tells the gateway that the shop took the first part. */
export function confirmFirstPart(
  payment: PaymentView,
  taken: { amount: number; tender: TenderView; receipt: string },
): Promise<PaymentView | null> {
  return payFor(payment.saleId, 'firstPart', () =>
    call('instalment_confirm_first_part', { paymentId: payment.id, ...taken }),
  );
}

export function cancelInstalment(payment: PaymentView): Promise<PaymentView | null> {
  return payFor(payment.saleId, 'cancel', () =>
    call('instalment_cancel', { paymentId: payment.id }),
  );
}

/** The shop's address is asked once; the limits are sent along as they are. */
async function keepShopAddress({ form }: Draft): Promise<void> {
  const { minimum, maximum } = till.instalments;
  const settings = await call('instalment_settings_update', {
    address: { ...form.shop },
    minimum: minimum ?? 0,
    maximum: maximum ?? 0,
  });
  till.keepInstalments(settings);
  if (form.view) form.view = { ...form.view, shopAddress: settings.address };
}
