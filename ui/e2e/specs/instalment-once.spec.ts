/** Whatever is pressed twice or answered never: one transaction, one refund. */

import assert from 'node:assert/strict';
import { atTheInstalmentCounter } from '../pages/at-the-counter.ts';
import { dong } from '../pages/amount.ts';
import { LAN } from '../pages/instalment.ts';
import { Payments, refundButton } from '../pages/payments.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';

const CREATE = '/v2/payments';
const REFUND = '/v2/payments/refund';

scenario('pressed twice, held down, answer lost: one transaction, one refund', async (desktop) => {
  const { app, counter, customer, gateway, instalment } = await atTheInstalmentCounter(desktop);
  const { window } = counter;

  await instalment.open(4_500_000);
  await instalment.fill(LAN);
  await window.doubleClick('button', text('instalment_send', { amount: dong(4_500_000) }));
  await instalment.showsQr(4_500_000);
  assert.deepEqual(await gateway.answersOf(CREATE), [200]);
  await gateway.instalmentCustomer('accept');
  await instalment.showsAccepted(4_500_000);
  await counter.nextCustomer();

  await instalment.open(3_900_000);
  await window.fill(text('instalment_field_phone'), LAN.phone);
  await window.shows(text('instalment_known'));
  await window.find('button', text('instalment_send', { amount: dong(3_900_000) }));
  await window.hold('Enter', 8);
  await instalment.showsQr(3_900_000);
  assert.deepEqual(await gateway.answersOf(CREATE), [200, 200]);
  await gateway.instalmentCustomer('accept');
  await instalment.showsAccepted(3_900_000);
  await counter.nextCustomer();

  await gateway.faults({ fault: 'lost_answer', only: 'payment_create' });
  await instalment.askAgain(3_300_000);
  await instalment.showsQr(3_300_000);
  const all = await gateway.instalments();
  assert.deepEqual(all.map(({ amount }) => amount).sort(), [3_300_000, 3_900_000, 4_500_000]);
  assert.equal(await desktop.screen.code('customer'), all[0]?.payment_url);
  await gateway.instalmentCustomer('accept');
  await instalment.showsAccepted(3_300_000);
  await customer.showsPaid(3_300_000);
  await counter.nextCustomer();

  const payments = await Payments.of(app);
  await payments.open(4_500_000);
  await payments.askRefund();
  await window.shows(text('payment_refund_whole', { amount: dong(4_500_000) }));
  await window.doubleClick('button', refundButton(4_500_000, LAN.name));
  await window.shows(text('payment_refund_id'), text('payment_step_done'));
  assert.deepEqual(await gateway.answersOf(REFUND), [200]);
  await payments.close();

  await gateway.faults({ fault: 'lost_answer', only: { instalment: 'refund' } });
  await payments.open(3_900_000);
  await payments.askRefund();
  await window.click('button', refundButton(3_900_000, LAN.name));
  await window.shows(text('payment_refund_id'), text('payment_step_done'));
  // A second refund of the same money would be refused; the same request again is answered as the first was.
  assert.deepEqual((await gateway.answersOf(REFUND)).sort(), [200, 200, null].sort());
  const refunded = (await gateway.instalments()).filter((one) => one.refunded_by !== null);
  assert.deepEqual(refunded.map(({ amount }) => amount).sort(), [3_900_000, 4_500_000]);
});
