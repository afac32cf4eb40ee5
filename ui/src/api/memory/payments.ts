import type { ErrorCode, PaymentView, TimelineEntry, VerdictView } from '~/api/generated/contract';
import { ACCOUNTS, type MemoryAccount } from './accounts';
import { drawQr } from './qr';
import {
  type MemoryPayment,
  type MemorySale,
  type World,
  Refusal,
  errorBody,
  minutesFrom,
  present,
} from './world';

const QR_MINUTES = 30;

export function newPayment(
  sale: MemorySale,
  account: MemoryAccount,
  id: string,
  amount: number,
  createdAt: string,
): MemoryPayment {
  const memoCode = `TV${sale.number}${id
    .slice(-3)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, 'X')}`;
  const requestId = `req_${id}`;
  const entry = (event: string): TimelineEntry => ({
    at: createdAt,
    event,
    about: null,
    code: null,
    reason: null,
    message: null,
    status: event === 'answered' ? 'PENDING' : null,
    received: null,
    requestId: event === 'answered' ? requestId : null,
  });
  return {
    view: {
      id,
      saleId: sale.id,
      saleNumber: sale.number,
      saleName: sale.name,
      method: 'transfer',
      reference: `Q1-${sale.number}-${memoCode}`,
      memoCode,
      amount,
      received: 0,
      missing: null,
      giveBack: null,
      verdict: 'unpaid',
      isLate: false,
      phase: 'open',
      gatewayStatus: 'PENDING',
      accountName: account.name,
      bankName: account.bankName,
      accountLastFour: account.number.slice(-4),
      qr: drawQr(account, amount, memoCode),
      qrProblem: null,
      instalment: null,
      isRefunded: false,
      paymentUrl: `https://pay.finan.one/l/${memoCode.toLowerCase()}`,
      createdAt,
      expiresAt: minutesFrom(createdAt, QR_MINUTES),
      checkedAt: createdAt,
      moneySeenAt: null,
      problem: null,
      nextLookAt: null,
      replacedBy: null,
      requestId,
    },
    timeline: ['committed', 'sent', 'answered', 'qrChecked'].map(entry),
  };
}

/** Money comes in: the verdict against the bill. */
export function receive(payment: MemoryPayment, sum: number, at: string): void {
  const { view } = payment;
  const received = (view.received ?? 0) + sum;
  view.received = received;
  view.missing = received < view.amount ? view.amount - received : null;
  view.giveBack = received > view.amount ? received - view.amount : null;
  view.verdict = verdictOf(received, view.amount);
  view.isLate = view.phase === 'expired';
  view.gatewayStatus = received < view.amount ? 'PARTIAL' : 'PAID';
  view.moneySeenAt ??= at;
  view.checkedAt = at;
  view.problem = null;
  if (received >= view.amount) view.phase = 'closed';
  note(payment, at, 'status', { status: view.gatewayStatus, received });
}

function verdictOf(received: number, amount: number): VerdictView {
  if (received === 0) return 'unpaid';
  if (received === amount) return 'paid';
  return received < amount ? 'short' : 'over';
}

export function expire(payment: MemoryPayment, at: string): void {
  payment.view.phase = 'expired';
  payment.view.expiresAt = at;
  payment.view.gatewayStatus = 'EXPIRED';
  note(payment, at, 'status', { status: 'EXPIRED' });
}

export function note(
  payment: MemoryPayment,
  at: string,
  event: string,
  more: Partial<TimelineEntry> = {},
): void {
  const requestId = `req_${payment.timeline.length}_${payment.view.memoCode}`;
  payment.timeline.push({
    at,
    event,
    about: null,
    code: null,
    status: null,
    reason: null,
    message: null,
    received: null,
    requestId,
    ...more,
  });
}

export function findPayment(world: World, paymentId: string): MemoryPayment {
  const found = world.payments.find(({ view }) => view.id === paymentId);
  if (!found) throw new Refusal('payment_gone');
  return found;
}

const QR_TROUBLES: Partial<Record<string, ErrorCode>> = {
  wrongAmount: 'qr_wrong_amount',
  wrongAccount: 'qr_wrong_account',
  wrongCrc: 'qr_crc',
  imageAddress: 'qr_image_address',
};

/** Asks for money; troubles that were switched on play out. */
export function createPayment(
  world: World,
  sale: MemorySale,
  id: string,
  amount: number,
): PaymentView {
  const account = ACCOUNTS.find((one) => one.id === world.receivingId);
  if (!account) throw new Refusal('no_receiving_account');
  if (world.troubles.includes('noNetwork')) {
    throw new Refusal('no_network', { certainty: 'notSent' });
  }
  const payment = newPayment(sale, account, id, amount, present());
  const qrTrouble = world.troubles.map((name) => QR_TROUBLES[name]).find(Boolean);
  if (qrTrouble) {
    payment.view.qrProblem = {
      code: qrTrouble,
      found: payment.view.qr?.meaning ?? null,
      canConfirm: false,
    };
    payment.view.qr = null;
    note(payment, present(), 'qrChecked', { code: qrTrouble });
  }
  if (world.troubles.includes('lostAnswer') || world.troubles.includes('gatewayDown')) {
    payment.view.phase = 'lookingUp';
    payment.view.verdict = 'unknown';
    payment.view.qr = null;
    payment.view.problem = errorBody('timeout', { certainty: 'unknown' });
    payment.view.nextLookAt = minutesFrom(present(), 1);
  }
  world.payments.unshift(payment);
  sale.nextIntentId = `${sale.id}-${world.payments.length}-${Date.now().toString(36)}`;
  return payment.view;
}
