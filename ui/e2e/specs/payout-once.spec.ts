/** Whatever is pressed twice, answered never or cut off: one payout, and every code is sent once. */

import assert from 'node:assert/strict';
import { PIN, RENT, readyToPay } from '../pages/paying.ts';
import { Payouts, type Wanted, sendButton } from '../pages/payouts.ts';
import { Hands } from '../support/hands.ts';
import type { Desktop } from '../support/desktop.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';
import { BANK_CODE, type Fault, type GatewayPayout, type Simulator } from '../support/simulator.ts';
import { until } from '../support/until.ts';

const TEA: Wanted = { ...RENT, amount: 4_210_000, words: 'bốn triệu hai trăm mười nghìn đồng' };
const ICE: Wanted = { ...RENT, amount: 815_000, words: 'tám trăm mười lăm nghìn đồng' };
/** As long as nothing can be looked up, what is unclear stays so. */
const UNREADABLE: Fault = { fault: 'server_error', repeat: 'always', only: 'reads' };
const CODE_ANSWER_LOST = text('timeline_about', {
  about: text('payout_timeline_about_code'),
  what: text('timeline_step_answerLost'),
});

scenario('pressed twice, held down, answers lost: one payout, one code', async (desktop) => {
  const { gateway, payouts } = await readyToPay(desktop);
  const { window } = payouts;

  await payouts.prepare(RENT, PIN);
  await window.doubleClick('button', sendButton(RENT));
  await payouts.asksForCode(RENT);
  assert.deepEqual(await gateway.creationsOf('payouts'), [201]);
  await payouts.back();

  await payouts.prepare(TEA, PIN);
  await new Hands(window).go('Tab', 'button', sendButton(TEA), 4);
  await window.hold('Enter', 8);
  await payouts.asksForCode(TEA);
  assert.deepEqual(await gateway.creationsOf('payouts'), [201, 201]);
  await payouts.back();

  await payouts.prepare(ICE, PIN);
  await gateway.faults({ fault: 'lost_answer', only: 'payout_create' }, UNREADABLE);
  await payouts.send(ICE);
  await payouts.shows('unclear');
  await gateway.faults();
  await payouts.checkNow();
  await payouts.asksForCode(ICE);
  assert.deepEqual(await gateway.creationsOf('payouts'), [201, 201, null]);
  assert.deepEqual(await amounts(gateway), [ICE.amount, TEA.amount, RENT.amount]);

  await gateway.faults({ fault: 'lost_answer', only: 'payout_code' });
  await payouts.enterCode(BANK_CODE, PIN);
  await payouts.handIn();
  await payouts.shows('processing');
  await window.shows(CODE_ANSWER_LOST);
  const ice = await of(gateway, ICE);
  assert.deepEqual(await gateway.codesFor(ice), [null]);
  await gateway.settle(ice, 'success');
  await payouts.shows('succeeded');
  await payouts.back();
  await payouts.lists(ICE, 'succeeded');
  await payouts.lists(TEA, 'awaitingCode');
  await payouts.lists(RENT, 'awaitingCode');
  assert.deepEqual(await gateway.codesFor(ice), [null]);
  assert.deepEqual(await gateway.creationsOf('payouts'), [201, 201, null]);
});

scenario('killed while the code is awaited: still there, behind the PIN', async (desktop) => {
  const { app, gateway, payouts } = await readyToPay(desktop);
  await payouts.prepare(RENT, PIN);
  await payouts.send(RENT);
  await payouts.asksForCode(RENT);
  await app.kill();

  const after = await startAgain(desktop);
  await after.open(RENT, 'awaitingCode');
  await after.asksForCode(RENT);
  await after.enterCode(BANK_CODE, PIN);
  await after.handIn();
  await after.shows('processing');
  const payout = await gateway.payout();
  await gateway.settle(payout, 'settling');
  await after.shows('settling');
  await gateway.settle(payout, 'success');
  await after.checkNow();
  await after.shows('succeeded');
  assert.deepEqual(await gateway.creationsOf('payouts'), [201]);
  assert.deepEqual(await gateway.codesFor(payout), [201]);
});

scenario('killed between request and answer: one payout, one code', async (desktop) => {
  const { app, gateway, payouts } = await readyToPay(desktop);
  await gateway.faults({ fault: 'latency', ms: 8_000, only: 'payout_create' });
  await payouts.prepare(RENT, PIN);
  await payouts.send(RENT);
  await until('the gateway has the payout', async () => (await gateway.payouts()).length === 1);
  await app.kill();

  await gateway.faults({ fault: 'latency', ms: 8_000, only: 'payout_code' });
  const resumed = await startAgain(desktop);
  await resumed.open(RENT, 'awaitingCode');
  await resumed.asksForCode(RENT);
  await resumed.enterCode(BANK_CODE, PIN);
  await resumed.handIn();
  await until('the bank has the code', async () => (await gateway.payout()).is_money_taken);
  await desktop.app.kill();

  await gateway.faults();
  const after = await startAgain(desktop);
  await after.open(RENT, 'processing');
  await after.shows('processing');
  const payout = await gateway.payout();
  await gateway.settle(payout, 'success');
  await after.shows('succeeded');
  assert.equal((await gateway.creationsOf('payouts')).length, 1);
  assert.equal((await gateway.codesFor(payout)).length, 1);
});

/** What only the owner sees after a restart. */
async function startAgain(desktop: Desktop): Promise<Payouts> {
  const payouts = await Payouts.behindTheLock(await desktop.start());
  await payouts.tryToUnlock(PIN);
  await payouts.isOpen();
  return payouts;
}

async function amounts(gateway: Simulator): Promise<number[]> {
  return (await gateway.payouts()).map(({ amount }) => amount);
}

async function of(gateway: Simulator, wanted: Wanted): Promise<GatewayPayout> {
  const found = (await gateway.payouts()).find(({ amount }) => amount === wanted.amount);
  if (!found) throw new Error(`the gateway has no payout of ${wanted.amount}`);
  return found;
}
