/**
 * Which panel a sale has in front. Verdicts, sums and phases are Rust's; this only chooses which of them to show.
 */
import type { PaymentView, SaleView } from '~/api/generated/contract';

export type MoneyVerdict = 'paid' | 'late' | 'short' | 'over' | 'unknown';

export type Stage =
  /** The bill is typed. `rejected` is the request the gateway has just refused. */
  | { kind: 'entry'; rejected: PaymentView | null }
  /** The request is on its way, or no clear answer came and it is being looked up. */
  | { kind: 'waiting'; payment: PaymentView }
  /** The QR runs, has run out, or was refused by the guard. */
  | { kind: 'qr'; payment: PaymentView }
  | { kind: 'expired'; payment: PaymentView }
  | { kind: 'refused'; payment: PaymentView }
  /** The customer of an instalment payment is at it, or the shop takes its first part. */
  | { kind: 'instalment'; payment: PaymentView }
  /** An instalment payment that brought no money: refused, expired, cancelled, given back, or never taken by the gateway. */
  | { kind: 'ended'; payment: PaymentView }
  /** An answer that stays until the cashier acts on it. */
  | { kind: 'verdict'; verdict: MoneyVerdict; payment: PaymentView | null };

const MONEY = new Set(['paid', 'late', 'short', 'over']);

const hasMoney = (payment: PaymentView): boolean =>
  MONEY.has(payment.verdict) && !payment.isRefunded;

/** The payment the cashier is busy with: the newest that no other one has replaced. */
export function frontPayment(sale: SaleView): PaymentView | null {
  return sale.payments.find((payment) => payment.replacedBy === null) ?? sale.payments[0] ?? null;
}

/** Payments whose QR a customer could still pay, the one in front excepted. */
export function otherOpenPayments(sale: SaleView): PaymentView[] {
  const front = frontPayment(sale);
  return sale.payments.filter(
    (payment) => payment.id !== front?.id && payment.phase === 'open' && !hasMoney(payment),
  );
}

/** The stage of a sale. */
export function stageOf(sale: SaleView): Stage {
  const front = frontPayment(sale);
  if (front && (front.phase === 'sending' || front.phase === 'lookingUp')) {
    return { kind: 'waiting', payment: front };
  }
  const unclear = sale.payments.find((payment) => payment.verdict === 'unknown');
  if (unclear) return { kind: 'verdict', verdict: 'unknown', payment: unclear };

  const came = sale.payments.find(hasMoney) ?? null;
  if (!came && sale.cash === 0) return front ? asked(front) : { kind: 'entry', rejected: null };
  if (sale.giveBack > 0 || (sale.isUncertain && came?.verdict === 'over')) {
    return { kind: 'verdict', verdict: 'over', payment: came };
  }
  if (sale.missing > 0 || sale.isUncertain) {
    return front && waitsForRest(front)
      ? asked(front)
      : { kind: 'verdict', verdict: 'short', payment: came };
  }
  const isLate = came?.verdict === 'late' || came?.isLate === true;
  return { kind: 'verdict', verdict: isLate ? 'late' : 'paid', payment: came };
}

function waitsForRest(payment: PaymentView): boolean {
  if (payment.method === 'instalment') return !hasMoney(payment);
  return !hasMoney(payment) && payment.phase !== 'closed' && payment.phase !== 'rejected';
}

function asked(payment: PaymentView): Stage {
  if (payment.method === 'instalment') {
    return { kind: payment.phase === 'open' ? 'instalment' : 'ended', payment };
  }
  if (payment.phase === 'rejected') return { kind: 'entry', rejected: payment };
  if (payment.phase === 'expired' || payment.phase === 'closed')
    return { kind: 'expired', payment };
  return payment.qr ? { kind: 'qr', payment } : { kind: 'refused', payment };
}

/** The word of a stage that the strip of sales shows. */
export function markOf(sale: SaleView): MarkKind {
  const stage = stageOf(sale);
  switch (stage.kind) {
    case 'verdict':
      return stage.verdict;
    case 'instalment':
      return markOfInstalment(stage.payment);
    case 'ended':
      return 'instalmentEnded';
    default:
      return stage.kind;
  }
}

function markOfInstalment({ instalment }: PaymentView): MarkKind {
  if (instalment?.linkProblem) return 'refused';
  switch (instalment?.stage) {
    case 'inProgress':
      return 'instalmentBusy';
    case 'firstPart':
      return 'instalmentFirstPart';
    default:
      return 'instalment';
  }
}

export type MarkKind =
  | MoneyVerdict
  | Exclude<Stage['kind'], 'verdict' | 'ended'>
  | 'instalmentBusy'
  | 'instalmentFirstPart'
  | 'instalmentEnded';

/** Whether money is missing and nothing runs, so that a way of paying can be chosen. */
export function canChooseWay(sale: SaleView): boolean {
  const stage = stageOf(sale);
  switch (stage.kind) {
    case 'entry':
    case 'ended':
    case 'expired':
    case 'qr':
    case 'refused':
      return true;
    case 'verdict':
      return stage.verdict === 'short' && !sale.isUncertain;
    default:
      return false;
  }
}

/** Where Esc leads from a QR: to the amount, or to the choice of how the rest is paid. */
export function stageBefore(sale: SaleView): Stage {
  const came = sale.payments.find((payment) => payment.verdict === 'short') ?? null;
  return sale.received > 0
    ? { kind: 'verdict', verdict: 'short', payment: came }
    : { kind: 'entry', rejected: null };
}

/** Whether nothing of a sale would be lost. */
export function isUntouched(sale: SaleView): boolean {
  const isUnpaid = sale.payments.length === 0 && sale.cash === 0;
  return isUnpaid && sale.amount === null && sale.name === '';
}
