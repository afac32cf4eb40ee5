/** What a screen reader is told when the sale in front changes. */
import type { PaymentView, SaleView } from '~/api/generated/contract';
import { formatDong } from '~/format/money';
import { announcer } from '~/kit/announcer.svelte';
import { m } from '~/paraglide/messages';
import type { DeskStage } from './desk.svelte';
import { sayMark, saySale } from './speak';

export function announcementOf(sale: SaleView, stage: DeskStage): string {
  const what = told(sale, stage);
  return what === '' ? '' : `${saySale(sale)}: ${what}`;
}

function told(sale: SaleView, stage: DeskStage): string {
  switch (stage.kind) {
    case 'entry':
      return stage.rejected
        ? m.counter_rejected_title({ amount: formatDong(stage.rejected.amount) })
        : '';
    case 'creating':
      return m.counter_sending_title();
    case 'waiting':
      if (stage.payment.phase === 'lookingUp') return m.counter_looking_title();
      return stage.payment.problem ? m.counter_unsent_title() : m.counter_sending_title();
    case 'qr':
      return `${m.counter_qr_waiting()}, ${formatDong(stage.payment.amount)}`;
    case 'expired':
      return m.counter_expired_title();
    case 'refused':
      return m.counter_refused_title();
    case 'verdict':
      return toldVerdict(sale, stage.verdict);
  }
}

function toldVerdict(
  sale: SaleView,
  verdict: 'paid' | 'late' | 'short' | 'over' | 'unknown',
): string {
  switch (verdict) {
    case 'paid':
      return `${m.counter_paid_text()} ${formatDong(sale.received)}`;
    case 'late':
      return `${m.counter_late_text()}: ${formatDong(sale.received)}`;
    case 'short':
      return sale.isUncertain
        ? m.counter_short_unknown()
        : `${m.counter_short_word()}. ${m.counter_short_text()} ${formatDong(sale.missing)}`;
    case 'over':
      return sale.giveBack > 0
        ? `${m.counter_over_word()}. ${m.counter_over_text()} ${formatDong(sale.giveBack)}`
        : m.counter_over_unknown();
    case 'unknown':
      return `${m.counter_unknown_text()}. ${m.counter_unknown_advice()}`;
  }
}

/** Tells once of money that came for a sale that is not in front. */
export function tellOfOthers(inFront: () => string | null): (payment: PaymentView) => void {
  const told = new Set<string>();
  return (payment) => {
    const { id, verdict, saleId, saleName, saleNumber } = payment;
    const news = `${id} ${verdict}`;
    if (saleId === inFront() || verdict === 'unpaid' || told.has(news)) return;
    told.add(news);
    const sum = verdict === 'unknown' ? payment.amount : (payment.received ?? payment.amount);
    const sale = saySale({ name: saleName, number: saleNumber });
    announcer.show(
      `${sale}: ${sayMark(verdict)}, ${formatDong(sum)}`,
      verdict === 'paid' || verdict === 'late' ? 'success' : 'danger',
    );
  };
}
