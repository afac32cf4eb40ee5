/** What becomes of a payout of the in-memory shop; troubles that were switched on play out. */
import type {
  ErrorBody,
  PayoutReadBackView,
  PayoutView,
  PracticeBankMove,
  PracticeTrouble,
  ToldPayoutView,
} from '~/api/generated/contract';
import { readAmount } from './amount';
import { hasSecond } from './owner';
import { type MemoryPayout, notePayout, settleFlags } from './payout-book';
import { type World, Refusal, errorBody, minutesFrom, newId, present } from './world';

const TRIES = 3;
const CODE_SHAPE = /^[\d\s]*\d[\d\s]*$/;

const isOn = (world: World, trouble: PracticeTrouble) => world.troubles.includes(trouble);

function spend(world: World, trouble: PracticeTrouble): boolean {
  const was = isOn(world, trouble);
  world.troubles = world.troubles.filter((name) => name !== trouble);
  return was;
}

export function newPayout(readBack: PayoutReadBackView, createdAt: string): MemoryPayout {
  const { payoutId: id, destination, account, amount, wordsVi, wordsEn, description } = readBack;
  const decided = { destination, account, amount, wordsVi, wordsEn, description };
  const view: PayoutView = {
    ...structuredClone(decided),
    id,
    reference: `PO-${id.slice(-6).toUpperCase()}`,
    standing: 'notSent',
    told: null,
    differences: [],
    status: null,
    triesLeft: null,
    code: null,
    gatewayId: null,
    transactionNumber: null,
    problem: null,
    closedReason: null,
    absentLooks: 0,
    heardAt: null,
    nextLookAt: null,
    createdAt,
    canEnterCode: false,
    canCheck: false,
    canSend: false,
    canClose: false,
    needsSecond: false,
  };
  const code = String(100_000 + Math.floor(Math.random() * 900_000));
  return { view, timeline: [], code, codeAt: null, isAtGateway: false };
}

/** What the gateway repeats of it; this one leaves the bank out. */
function toldOf({ amount, destination }: PayoutView): ToldPayoutView {
  const { wordsVi, wordsEn } = readAmount(String(amount));
  return {
    amount,
    wordsVi,
    wordsEn,
    accountGrouped: destination.accountGrouped,
    accountName: destination.accountName,
    bankName: null,
  };
}

export function accept(payout: MemoryPayout, isWrong = false): void {
  const { view } = payout;
  payout.isAtGateway = true;
  payout.codeAt = present();
  view.gatewayId ??= newId('po');
  view.status = 'waiting_confirm';
  view.heardAt = present();
  view.problem = null;
  view.nextLookAt = null;
  view.told = toldOf(isWrong ? { ...view, amount: view.amount * 10 } : view);
  view.differences = isWrong ? ['amount'] : [];
  view.standing = isWrong ? 'differs' : 'awaitingCode';
}

function refuse(view: PayoutView, problem: ErrorBody): void {
  view.standing = 'refused';
  view.problem = { ...problem, certainty: 'refused', requestId: 'req_practice' };
}

/** The request leaves, once. */
export function send(world: World, payout: MemoryPayout): void {
  const { view } = payout;
  view.problem = null;
  view.standing = 'notSent';
  notePayout(payout, 'committed');
  if (isOn(world, 'noNetwork')) {
    notePayout(payout, 'notSent', { code: 'no_network' });
    view.problem = errorBody('no_network', { certainty: 'notSent' });
  } else {
    notePayout(payout, 'sent');
    leave(world, payout);
  }
  settleFlags(view, hasSecond(world));
}

function leave(world: World, payout: MemoryPayout): void {
  const { view } = payout;
  const isLost = spend(world, 'lostPayoutAnswer') || isOn(world, 'gatewayDown');
  const isNeverThere = spend(world, 'lostPayoutRequest');
  if (isLost || isNeverThere) {
    payout.isAtGateway = isLost;
    view.standing = 'unclear';
    view.absentLooks = 0;
    view.problem = errorBody('timeout', { certainty: 'unknown' });
    view.nextLookAt = minutesFrom(present(), 1);
    notePayout(payout, 'answerLost', { code: 'timeout' });
  } else if (spend(world, 'addressNotListed')) {
    refuse(view, errorBody('address_not_listed', { params: { address: '203.0.113.24' } }));
    notePayout(payout, 'refused', { code: 'address_not_listed' });
  } else if (spend(world, 'lowBalance')) {
    refuse(view, errorBody('payout_over_balance', { params: { balance: '1250000' } }));
    notePayout(payout, 'refused', { code: 'payout_over_balance' });
  } else {
    accept(payout, spend(world, 'payoutRepeatedWrong'));
    notePayout(payout, 'answered', { status: 'waiting_confirm' });
  }
}

function step(phase: 'done' | 'refused' | 'unclear' | 'sending', problem: ErrorBody | null = null) {
  const said = null;
  const nextTryAt = phase === 'unclear' ? minutesFrom(present(), 1) : null;
  return { phase, reference: '', gatewayId: null, said, problem, at: present(), nextTryAt };
}

/** The bank's code is handed in, once. */
export function handIn(world: World, payout: MemoryPayout, typed: string): void {
  const { view } = payout;
  if (!view.canEnterCode) throw new Refusal('payout_not_ready');
  if (!CODE_SHAPE.test(typed)) throw new Refusal('code_unreadable');
  if (isOn(world, 'noNetwork')) throw new Refusal('no_network', { certainty: 'notSent' });
  const about = 'payout_code';
  notePayout(payout, 'sent', { about });
  const isRight = typed.replace(/\s/g, '') === payout.code && payout.codeAt !== null;
  if (spend(world, 'lostCodeAnswer') || isOn(world, 'gatewayDown')) {
    view.standing = 'codeUnclear';
    view.code = step('unclear', errorBody('timeout', { certainty: 'unknown' }));
    view.nextLookAt = minutesFrom(present(), 1);
    notePayout(payout, 'answerLost', { about });
    if (!isRight) payout.codeAt = null;
  } else if (isRight) {
    view.code = step('done');
    work(payout);
    notePayout(payout, 'answered', { about, status: 'processing' });
  } else refuseCode(payout);
  settleFlags(view, hasSecond(world));
}

function work({ view }: MemoryPayout): void {
  Object.assign(view, { standing: 'processing', status: 'processing', triesLeft: null });
  Object.assign(view, { problem: null, heardAt: present(), nextLookAt: minutesFrom(present(), 1) });
}

function refuseCode(payout: MemoryPayout): void {
  const { view } = payout;
  const left = (view.triesLeft ?? TRIES) - 1;
  const params = { tries: String(left) };
  const problem = errorBody('code_refused', { certainty: 'refused', params });
  view.triesLeft = left;
  view.code = step('refused', problem);
  view.problem = problem;
  notePayout(payout, 'refused', { about: 'payout_code', code: 'code_refused' });
  if (left === 0) fail(payout);
}

function fail({ view }: MemoryPayout): void {
  Object.assign(view, { standing: 'failed', status: 'failed', problem: null, nextLookAt: null });
}

/** The gateway is asked what became of it. */
export function look(world: World, payout: MemoryPayout): void {
  const { view } = payout;
  if (isOn(world, 'noNetwork')) throw new Refusal('no_network', { certainty: 'notSent' });
  notePayout(payout, 'looked');
  view.heardAt = present();
  if (view.standing === 'unclear' || view.standing === 'undecided') lookFor(payout);
  else if (view.standing === 'codeUnclear') {
    if (payout.codeAt) work(payout);
    else view.standing = 'awaitingCode';
  } else if (spend(world, 'unknownStatus')) say(payout, 'ON_HOLD');
  settleFlags(view, hasSecond(world));
}

function lookFor(payout: MemoryPayout): void {
  const { view } = payout;
  if (payout.isAtGateway) {
    accept(payout);
    notePayout(payout, 'status', { status: 'waiting_confirm' });
    return;
  }
  view.absentLooks += 1;
  notePayout(payout, 'notFound');
  if (view.absentLooks >= 2) view.standing = 'undecided';
}

function say({ view }: MemoryPayout, status: string): void {
  Object.assign(view, { standing: 'odd', status, problem: null, heardAt: present() });
}

/** The bank's hand of practice mode. */
export function moveBank(world: World, payout: MemoryPayout, what: PracticeBankMove): void {
  const { view } = payout;
  if (world.environment !== 'practice') throw new Refusal('not_practice');
  if (!payout.isAtGateway || ['succeeded', 'failed', 'closed'].includes(view.standing)) {
    throw new Refusal('payout_not_ready');
  }
  if (what === 'expireCode') payout.codeAt = null;
  else if (what === 'sayNonsense') say(payout, 'ON_HOLD');
  else if (what === 'fail') fail(payout);
  else if (what === 'settle') Object.assign(view, { standing: 'settling', status: 'settling' });
  else {
    Object.assign(view, { standing: 'succeeded', status: 'success', problem: null });
    view.transactionNumber = `FT${Date.now()}`;
  }
  view.heardAt = present();
  notePayout(payout, 'status', { status: view.status });
  settleFlags(view, hasSecond(world));
}
