/** The words and the one figure of a verdict at the counter. Sums are Rust's; one that is not known is not shown. */
import type { InstalmentView, PaymentView, SaleView } from '~/api/generated/contract';
import type { MoneyVerdict } from '~/features/counter/logic/stage';
import { formatDong } from '~/format/money';
import { m } from '~/paraglide/messages';

export interface Headline {
  word: string;
  text: string;
  figure: number | null;
  notes: string[];
}

export function headlineOf(
  sale: SaleView,
  verdict: MoneyVerdict,
  payment: PaymentView | null,
): Headline {
  switch (verdict) {
    case 'paid':
      if (payment?.instalment) return accepted(sale, payment.instalment);
      return headline(m.counter_paid_word(), m.counter_paid_text(), sale.received);
    case 'late':
      return headline(m.counter_late_word(), m.counter_late_text(), sale.received);
    case 'short':
      return sale.isUncertain
        ? headline(m.counter_short_word(), m.counter_short_unknown(), null)
        : headline(m.counter_short_word(), m.counter_short_text(), sale.missing);
    case 'over':
      return sale.giveBack > 0
        ? headline(m.counter_over_word(), m.counter_over_text(), sale.giveBack)
        : headline(m.counter_over_word(), m.counter_over_unknown(), null);
    case 'unknown':
      return unknown(payment);
  }
}

function headline(word: string, text: string, figure: number | null): Headline {
  return { word, text, figure, notes: [] };
}

/** The gateway owes the shop; what the shop itself took is told beside it. */
function accepted(sale: SaleView, { firstPart, cancel }: InstalmentView): Headline {
  const notes: string[] = [];
  if (firstPart?.confirmation?.phase === 'done' && firstPart.amount !== null) {
    notes.push(m.instalment_accepted_first({ amount: formatDong(firstPart.amount) }));
  }
  if (cancel?.phase === 'refused') notes.push(m.instalment_cancel_paid());
  return { ...headline(m.counter_paid_word(), m.instalment_accepted(), sale.received), notes };
}

const KNOWN_STATUSES = new Set([
  ...['unpaid', 'paid', 'partial_paid', 'extra_paid'],
  ...['initial', 'waiting', 'pending', 'success', 'fail'],
]);

function unknown(payment: PaymentView | null): Headline {
  const status = payment?.gatewayStatus?.toLowerCase() ?? '';
  const notes: string[] = [
    payment?.instalment ? m.instalment_unknown_advice() : m.counter_unknown_advice(),
  ];
  if (payment) notes.unshift(formatDong(payment.amount));
  if (status !== '' && !KNOWN_STATUSES.has(status)) {
    notes.push(m.counter_unknown_status({ status: payment?.gatewayStatus ?? '' }));
  }
  return { word: m.counter_unknown_word(), text: m.counter_unknown_text(), figure: null, notes };
}
