/** The owner's guard of the in-memory shop. */
import type { OwnerView, PayoutLimitsView } from '~/api/generated/contract';
import type { CommandName, RequestOf, ViewOf } from '~/api/transport';
import { payoutsOf, usedToday } from './payout-book';
import { type World, Refusal, minutesFrom, present } from './world';

type OwnerCommand = Extract<CommandName, `owner_${string}`>;
type OwnerHandlers = { [Name in OwnerCommand]: (request: RequestOf<Name>) => ViewOf<Name> };

interface Guard {
  pin: string | null;
  second: string | null;
  each: number;
  day: number;
  unlockedUntil: string | null;
  wrong: number;
  waitUntil: string | null;
}

const OPEN_MINUTES = 10;
const TRIES = 3;
const FIRST_WAIT_S = 15;
const ROW = '01234567890';

const guards = new WeakMap<World, Guard>();

function guardOf(world: World): Guard {
  const known = guards.get(world);
  if (known) return known;
  const guard: Guard = {
    pin: world.options.ownerPin,
    second: null,
    each: 50_000_000,
    day: 200_000_000,
    unlockedUntil: null,
    wrong: 0,
    waitUntil: null,
  };
  guards.set(world, guard);
  return guard;
}

const isAhead = (time: string | null): time is string =>
  time !== null && Date.parse(time) > Date.now();

export function limitsOf(world: World): PayoutLimitsView {
  const { each, day } = guardOf(world);
  return { each, day, usedToday: usedToday(payoutsOf(world)) };
}

export function ownerView(world: World): OwnerView {
  const guard = guardOf(world);
  return {
    hasPin: guard.pin !== null,
    hasSecond: guard.second !== null,
    unlockedUntil: isAhead(guard.unlockedUntil) ? guard.unlockedUntil : null,
    waitUntil: isAhead(guard.waitUntil) ? guard.waitUntil : null,
    limits: limitsOf(world),
  };
}

export const hasSecond = (world: World): boolean => guardOf(world).second !== null;

/** Payouts can be seen only while they are unlocked; looking keeps them so. */
export function needOpen(world: World): void {
  const guard = guardOf(world);
  if (guard.pin === null) throw new Refusal('pin_missing');
  if (!isAhead(guard.unlockedUntil)) throw new Refusal('owner_locked');
  guard.unlockedUntil = minutesFrom(present(), OPEN_MINUTES);
}

export function needPin(world: World, pin: string, whose: 'pin' | 'second' = 'pin'): void {
  const guard = guardOf(world);
  const right = guard[whose];
  if (right === null) throw new Refusal('pin_missing');
  if (isAhead(guard.waitUntil)) {
    const seconds = Math.ceil((Date.parse(guard.waitUntil) - Date.now()) / 1000);
    throw new Refusal('pin_wait', { params: { seconds: String(seconds) } });
  }
  if (pin === right) {
    guard.wrong = 0;
    return;
  }
  guard.wrong += 1;
  const over = guard.wrong - TRIES;
  if (over >= 0) {
    const wait = FIRST_WAIT_S * 2 ** over;
    guard.waitUntil = new Date(Date.now() + wait * 1000).toISOString();
    throw new Refusal('pin_wait', { params: { seconds: String(wait) } });
  }
  throw new Refusal('pin_wrong', { params: { tries: String(-over) } });
}

function needStrong(pin: string): void {
  const back = [...ROW].reverse().join('');
  const isWeak =
    !/^\d{4,12}$/.test(pin) || /^(\d)\1+$/.test(pin) || ROW.includes(pin) || back.includes(pin);
  if (isWeak) throw new Refusal('pin_weak');
}

/** The commands about the owner, over one world. */
export function ownerHandlers(world: World): OwnerHandlers {
  const guard = guardOf(world);
  const told = () => {
    const owner = ownerView(world);
    world.tell({ kind: 'owner', owner });
    return owner;
  };

  return {
    owner_get: () => ownerView(world),
    owner_unlock: ({ pin }) => {
      needPin(world, pin);
      guard.unlockedUntil = minutesFrom(present(), OPEN_MINUTES);
      return told();
    },
    owner_lock: () => {
      guard.unlockedUntil = null;
      return told();
    },
    owner_set_pin: ({ current, new: fresh }) => {
      if (guard.pin !== null) needPin(world, current ?? '');
      needStrong(fresh);
      if (fresh === guard.second) throw new Refusal('pin_same');
      guard.pin = fresh;
      guard.unlockedUntil = minutesFrom(present(), OPEN_MINUTES);
      return told();
    },
    owner_set_second: ({ pin, second }) => {
      needPin(world, pin);
      if (second !== null) needStrong(second);
      if (second === pin) throw new Refusal('pin_same');
      guard.second = second;
      return told();
    },
    owner_set_limits: ({ pin, each, day }) => {
      needPin(world, pin);
      if (each <= 0 || day < each) throw new Refusal('amount_zero');
      guard.each = each;
      guard.day = day;
      return told();
    },
  };
}
