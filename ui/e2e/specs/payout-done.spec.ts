/** A payout from its beneficiary to its end: the owner's PIN, four steps, the bank's code. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dong } from '../pages/amount.ts';
import { ACCOUNT, BANK_ID, LANDLADY, PIN, RENT, readyToPay } from '../pages/paying.ts';
import { Payments } from '../pages/payments.ts';
import type { Payouts } from '../pages/payouts.ts';
import { filesWith } from '../support/canary.ts';
import type { Desktop } from '../support/desktop.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';
import { BANK_CODE, type Simulator } from '../support/simulator.ts';

const WRONG_CODE = '90909017171723';
const WRONG_PIN = '618273940516';
/** The bank's code as a hurried person copies it. */
const TYPED_CODE = BANK_CODE.replace(/(\d{4})/g, '$1 ').trim();
const SHOWN = [LANDLADY.shown.name, LANDLADY.shown.number, dong(RENT.amount)];
const HELD_BACK = [...SHOWN, ACCOUNT, String(RENT.amount)];

scenario('paid out: PIN, paste, read-back, wrong code, right code, done', async (desktop) => {
  const { app, gateway, payouts } = await readyToPay(desktop);
  const { window } = payouts;
  await payouts.lock();
  await payouts.tryToUnlock(WRONG_PIN);
  await window.shows(text('error_pin_wrong'));
  await payouts.tryToUnlock(PIN);
  await payouts.isOpen();

  await payouts.startNew();
  await payouts.paste(`STK: ${LANDLADY.number} – ${LANDLADY.bank} – ${LANDLADY.name}`);
  await payouts.hasFilledIn(LANDLADY);
  await payouts.toAmount();
  await payouts.enterAmount(RENT);
  await payouts.toReadBack();
  await payouts.readsBack(RENT);
  await payouts.confirm('first', 'bank');
  await payouts.enterPin(PIN);
  assert.deepEqual(await gateway.creationsOf('payouts'), [], 'nothing has left yet');
  await payouts.send(RENT);

  await payouts.asksForCode(RENT);
  await hasExactlyThis(gateway);
  await seesNothing(payouts);
  await payouts.tryToUnlock(PIN);
  await payouts.asksForCode(RENT);

  await payouts.enterCode(WRONG_CODE, PIN);
  await payouts.handIn();
  await window.shows(text('error_code_refused_tries', { tries: 2 }));
  await window.shows(text('payout_tries_left', { count: 2 }));
  assert.equal((await gateway.payout()).tries_left, 2);
  await payouts.enterCode(TYPED_CODE, PIN);
  await payouts.handInTwice();
  await payouts.shows('processing');
  assert.deepEqual(await gateway.codesFor(await gateway.payout()), [422, 201]);

  await gateway.settle(await gateway.payout(), 'success');
  await payouts.shows('succeeded');
  const { status, is_money_taken: isTaken } = await gateway.payout();
  assert.deepEqual([status, isTaken], ['success', true]);
  assert.deepEqual(await gateway.creationsOf('payouts'), [201]);
  assert.deepEqual(await gateway.codesFor(await gateway.payout()), [422, 201]);

  await payouts.back();
  await payouts.lists(RENT, 'succeeded');
  await seesNothing(payouts);
  const payments = await Payments.of(app);
  await payments.window.shows(text('payments_none'));
  for (const hidden of HELD_BACK) assert.equal(await payments.window.isShowing(hidden), false);

  await app.quit();
  leavesNoTrace(desktop);
});

/** The gateway has one payout, and it is the one that was read back. */
async function hasExactlyThis(gateway: Simulator): Promise<void> {
  const payout = await gateway.payout();
  assert.deepEqual(
    [payout.amount, payout.beneficiary_account_number, payout.beneficiary_account_name],
    [RENT.amount, ACCOUNT, LANDLADY.shown.name],
  );
  assert.deepEqual(
    [payout.beneficiary_bank_id, payout.description, payout.status, payout.is_money_taken],
    [BANK_ID, RENT.folded, 'waiting_confirm', false],
  );
  assert.deepEqual(await gateway.creationsOf('payouts'), [201]);
  assert.deepEqual(await gateway.codesFor(payout), []);
}

/** What a cashier sees once the owner has locked. */
async function seesNothing(payouts: Payouts): Promise<void> {
  for (const shown of SHOWN) assert.equal(await payouts.window.isShowing(shown), true);
  await payouts.lock();
  for (const hidden of HELD_BACK) assert.equal(await payouts.window.isShowing(hidden), false);
}

function leavesNoTrace(desktop: Desktop): void {
  for (const secret of [PIN, WRONG_PIN, BANK_CODE, TYPED_CODE, WRONG_CODE])
    assert.deepEqual(filesWith(desktop.home, secret), [], 'neither PIN nor code is in a file');
  const isLog = (path: string): boolean => /\.log\b/.test(path);
  const logs = readdirSync(desktop.folder, { recursive: true, encoding: 'utf8' }).filter(isLog);
  const isOwn = (path: string): boolean => /tien-ve[^/]*\.log$/.test(path);
  assert.ok(logs.some(isOwn), `the app wrote a log: ${logs.join(', ')}`);
  const withAccount = filesWith(desktop.folder, ACCOUNT);
  assert.ok(
    withAccount.some((path) => path.startsWith(desktop.home)),
    'the search finds it',
  );
  for (const said of [ACCOUNT, LANDLADY.shown.number, LANDLADY.shown.name, PIN, BANK_CODE])
    assert.deepEqual(filesWith(desktop.folder, said).filter(isLog), []);
}
