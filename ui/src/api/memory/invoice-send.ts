import type { InvoiceContentView, StepView } from '~/api/generated/contract';
import type { MemoryDraft, MemoryInvoice } from './invoice-book';
import { draftView, mayChange } from './invoice-book';
import { addUp } from './invoice-totals';
import { spend } from './instalment-steps';
import { note } from './payments';
import {
  type MemoryPayment,
  type World,
  Refusal,
  errorBody,
  minutesFrom,
  newId,
  present,
} from './world';

/** An invoice that the gateway took. */
export function newInvoice(
  world: World,
  id: string,
  code: string,
  content: InvoiceContentView,
  createdAt: string,
): MemoryInvoice {
  const counted = addUp(content, world.books.codes.tax);
  const totals = 'code' in counted ? null : counted;
  const payment: MemoryPayment = {
    view: {
      id,
      saleId: '',
      saleNumber: 0,
      saleName: content.customer?.name ?? '',
      method: 'invoice',
      reference: code,
      memoCode: `TV${id
        .replaceAll(/[^a-z0-9]/g, '')
        .slice(-8)
        .toUpperCase()}`,
      amount: totals?.total ?? 0,
      received: 0,
      missing: null,
      giveBack: null,
      verdict: 'unpaid',
      isLate: false,
      phase: 'open',
      gatewayStatus: 'unpaid',
      accountName: '',
      bankName: '',
      accountLastFour: '',
      qr: null,
      qrProblem: null,
      instalment: null,
      isRefunded: false,
      paymentUrl: `https://pay.finan.one/i/${code.toLowerCase()}`,
      createdAt,
      expiresAt: null,
      checkedAt: createdAt,
      moneySeenAt: null,
      problem: null,
      nextLookAt: null,
      replacedBy: null,
      requestId: `req_${id}`,
    },
    timeline: [],
  };
  for (const event of ['committed', 'sent', 'answered']) note(payment, createdAt, event);
  return {
    code,
    content: structuredClone(content),
    payment,
    gatewayTax: totals?.tax ?? 0,
    update: null,
    deletion: null,
  };
}

/** Sends a draft; troubles that were switched on play out. */
export function sendDraft(world: World, draft: MemoryDraft): MemoryInvoice {
  const [problem] = draftView(world, draft).problems;
  if (problem) throw new Refusal(problem.problem.code, { params: { field: problem.field } });
  if (world.troubles.includes('noNetwork')) {
    throw new Refusal('no_network', { certainty: 'notSent' });
  }
  const invoice = newInvoice(world, draft.id, draft.code, draft.content, present());
  const { view } = invoice.payment;
  if (spend(world, 'lostAnswer') || world.troubles.includes('gatewayDown')) {
    view.phase = 'lookingUp';
    view.verdict = 'unknown';
    view.received = null;
    view.paymentUrl = null;
    view.problem = errorBody('timeout', { certainty: 'unknown' });
    view.nextLookAt = minutesFrom(present(), 1);
    invoice.gatewayTax = null;
  }
  return invoice;
}

function newStep(world: World): StepView {
  const isOffline = world.troubles.includes('noNetwork');
  const isLost = spend(world, 'lostAnswer');
  const at = present();
  const problem = isOffline
    ? errorBody('no_network', { certainty: 'notSent' })
    : errorBody('timeout', { certainty: 'unknown' });
  const isStuck = isOffline || isLost;
  return {
    phase: isOffline ? 'sending' : isLost ? 'unclear' : 'done',
    reference: newId('step'),
    gatewayId: null,
    said: null,
    problem: isStuck ? problem : null,
    at,
    nextTryAt: isStuck ? minutesFrom(at, 1) : null,
  };
}

function noteStep({ payment }: MemoryInvoice, about: string, step: StepView): void {
  for (const event of ['committed', 'sent']) note(payment, step.at, event, { about });
  note(payment, step.at, step.phase === 'done' ? 'answered' : 'answerLost', { about });
}

function checkMayChange(invoice: MemoryInvoice): void {
  if (!mayChange(invoice)) throw new Refusal('payment_not_ready');
}

export function changeInvoice(
  world: World,
  invoice: MemoryInvoice,
  content: InvoiceContentView,
): void {
  checkMayChange(invoice);
  const draft = { id: '', code: invoice.code, content, updatedAt: present() };
  const [problem] = draftView(world, draft).problems;
  if (problem) throw new Refusal(problem.problem.code, { params: { field: problem.field } });
  invoice.update = newStep(world);
  noteStep(invoice, 'invoice_update', invoice.update);
  if (invoice.update.phase !== 'done') return;
  const { totals } = draftView(world, draft);
  invoice.content = structuredClone(content);
  invoice.payment.view.amount = totals?.total ?? 0;
  invoice.gatewayTax = totals?.tax ?? 0;
}

export function deleteInvoice(world: World, invoice: MemoryInvoice): void {
  checkMayChange(invoice);
  invoice.deletion = newStep(world);
  noteStep(invoice, 'invoice_delete', invoice.deletion);
}

/** The gateway is asked: what was unclear is answered by now. */
export function checkInvoice(world: World, invoice: MemoryInvoice): void {
  const { view } = invoice.payment;
  if (view.phase === 'lookingUp') {
    view.phase = 'open';
    view.verdict = 'unpaid';
    view.received = 0;
    view.problem = null;
    view.nextLookAt = null;
    view.paymentUrl = `https://pay.finan.one/i/${invoice.code.toLowerCase()}`;
    const counted = addUp(invoice.content, world.books.codes.tax);
    invoice.gatewayTax = 'code' in counted ? 0 : counted.tax;
  }
  for (const step of [invoice.update, invoice.deletion]) {
    if (step && (step.phase === 'sending' || step.phase === 'unclear')) {
      Object.assign(step, { phase: 'done', problem: null, nextTryAt: null });
    }
  }
}
