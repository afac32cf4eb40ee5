/** What the gateway refuses is said with its cause, and leaves nothing there. */

import assert from 'node:assert/strict';
import { dong } from '../pages/amount.ts';
import { PIN, RENT, readyToPay } from '../pages/paying.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';

const TOO_LITTLE = 1_250_000;

scenario('an address that is not listed, then too little money: no payout', async (desktop) => {
  const { gateway, payouts } = await readyToPay(desktop);
  const { window } = payouts;

  await gateway.bank({ is_whitelisted: false, balance: TOO_LITTLE });
  await payouts.prepare(RENT, PIN, 'balance');
  await payouts.send(RENT);
  await payouts.shows('refused');
  await window.find('heading', text('whitelist_title'));
  await window.shows(text('error_address_not_listed'), text('whitelist_warning'));
  assert.deepEqual(await gateway.creationsOf('payouts'), [403]);
  assert.deepEqual(await gateway.payouts(), []);

  await gateway.bank({ is_whitelisted: true });
  await payouts.likeThis();
  await payouts.hasFilledIn(RENT.to);
  await payouts.toAmount();
  await payouts.toReadBack();
  await payouts.readsBack(RENT);
  await payouts.confirm('first', 'bank', 'balance');
  await payouts.enterPin(PIN);
  await payouts.send(RENT);
  await payouts.shows('refused');
  await window.shows(text('error_payout_over_balance', { balance: dong(TOO_LITTLE) }));
  assert.equal(await window.isShowing(text('whitelist_title')), false);
  assert.deepEqual(await gateway.creationsOf('payouts'), [403, 422]);
  assert.deepEqual(await gateway.payouts(), []);
});
