import type {
  FirstPartRequest,
  InstalmentStageView,
  InstalmentView,
  PracticeMove,
  RefundRequest,
  SaidView,
  StepView,
} from '~/api/generated/contract';
import { note } from './payments';
import { drawText } from './qr';
import {
  type MemoryPayment,
  type World,
  Refusal,
  errorBody,
  minutesFrom,
  newId,
  present,
} from './world';

const FIRST_PERCENT = 30;

/** A trouble of the next request only. */
export function spend(world: World, trouble: World['troubles'][number]): boolean {
  const isOn = world.troubles.includes(trouble);
  world.troubles = world.troubles.filter((other) => other !== trouble);
  return isOn;
}

/** What may be done, and whether the QR is still of use, follow from the stage. */
export function follow(
  phase: MemoryPayment['view']['phase'],
  own: InstalmentView,
  stage: InstalmentStageView,
): void {
  own.stage = stage;
  const isOpen = phase === 'open' && ['waiting', 'inProgress', 'firstPart'].includes(stage);
  const isOpenStep = (step: StepView | null | undefined) =>
    step?.phase === 'sending' || step?.phase === 'unclear';
  own.canCancel = isOpen && !isOpenStep(own.cancel) && !own.firstPart?.confirmation;
  own.canConfirmFirstPart =
    isOpen && !isOpenStep(own.cancel) && !isOpenStep(own.firstPart?.confirmation);
  own.canRefund =
    stage === 'accepted' && !isOpenStep(own.refund?.step) && own.refund?.step.phase !== 'done';
  if (!isOpen || stage === 'firstPart') own.qr = null;
}

const ENDED: Record<'refused' | 'expired' | 'cancelled', SaidView> = {
  refused: { result: 'ERROR_GENERAL', message: 'Khách hàng không được duyệt' },
  expired: { result: 'EXPIRED', message: 'Hết thời gian' },
  cancelled: { result: 'CANCELLED', message: 'Đã huỷ' },
};

function go(payment: MemoryPayment, own: InstalmentView, stage: InstalmentStageView): void {
  const { view } = payment;
  const at = present();
  view.checkedAt = at;
  view.problem = null;
  if (stage === 'accepted') {
    view.phase = 'closed';
    view.verdict = 'paid';
    view.received = view.amount;
    view.gatewayStatus = 'SUCCESS';
    view.moneySeenAt ??= at;
    own.said = { result: 'SUCCESS', message: 'Thành công' };
  } else if (stage === 'refused' || stage === 'expired' || stage === 'cancelled') {
    view.phase = stage === 'expired' ? 'expired' : 'failed';
    view.gatewayStatus = 'FAIL';
    own.said = ENDED[stage];
  } else view.gatewayStatus = stage === 'waiting' ? 'INITIAL' : 'PENDING';
  follow(view.phase, own, stage);
  note(payment, at, 'status', {
    status: view.gatewayStatus,
    reason: own.said?.result ?? null,
    message: own.said?.message ?? null,
  });
}

/** The customer of practice mode does something. */
export function moveInstalment(
  payment: MemoryPayment,
  own: InstalmentView,
  what: PracticeMove,
): void {
  if (payment.view.phase !== 'open') throw new Refusal('payment_not_ready');
  switch (what.kind) {
    case 'begin':
      return go(payment, own, 'inProgress');
    case 'accept':
    case 'payFull':
      return go(payment, own, 'accepted');
    case 'refuse':
      return go(payment, own, 'refused');
    case 'letExpire':
      return go(payment, own, 'expired');
    case 'firstPartHere':
      own.firstPart = {
        amount: own.plan?.firstAmount ?? Math.floor((payment.view.amount * FIRST_PERCENT) / 100),
        tender: null,
        receipt: null,
        confirmation: null,
      };
      return go(payment, own, 'firstPart');
    case 'pay':
      throw new Refusal('bad_request');
  }
}

export function confirmFirstPart(
  world: World,
  payment: MemoryPayment,
  { amount, tender, receipt }: FirstPartRequest,
): void {
  const own = ofInstalment(payment);
  if (!own.canConfirmFirstPart) throw new Refusal('payment_not_ready');
  const asked = own.stage === 'firstPart' ? (own.firstPart?.amount ?? null) : null;
  if (asked !== null && asked !== amount) {
    throw new Refusal('first_part_differs', { params: { amount: String(asked) } });
  }
  own.firstPart = { amount, tender, receipt: receipt || null, confirmation: newStep(world) };
  follow(payment.view.phase, own, 'firstPart');
  settle(payment);
}

export function cancelInstalment(world: World, payment: MemoryPayment): void {
  const own = ofInstalment(payment);
  if (!own.canCancel) throw new Refusal('payment_not_ready');
  own.cancel = newStep(world);
  follow(payment.view.phase, own, own.stage);
  settle(payment);
}

export function refundInstalment(
  world: World,
  payment: MemoryPayment,
  { reason }: RefundRequest,
): void {
  const own = ofInstalment(payment);
  if (!own.canRefund) throw new Refusal('payment_not_ready');
  const step = newStep(world, spend(world, 'lostRefundAnswer'));
  own.refund = { amount: payment.view.amount, reason: reason || null, step };
  follow(payment.view.phase, own, own.stage);
  settle(payment);
}

function ofInstalment({ view }: MemoryPayment): InstalmentView {
  if (!view.instalment) throw new Refusal('payment_not_ready');
  return view.instalment;
}

function newStep(world: World, isLost = spend(world, 'lostAnswer')): StepView {
  const isOffline = world.troubles.includes('noNetwork');
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

/** Lets steps that are done take effect. */
function settle(payment: MemoryPayment): void {
  const { view } = payment;
  const own = ofInstalment(payment);
  if (own.refund?.step.phase === 'done') {
    own.refund.step.gatewayId ??= newId('refund');
    view.isRefunded = true;
    view.received = 0;
    follow(view.phase, own, own.stage);
  } else if (view.phase !== 'open') return;
  else if (own.cancel?.phase === 'done') go(payment, own, 'cancelled');
  else if (own.firstPart?.confirmation?.phase === 'done') go(payment, own, 'accepted');
}

/** The gateway is asked: what was unclear is answered by now. */
export function checkInstalment(payment: MemoryPayment, own: InstalmentView): void {
  const { view } = payment;
  if (view.phase === 'lookingUp') {
    view.phase = 'open';
    view.verdict = 'unpaid';
    view.problem = null;
    view.nextLookAt = null;
    if (view.paymentUrl !== null) own.qr = drawText(view.paymentUrl);
    follow(view.phase, own, 'waiting');
  }
  for (const step of [own.cancel, own.firstPart?.confirmation, own.refund?.step]) {
    if (step && (step.phase === 'sending' || step.phase === 'unclear')) {
      Object.assign(step, { phase: 'done', problem: null, nextTryAt: null });
    }
  }
  settle(payment);
}
