/** What a screen reader is told when the sale in front changes. */
import type { PaymentView, SaleView } from '~/api/generated/contract';
import { formatDong } from '~/format/money';
import { announcer } from '~/kit/announcer.svelte';
import { m } from '~/paraglide/messages';
import type { DeskStage } from './desk.svelte';
import { endOf, sayEnd, sayStage } from './instalment/say-stage';
import type { MarkKind } from './logic/stage';
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
    case 'form':
      return m.instalment_form_label({ amount: formatDong(sale.missing || (sale.amount ?? 0)) });
    case 'creating':
      return stage.method === 'instalment'
        ? m.instalment_sending_title()
        : m.counter_sending_title();
    case 'waiting':
      return toldWaiting(stage.payment);
    case 'instalment':
      return toldInstalment(stage.payment);
    case 'ended':
      return `${sayEnd(endOf(stage.payment))}. ${m.instalment_money_none()}`;
    case 'qr':
      return `${m.counter_qr_waiting()}, ${formatDong(stage.payment.amount)}`;
    case 'expired':
      return m.counter_expired_title();
    case 'refused':
      return m.counter_refused_title();
    case 'verdict':
      return toldVerdict(sale, stage.verdict, stage.payment);
  }
}

function toldWaiting({ phase, method, problem }: PaymentView): string {
  const isInstalment = method === 'instalment';
  if (phase === 'lookingUp') {
    return isInstalment ? m.instalment_looking_title() : m.counter_looking_title();
  }
  if (problem) return isInstalment ? m.instalment_unsent_title() : m.counter_unsent_title();
  return isInstalment ? m.instalment_sending_title() : m.counter_sending_title();
}

function toldInstalment({ instalment, amount }: PaymentView): string {
  if (!instalment) return '';
  if (instalment.linkProblem) return m.instalment_link_alarm();
  return `${m.instalment_method()}: ${sayStage(instalment)}, ${formatDong(amount)}`;
}

function toldVerdict(
  sale: SaleView,
  verdict: 'paid' | 'late' | 'short' | 'over' | 'unknown',
  payment: PaymentView | null,
): string {
  switch (verdict) {
    case 'paid':
      if (payment?.instalment) return `${m.instalment_accepted()}: ${formatDong(sale.received)}`;
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

/** A sale and the word of its stage. */
export interface Marked {
  sale: Pick<SaleView, 'id' | 'name' | 'number'>;
  mark: MarkKind;
}

const NEWS: ReadonlySet<MarkKind> = new Set(['instalmentFirstPart', 'instalmentEnded']);

/** Tells once when an instalment payment that is not in front needs the cashier: no money came, so no verdict tells it. */
export function tellOfParked(): (parked: Marked[], inFront: string | null) => void {
  const before = new Map<string, MarkKind>();
  return (parked, inFront) => {
    for (const { sale, mark } of parked) {
      const old = before.get(sale.id);
      before.set(sale.id, mark);
      if (old === undefined || old === mark || !NEWS.has(mark) || sale.id === inFront) continue;
      const tone = mark === 'instalmentEnded' ? 'danger' : 'info';
      announcer.show(`${saySale(sale)}: ${sayMark(mark)}`, tone);
    }
  };
}
