/** An instalment from the amount to the money, against a Fundiin that is a program of its own. */

import assert from 'node:assert/strict';
import { atTheInstalmentCounter } from '../pages/at-the-counter.ts';
import { LAN } from '../pages/instalment.ts';
import { Hands } from '../support/hands.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';

/** Amount, F7, three fields with Enter after each: the last one sends. */
const STEPS_OF_A_NEW_CUSTOMER = 8;
/** Amount, F7, phone, Enter fills in the rest, Enter sends. */
const STEPS_OF_A_KNOWN_CUSTOMER = 5;
const LIMIT_SECONDS = 60;

scenario('sold by keyboard alone in under a minute, then faster, and declined', async (desktop) => {
  const { counter, customer, gateway, instalment } = await atTheInstalmentCounter(desktop);
  const { window } = counter;
  const phone = text('instalment_field_phone');

  const hands = new Hands(window);
  await window.hasFocus('textbox', text('counter_amount_label'));
  await hands.type('4500000');
  await hands.press('F7');
  await window.hasFocus('textbox', phone);
  await hands.type(LAN.phone);
  await hands.press('Enter');
  await window.hasFocus('textbox', text('instalment_field_name'));
  await hands.type(LAN.name);
  await hands.press('Enter');
  await window.hasFocus('textbox', text('instalment_field_email'));
  await hands.type(LAN.email);
  await hands.press('Enter');
  await instalment.showsQr(4_500_000);
  await customer.showsInstalment(4_500_000);
  assert.equal(hands.steps, STEPS_OF_A_NEW_CUSTOMER);

  const { payment_url: sent, amount } = await gateway.newestInstalment();
  assert.equal(amount, 4_500_000);
  assert.equal(await desktop.screen.code('counter'), sent);
  assert.equal(await desktop.screen.code('customer'), sent);

  await gateway.instalmentCustomer('begin');
  await instalment.showsBusy();
  await customer.showsInstalmentBusy();
  await gateway.instalmentCustomer('accept');
  await instalment.showsAccepted(4_500_000);
  await customer.showsPaid(4_500_000);
  await counter.takesNextByKey();
  await hands.press('Enter');
  await counter.isReady();
  assert.ok(hands.seconds < LIMIT_SECONDS, `the sale took ${hands.seconds} s`);

  const faster = new Hands(window);
  await window.hasFocus('textbox', text('counter_amount_label'));
  await faster.type('3900000');
  await faster.press('F7');
  await window.hasFocus('textbox', phone);
  await faster.type(LAN.phone);
  await faster.press('Enter');
  await window.hasFocus('button', text('instalment_send', { amount: '3.900.000 ₫' }));
  await faster.press('Enter');
  await instalment.showsQr(3_900_000);
  assert.equal(faster.steps, STEPS_OF_A_KNOWN_CUSTOMER);
  assert.equal((await gateway.instalments()).length, 2);

  await gateway.instalmentCustomer('decline');
  await instalment.showsEnd('refused');
  await customer.showsInstalmentEnded('refused');
  assert.deepEqual(desktop.screen.codes('counter'), []);
  assert.deepEqual(desktop.screen.codes('customer'), []);
});
