/** The plug is pulled between a request and its answer. */

import assert from 'node:assert/strict';
import { Counter } from '../pages/counter.ts';
import { Customer } from '../pages/customer.ts';
import { atTheCounter } from '../pages/at-the-counter.ts';
import { scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

scenario('killed between request and answer: found again, one payment', async (desktop) => {
  const { app, counter, gateway } = await atTheCounter(desktop);
  await gateway.faults({ fault: 'latency', ms: 8_000, only: 'payment_create' });
  await counter.ask(110_000);
  await until('the gateway has the payment', async () => (await gateway.payments()).length === 1);
  await app.kill();
  await gateway.faults();

  const again = await desktop.start();
  const after = await Counter.of(again);
  await after.showsQr(110_000);
  await (await Customer.open(desktop)).showsQr(110_000);
  const payments = await gateway.payments();
  assert.equal(payments.length, 1);
  assert.equal(await desktop.screen.code('customer'), payments[0]?.qr_code);
  await gateway.pay((await gateway.newest()).payment_request_id, 'full');
  await after.showsPaid();
  assert.equal((await gateway.payments()).length, 1);
});

scenario(
  'killed with an open QR: it is still there, and paid in between is seen',
  async (desktop) => {
    const { app, counter, gateway } = await atTheCounter(desktop);
    await counter.charge(115_000);
    await app.kill();
    await gateway.pay((await gateway.newest()).payment_request_id, 'full');
    const again = await desktop.start();
    await (await Counter.of(again)).showsPaid();
    assert.equal((await gateway.payments()).length, 1);
  },
);
