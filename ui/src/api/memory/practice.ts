import type {
  FreshnessView,
  MethodView,
  PracticeMove,
  PracticeTroubleRequest,
} from '~/api/generated/contract';
import { moveInstalment } from './instalment-steps';
import { expire, receive } from './payments';
import { type MemoryPayment, type World, Refusal, errorBody, present } from './world';

export function move(world: World, payment: MemoryPayment, what: PracticeMove): void {
  if (world.environment !== 'practice') throw new Refusal('not_practice');
  if (payment.view.instalment) moveInstalment(payment, payment.view.instalment, what);
  else if (what.kind === 'letExpire') expire(payment, present());
  else if (what.kind === 'payFull') receive(payment, payment.view.amount, present());
  else if (what.kind === 'pay') receive(payment, what.amount, present());
  else throw new Refusal('bad_request');
}

export function trouble(world: World, { trouble: name, isOn }: PracticeTroubleRequest): void {
  if (world.environment !== 'practice') throw new Refusal('not_practice');
  world.troubles = world.troubles.filter((other) => other !== name);
  if (isOn) world.troubles.push(name);
}

/** What the watch of one gateway knows now. */
export function freshnessOf(world: World, method: MethodView): FreshnessView {
  const watched = world.payments.filter(
    ({ view }) =>
      view.method === method &&
      view.phase === 'open' &&
      world.sales.some(({ id }) => id === view.saleId),
  ).length;
  const isFailing = world.troubles.some((name) => name === 'noNetwork' || name === 'gatewayDown');
  const before = method === 'instalment' ? world.instalmentFreshness : world.freshness;
  if (isFailing) {
    return {
      ...before,
      state: 'failing',
      failingSince: before.failingSince ?? present(),
      problem: errorBody('no_network', { certainty: 'notSent' }),
      watched,
    };
  }
  return {
    state: watched === 0 ? 'idle' : 'fresh',
    checkedAt: watched === 0 ? before.checkedAt : present(),
    failingSince: null,
    problem: null,
    nextAt: null,
    watched,
  };
}
