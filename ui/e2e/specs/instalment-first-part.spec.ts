/** The first part in the shop, and the whole given back afterwards, in practice mode. */

import assert from 'node:assert/strict';
import { amountOf, dong } from '../pages/amount.ts';
import { atThePracticeCounter } from '../pages/at-the-counter.ts';
import { LAN } from '../pages/instalment.ts';
import { Payments, refundButton } from '../pages/payments.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';

scenario('first part in the shop, paid, and given back with the answer lost', async (desktop) => {
  const { app, counter, customer, instalment, practice } = await atThePracticeCounter(desktop);
  const { window } = counter;

  await instalment.ask(4_500_000);
  await instalment.showsQr(4_500_000);
  await practice.instalment('firstPartHere');
  await window.shows(text('instalment_first_here'));
  await instalment.openFirstPart();
  const told = amountOf(await instalment.firstPartAmount());
  assert.ok(told > 0 && told < 4_500_000, `Fundiin told ${told}`);
  await customer.showsFirstPart(told);
  assert.deepEqual(desktop.screen.codes('customer'), []);
  await instalment.takeFirstPart(told, 'card', 'BL-0042');
  await instalment.showsAccepted(4_500_000);
  await window.shows(text('instalment_accepted_first', { amount: dong(told) }));
  await customer.showsPaid(4_500_000);
  await counter.nextCustomer();

  await practice.trouble('lostRefundAnswer');
  const payments = await Payments.of(app);
  await payments.open(4_500_000);
  await window.shows(dong(told), text('payment_tender_card'), 'BL-0042');
  await payments.askRefund();
  await window.shows(text('payment_refund_whole', { amount: dong(4_500_000) }));
  await window.press('Enter');
  await window.find('button', refundButton(4_500_000, LAN.name));
  await window.click('button', refundButton(4_500_000, LAN.name));
  await window.shows(text('payment_refund_id'), text('payment_step_done'));
  await payments.close();
  await window.shows(text('payments_refunded'));
});
