import type {
  PaymentListRequest,
  PaymentPage,
  PaymentRow,
  PaymentView,
} from '~/api/generated/contract';
import { readAmount } from './amount';
import type { MemoryPayment } from './world';

export function listPayments(
  payments: readonly MemoryPayment[],
  request: PaymentListRequest,
): PaymentPage {
  const { search = '', verdicts = [], methods = [], from, to, cursor, limit = 50 } = request;
  const wanted = fold(search.trim());
  const amount = wanted === '' ? null : readAmount(wanted).amount;
  const matching = payments
    .filter(
      ({ view }) =>
        (from === undefined || countsAt(view) >= from) && (to === undefined || countsAt(view) < to),
    )
    .map(rowOf)
    .filter((row) => verdicts.length === 0 || verdicts.includes(row.verdict))
    .filter((row) => methods.length === 0 || methods.includes(row.method))
    .filter(
      (row) =>
        wanted === '' || textOf(row).includes(wanted) || (amount !== null && row.amount === amount),
    )
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const start = cursor === undefined ? 0 : Number(cursor);
  const end = start + limit;
  return {
    rows: matching.slice(start, end),
    nextCursor: end < matching.length ? String(end) : null,
    count: matching.length,
    asked: matching.reduce((sum, row) => sum + row.amount, 0),
    received: matching.reduce((sum, row) => sum + (row.received ?? 0), 0),
  };
}

/** An invoice counts when its money came in, everything else when it was asked for. */
const countsAt = ({ method, moneySeenAt, createdAt }: PaymentView): string =>
  method === 'invoice' ? (moneySeenAt ?? createdAt) : createdAt;

function rowOf({ view }: MemoryPayment): PaymentRow {
  return {
    id: view.id,
    createdAt: view.createdAt,
    saleNumber: view.saleNumber,
    saleName: view.saleName,
    code: view.method === 'invoice' ? view.reference : view.memoCode,
    amount: view.amount,
    received: view.received,
    verdict: view.verdict,
    isLate: view.isLate,
    phase: view.phase,
    method: view.method,
    isRefunded: view.isRefunded,
    account: view.instalment?.customerName ?? `${view.bankName} ···${view.accountLastFour}`,
  };
}

function textOf(row: PaymentRow): string {
  return fold(`${row.saleNumber} ${row.saleName} ${row.code} ${row.amount} ${row.account}`);
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}
