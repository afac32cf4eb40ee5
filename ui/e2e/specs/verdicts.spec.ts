/** Every verdict on both screens, against a gateway that is a program of its own. */

import assert from 'node:assert/strict';
import { atTheCounter } from '../pages/at-the-counter.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

scenario('the QR on both screens is the one that the gateway sent', async (desktop) => {
  const { counter, customer, gateway } = await atTheCounter(desktop);
  await counter.charge(1_234_567);
  await customer.showsQr(1_234_567);
  const { qr_code: sent, amount } = await gateway.newest();
  assert.equal(amount, 1_234_567);
  assert.equal(await desktop.screen.code('counter'), sent);
  assert.equal(await desktop.screen.code('customer'), sent);
});

scenario('short, then the rest', async (desktop) => {
  const { counter, customer, gateway } = await atTheCounter(desktop);
  await counter.charge(200_000);
  const first = await gateway.newest();
  await gateway.pay(first.payment_request_id, 200);
  await counter.showsShort(200, 199_800);
  await customer.showsShort(199_800);

  await counter.askForRest(199_800);
  await counter.showsQr(199_800);
  await customer.showsQr(199_800);
  const rest = await gateway.newest();
  assert.equal(rest.amount, 199_800);
  assert.notEqual(rest.payment_request_id, first.payment_request_id);
  assert.equal(await desktop.screen.code('customer'), rest.qr_code);
  await gateway.pay(rest.payment_request_id, 'full');
  await counter.showsPaid();
  await customer.showsPaid(200_000);
});

scenario('over: what to give back', async (desktop) => {
  const { counter, customer, gateway } = await atTheCounter(desktop);
  await counter.charge(45_000);
  await gateway.pay((await gateway.newest()).payment_request_id, 50_000);
  await counter.showsOver(5_000);
  await customer.showsOver(5_000);
  await counter.givenBack();
  await counter.isReady();
});

scenario('a lost answer is looked up, not repeated', async (desktop) => {
  const { counter, customer, gateway } = await atTheCounter(desktop);
  await gateway.faults({ fault: 'lost_answer' });
  await counter.ask(75_000);
  await counter.showsQr(75_000);
  await customer.showsQr(75_000);
  const all = await gateway.payments();
  assert.equal(all.length, 1);
  assert.equal(await desktop.screen.code('customer'), all[0]?.qr_code);
  await gateway.pay((await gateway.newest()).payment_request_id, 'full');
  await counter.showsPaid();
  await customer.showsPaid(75_000);
});

scenario(
  'no network: it says since when, and the money is seen when it is back',
  async (desktop) => {
    const { counter, customer, gateway } = await atTheCounter(desktop);
    await counter.charge(90_000);
    const payment = await gateway.newest();
    await gateway.pay(payment.payment_request_id, 'full');
    await gateway.stop();
    await customer.showsNoNetwork();
    const [stem = ''] = text('counter_failing_network').split('{');
    await counter.window.shows(stem);
    await gateway.start();
    await counter.showsPaid();
    await customer.showsPaid(90_000);
    assert.equal((await gateway.payments()).length, 1);
  },
);

scenario('a QR with a wrong amount is shown to nobody', async (desktop) => {
  const { counter, customer, gateway } = await atTheCounter(desktop);
  await gateway.faults({ fault: 'wrong_amount_in_qr' });
  await counter.ask(120_000);
  await counter.window.shows(text('counter_refused_title'), text('error_qr_wrong_amount'));
  await until('the payment is at the gateway', async () => (await gateway.payments()).length === 1);
  assert.deepEqual(desktop.screen.codes('counter'), []);
  assert.deepEqual(desktop.screen.codes('customer'), []);
  assert.equal(
    await customer.window.has('img', text('display_qr_label', { amount: '' }).trim()),
    false,
  );
});
