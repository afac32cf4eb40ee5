/** Which payments the customer of practice mode can still pay: the QR that runs, and old ones, to practise late money. */
import type { InstalmentStageView, PaymentView, SaleView } from '~/api/generated/contract';

export function payableOf(sale: SaleView | null): PaymentView[] {
  return (sale?.payments ?? []).filter((payment) =>
    payment.method === 'instalment' ? payment.phase === 'open' : canTakeTransfer(payment),
  );
}

function canTakeTransfer(payment: PaymentView): boolean {
  return payment.received === null || payment.received < payment.amount
    ? payment.phase === 'open' || payment.phase === 'expired'
    : false;
}

/** What the customers of practice mode like to send. */
export interface Sending {
  kind: 'tiny' | 'half' | 'more';
  amount: number;
}

/** The smallest sum of the trick: 200 đồng for 200.000. */
const TINY = 200;
const EXTRA = 50_000;

export function sendingsFor(payment: PaymentView): Sending[] {
  const half = Math.floor(payment.amount / 2);
  const all: Sending[] = [
    { kind: 'tiny', amount: TINY },
    { kind: 'half', amount: half },
    { kind: 'more', amount: payment.amount + EXTRA },
  ];
  return all.filter(
    ({ kind, amount }) => kind === 'more' || (amount > 0 && amount < payment.amount),
  );
}

/** What the customer of an instalment payment can do on the phone, by where it stands. */
export type InstalmentMove = 'begin' | 'accept' | 'firstPartHere' | 'refuse' | 'letExpire';

export function movesOf(stage: InstalmentStageView): InstalmentMove[] {
  if (stage === 'waiting') return ['begin', 'accept', 'firstPartHere', 'refuse', 'letExpire'];
  if (stage === 'inProgress') return ['accept', 'firstPartHere', 'refuse', 'letExpire'];
  return stage === 'firstPart' ? ['refuse', 'letExpire'] : [];
}
