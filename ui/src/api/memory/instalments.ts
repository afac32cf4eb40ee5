import type {
  ErrorBody,
  InstalmentCreateRequest,
  InstalmentFormView,
  InstalmentView,
  SaidView,
} from '~/api/generated/contract';
import { plansFor } from './instalment-plans';
import { readCustomer } from './instalment-read';
import { instalmentSettings } from './instalment-settings';
import { follow, spend } from './instalment-steps';
import { note } from './payments';
import { drawText } from './qr';
import { saleView } from './sales';
import {
  type MemoryPayment,
  type MemorySale,
  type World,
  Refusal,
  errorBody,
  minutesFrom,
  newId,
  present,
} from './world';

const LINK_MINUTES = 30;

/** What the form starts from. */
export function formOf(world: World, sale: MemorySale): InstalmentFormView {
  const { payments, missing } = saleView(world, sale);
  const amount = payments.length > 0 || sale.cash > 0 ? missing : (sale.amount ?? 0);
  const settings = instalmentSettings(world);
  const before = world.payments.find(
    ({ view }) => view.saleId === sale.id && view.instalment !== null,
  )?.view.instalment;
  const words = before?.customerName.split(' ') ?? [];
  return {
    saleId: sale.id,
    amount,
    problem: problemOf(world, sale, amount),
    minimum: settings.minimum,
    maximum: settings.maximum,
    shopAddress: settings.address,
    goods: before?.goods ?? (sale.name === '' ? `Đơn ${sale.number}` : `Đơn ${sale.name}`),
    customer: before
      ? (world.instalments.known.find(({ phone }) => phone === before.customerPhone) ?? {
          phone: before.customerPhone,
          lastName: words.slice(0, -1).join(' '),
          firstName: words.at(-1) ?? '',
          email: '',
        })
      : null,
  };
}

function problemOf(world: World, sale: MemorySale, amount: number): ErrorBody | null {
  const { credentials, isReady, minimum, maximum } = instalmentSettings(world);
  if (!credentials.isPresent) return errorBody('no_instalment_keys');
  if (!isReady) return errorBody('instalment_not_set_up');
  if (amount === 0) return errorBody('amount_empty');
  if (minimum !== null && amount < minimum) {
    return errorBody('amount_below_minimum', { params: { minimum: String(minimum) } });
  }
  if (maximum !== null && amount > maximum) {
    return errorBody('amount_above_maximum', { params: { maximum: String(maximum) } });
  }
  const isBusy = world.payments.some(
    ({ view }) =>
      view.saleId === sale.id &&
      view.instalment !== null &&
      ['sending', 'lookingUp', 'open'].includes(view.phase),
  );
  return isBusy ? errorBody('sale_busy') : null;
}

/** Opens an instalment payment; troubles that were switched on play out. */
export function createInstalment(
  world: World,
  sale: MemorySale,
  request: InstalmentCreateRequest,
): MemoryPayment {
  const problem = problemOf(world, sale, request.amount);
  if (problem) throw new Refusal(problem.code, problem);
  const { customer } = request;
  const read = readCustomer(world, {
    phone: customer.phone,
    name: `${customer.lastName} ${customer.firstName}`,
    email: customer.email,
  });
  if (read.phone === null) throw refusedField('phoneNumber', 'not_a_phone');
  if (read.lastName === '') throw refusedField('lastName', 'empty');
  if (customer.email === '' || read.isEmailWrong) throw refusedField('email', 'not_an_email');
  if (request.address === null && instalmentSettings(world).address === null) {
    throw new Refusal('shop_address_missing');
  }
  const plans = [30, 40, 50].flatMap(
    (percent) => plansFor(request.amount, percent, present()).plans,
  );
  const plan = plans.find(({ id }) => id === request.planId) ?? null;
  if (request.planId !== null && plan === null) throw new Refusal('plan_gone');
  if (world.troubles.includes('noNetwork')) {
    throw new Refusal('no_network', { certainty: 'notSent' });
  }
  const payment = newInstalment(sale, request, plan, present());
  playTroubles(world, payment);
  remember(world, request);
  world.payments.unshift(payment);
  sale.nextIntentId = newId('pay');
  return payment;
}

const refusedField = (field: string, reason: string) =>
  new Refusal('instalment_field_refused', { params: { field, reason } });

function remember({ instalments }: World, { customer }: InstalmentCreateRequest): void {
  instalments.known = [
    { ...customer },
    ...instalments.known.filter(({ phone }) => phone !== customer.phone),
  ];
}

function newInstalment(
  sale: MemorySale,
  request: InstalmentCreateRequest,
  plan: InstalmentView['plan'],
  createdAt: string,
): MemoryPayment {
  const code = request.intentId
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(-6)
    .toUpperCase();
  const url = `https://pay.fundiin.vn/p/${code.toLowerCase()}`;
  const payment: MemoryPayment = {
    view: {
      id: request.intentId,
      saleId: sale.id,
      saleNumber: sale.number,
      saleName: sale.name,
      method: 'instalment',
      reference: `TG-${sale.number}-${code}`,
      memoCode: `TG${code}`,
      amount: request.amount,
      received: 0,
      missing: null,
      giveBack: null,
      verdict: 'unpaid',
      isLate: false,
      phase: 'open',
      gatewayStatus: 'INITIAL',
      accountName: '',
      bankName: '',
      accountLastFour: '',
      qr: null,
      qrProblem: null,
      instalment: {
        stage: 'waiting',
        said: null,
        customerName: `${request.customer.lastName} ${request.customer.firstName}`.trim(),
        customerPhone: request.customer.phone,
        goods: request.goods,
        plan,
        qr: drawText(url),
        linkProblem: null,
        firstPart: null,
        cancel: null,
        refund: null,
        canConfirmFirstPart: true,
        canCancel: true,
        canRefund: false,
      },
      isRefunded: false,
      paymentUrl: url,
      createdAt,
      expiresAt: minutesFrom(createdAt, LINK_MINUTES),
      checkedAt: createdAt,
      moneySeenAt: null,
      problem: null,
      nextLookAt: null,
      replacedBy: null,
      requestId: `fdn_${code}`,
    },
    timeline: [],
  };
  for (const event of ['committed', 'sent', 'answered']) note(payment, createdAt, event);
  return payment;
}

function playTroubles(world: World, payment: MemoryPayment): void {
  const { view } = payment;
  const own = view.instalment;
  if (!own) return;
  if (spend(world, 'instalmentLimit')) {
    reject(payment, own, {
      result: 'AMOUNT_EXCEEDED_UPPER_LIMIT',
      message: 'Số tiền vượt hạn mức của khách hàng',
    });
  } else if (spend(world, 'instalmentDenied')) {
    reject(payment, own, { result: 'ACCESS_DENIED', message: 'Access denied' });
  } else if (spend(world, 'lostAnswer') || world.troubles.includes('gatewayDown')) {
    view.phase = 'lookingUp';
    view.verdict = 'unknown';
    view.problem = errorBody('timeout', { certainty: 'unknown' });
    view.nextLookAt = minutesFrom(present(), 1);
    follow(view.phase, own, 'waiting');
  } else if (spend(world, 'strangeLink')) {
    own.qr = null;
    own.linkProblem = 'link_refused';
    view.paymentUrl = null;
    note(payment, present(), 'qrChecked', { code: 'link_refused' });
  }
}

function reject(payment: MemoryPayment, own: InstalmentView, said: SaidView): void {
  payment.view.phase = 'rejected';
  payment.view.problem = errorBody('instalment_refused', {
    certainty: 'refused',
    requestId: payment.view.requestId,
    params: { ...said },
  });
  payment.view.paymentUrl = null;
  own.said = said;
  follow('rejected', own, 'waiting');
}
