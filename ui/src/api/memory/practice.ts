import type { FreshnessView, PracticeMove, PracticeTroubleRequest } from '~/api/generated/contract';
import { expire, receive } from './payments';
import { type MemoryPayment, type World, Refusal, errorBody, present } from './world';

export function move(world: World, payment: MemoryPayment, what: PracticeMove): void {
  if (world.environment !== 'practice') throw new Refusal('not_practice');
  if (what.kind === 'letExpire') expire(payment, present());
  else {
    const sum = what.kind === 'payFull' ? payment.view.amount : what.amount;
    receive(payment, sum, present());
  }
}

export function trouble(world: World, { trouble: name, isOn }: PracticeTroubleRequest): void {
  if (world.environment !== 'practice') throw new Refusal('not_practice');
  world.troubles = world.troubles.filter((other) => other !== name);
  if (isOn) world.troubles.push(name);
}

export function freshnessOf(world: World): FreshnessView {
  const watched = world.payments.filter(
    ({ view }) => view.phase === 'open' && world.sales.some(({ id }) => id === view.saleId),
  ).length;
  const isFailing = world.troubles.some((name) => name === 'noNetwork' || name === 'gatewayDown');
  const before = world.freshness;
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
