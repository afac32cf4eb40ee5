import type { DisplayState, InstalmentView, PaymentView, SaleView } from '~/api/generated/contract';
import { invoiceOnDisplay } from './invoices';
import { type MemorySale, type World, Refusal, newId, present } from './world';

export function openSale(world: World): MemorySale {
  const sale: MemorySale = {
    id: newId('sale'),
    number: world.nextSaleNumber,
    name: '',
    amount: null,
    lines: [],
    cash: 0,
    nextIntentId: newId('pay'),
    openedAt: present(),
    closedAt: null,
  };
  world.nextSaleNumber += 1;
  world.sales.push(sale);
  return sale;
}

export function findSale(world: World, saleId: string): MemorySale {
  const found = world.sales.find((sale) => sale.id === saleId && sale.closedAt === null);
  if (!found) throw new Refusal('sale_gone');
  return found;
}

export function saleView(world: World, sale: MemorySale): SaleView {
  const payments = world.payments
    .filter(({ view }) => view.saleId === sale.id)
    .map(({ view }) => structuredClone(view));
  const received = payments.reduce((sum, one) => sum + (one.received ?? 0), sale.cash);
  const bill = sale.amount ?? 0;
  const isUncertain = payments.some(({ verdict }) => verdict === 'unknown');
  return {
    id: sale.id,
    number: sale.number,
    name: sale.name,
    amount: sale.amount,
    lines: sale.lines.map((line) => ({ ...line })),
    received,
    cash: sale.cash,
    missing: Math.max(0, bill - received),
    giveBack: Math.max(0, received - bill),
    isUncertain,
    isSettled: bill > 0 && received >= bill && !isUncertain,
    payments,
    nextIntentId: sale.nextIntentId,
    openedAt: sale.openedAt,
    closedAt: sale.closedAt,
  };
}

function instalmentState(
  { amount, phase, expiresAt }: PaymentView,
  { stage, qr, plan, firstPart }: InstalmentView,
): DisplayState {
  if (phase === 'rejected') return { kind: 'review', amount, lines: [] };
  switch (stage) {
    case 'firstPart':
      return { kind: 'firstPart', amount, firstPart: firstPart?.amount ?? null };
    case 'refused':
    case 'expired':
    case 'cancelled':
      return { kind: 'instalmentEnded', amount, how: stage };
    default:
      return qr
        ? {
            kind: 'instalment',
            drawing: qr,
            amount,
            plan,
            isInProgress: stage === 'inProgress',
            expiresAt,
          }
        : { kind: 'checking', amount };
  }
}

/** What a stranger may see of the sale in front. */
export function displayState(world: World): DisplayState {
  const invoice = invoiceOnDisplay(world);
  if (invoice) return invoice;
  const sale = world.sales.find(({ id }) => id === world.focusedSaleId);
  if (!sale || sale.closedAt !== null || sale.amount === null) return { kind: 'idle' };
  const { payments, amount: bill, lines, received, missing, giveBack } = saleView(world, sale);
  const amount = bill ?? 0;
  const newest = payments[0];
  if (!newest)
    return received >= amount ? { kind: 'paid', amount } : { kind: 'review', amount, lines };
  if (giveBack > 0) return { kind: 'over', amount, giveBack };
  if (missing === 0) return { kind: 'paid', amount };
  if (newest.instalment) return instalmentState(newest, newest.instalment);
  if (newest.verdict === 'short') return { kind: 'short', amount, received, missing };
  if (newest.phase === 'expired') return { kind: 'expired', amount: newest.amount };
  if (world.freshness.state === 'failing') return { kind: 'noNetwork', amount: newest.amount };
  if (!newest.qr) return { kind: 'checking', amount: newest.amount };
  return {
    kind: 'qr',
    drawing: newest.qr.drawing,
    bankName: newest.bankName,
    accountName: newest.accountName,
    accountLastFour: newest.accountLastFour,
    amount: newest.amount,
    memo: newest.memoCode,
    expiresAt: newest.expiresAt,
  };
}
