/** Whatever is pressed twice, answered never or cut off: one payout, and every code is sent once. */

import assert from 'node:assert/strict';
import { PIN, RENT, readyToPay } from '../pages/paying.ts';
import { Payouts, type Wanted, sendButton } from '../pages/payouts.ts';
import { Hands } from '../support/hands.ts';
import { scenario } from '../support/scenario.ts';
import { BANK_CODE, type GatewayPayout, type Simulator } from '../support/simulator.ts';

const TEA: Wanted = { ...RENT, amount: 4_210_000, words: 'bốn triệu hai trăm mười nghìn đồng' };
const ICE: Wanted = { ...RENT, amount: 815_000, words: 'tám trăm mười lăm nghìn đồng' };

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

  await gateway.faults({ fault: 'lost_answer', only: 'payout_create' });
  await payouts.prepare(ICE, PIN);
  await payouts.send(ICE);
  await payouts.shows('unclear');
  await payouts.asksForCode(ICE);
  assert.deepEqual(await gateway.creationsOf('payouts'), [201, 201, null]);
  assert.deepEqual(await amounts(gateway), [ICE.amount, TEA.amount, RENT.amount]);

  await gateway.faults({ fault: 'lost_answer', only: 'payout_code' });
  await payouts.enterCode(BANK_CODE, PIN);
  await payouts.handIn();
  await payouts.shows('codeUnclear');
  await payouts.shows('processing');
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

  const after = await Payouts.behindTheLock(await desktop.start());
  await after.tryToUnlock(PIN);
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

async function amounts(gateway: Simulator): Promise<number[]> {
  return (await gateway.payouts()).map(({ amount }) => amount);
}

async function of(gateway: Simulator, wanted: Wanted): Promise<GatewayPayout> {
  const found = (await gateway.payouts()).find(({ amount }) => amount === wanted.amount);
  if (!found) throw new Error(`the gateway has no payout of ${wanted.amount}`);
  return found;
}
