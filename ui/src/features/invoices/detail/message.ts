import type { InvoiceView } from '~/api/generated/contract';
import { formatDong } from '~/format/money';
import { formatDate } from '~/format/time';
import type { AppLanguage } from '~/i18n/language.svelte';
import { m } from '~/paraglide/messages';

/** A message to the customer, ready to be sent; `null` while there is no link. */
export function messageOf(
  { code, content, payment }: InvoiceView,
  shop: string,
  locale: AppLanguage,
): string | null {
  const { paymentUrl: link, missing } = payment;
  if (link === null) return null;
  const amount = formatDong(missing ?? payment.amount);
  const due = formatDate(content.dueDate);
  return m.invoice_message({ shop, code, amount, due, link }, { locale });
}
