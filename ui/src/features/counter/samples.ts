/** A payment and a sale as Rust tells them, for tests. */
import type { PaymentView, QrView, SaleView } from '~/api/generated/contract';

/** 2026-01-25 10:30:00 in Hanoi. */
export const NOW = Date.parse('2026-01-25T03:30:00Z');

/** A moment that many seconds after {@link NOW}. */
export const at = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();

const QR: QrView = {
  drawing: { side: 45, path: 'M4 4h1v1h-1z', text: '000201' },
  meaning: {
    bankName: 'Vietcombank',
    bankBin: '970436',
    accountName: 'CA PHE HOA SUA',
    accountGrouped: '0011 0012 3456',
    accountLastFour: '3456',
    amount: 200_000,
    memo: 'TV7K2M',
  },
  caution: null,
};

/** A payment whose QR is on screen. */
export function payment(change: Partial<PaymentView> = {}): PaymentView {
  return {
    id: 'p1',
    saleId: 's1',
    saleNumber: 7,
    saleName: '',
    method: 'transfer',
    reference: 'TV-7K2M',
    memoCode: 'TV7K2M',
    amount: 200_000,
    received: null,
    missing: null,
    giveBack: null,
    verdict: 'unpaid',
    isLate: false,
    phase: 'open',
    gatewayStatus: 'unpaid',
    accountName: 'CA PHE HOA SUA',
    bankName: 'Vietcombank',
    accountLastFour: '3456',
    qr: QR,
    qrProblem: null,
    instalment: null,
    isRefunded: false,
    paymentUrl: 'https://pay.example/7K2M',
    createdAt: at(-60),
    expiresAt: at(1740),
    checkedAt: at(-2),
    moneySeenAt: null,
    problem: null,
    nextLookAt: null,
    replacedBy: null,
    requestId: null,
    ...change,
  };
}

/** A sale of 200.000 with those payments, newest first. */
export function sale(payments: PaymentView[] = [], change: Partial<SaleView> = {}): SaleView {
  return {
    id: 's1',
    number: 7,
    name: '',
    amount: 200_000,
    lines: [],
    received: 0,
    cash: 0,
    missing: 200_000,
    giveBack: 0,
    isUncertain: false,
    isSettled: false,
    payments,
    nextIntentId: 'i1',
    openedAt: at(-120),
    closedAt: null,
    ...change,
  };
}
