/** From the first start to money in the drawer, in practice mode, without any key. */

import assert from 'node:assert/strict';
import { Counter } from '../pages/counter.ts';
import { Customer } from '../pages/customer.ts';
import { Practice } from '../pages/practice.ts';
import { setUpForPractice } from '../pages/first-run.ts';
import { scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

scenario('first run, a practice sale with one QR on both screens, paid', async (desktop) => {
  const app = await desktop.start();
  await setUpForPractice(app, { shop: 'Quán Hai Ổi', till: 'Quầy 1' });
  const counter = await Counter.of(app);
  const customer = await Customer.open(desktop);
  await customer.window.shows('Quán Hai Ổi');

  await counter.charge(85_000);
  await customer.showsQr(85_000);
  const code = await desktop.screen.code('counter');
  assert.equal(await desktop.screen.code('customer'), code);
  assert.match(code, /^000201.*540585000.*6304[0-9A-F]{4}$/);

  const practice = await Practice.of(app);
  await practice.pay('full');
  await counter.showsPaid();
  await customer.showsPaid(85_000);
  await counter.nextCustomer();
  await customer.showsThanks();
  await counter.isReady();
});

scenario('expired, crossed out on both screens, issued anew, and paid', async (desktop) => {
  const app = await desktop.start();
  await setUpForPractice(app, { shop: 'Quán Hai Ổi', till: 'Quầy 1' });
  const counter = await Counter.of(app);
  const customer = await Customer.open(desktop);
  const practice = await Practice.of(app);
  await counter.charge(60_000);
  await customer.showsQr(60_000);
  const old = await desktop.screen.code('customer');

  await practice.letExpire();
  await counter.showsExpired();
  await customer.showsExpired();
  await until('no QR can be scanned any more', () => {
    return desktop.screen.codes('customer').length + desktop.screen.codes('counter').length === 0;
  });

  await counter.reissue();
  await counter.showsQr(60_000);
  await customer.showsQr(60_000);
  const anew = await desktop.screen.code('customer');
  assert.notEqual(anew, old);
  assert.equal(await desktop.screen.code('counter'), anew);
  await practice.pay('full');
  await counter.showsPaid();
  await customer.showsPaid(60_000);
});

scenario('paid after the code had run out: late, and said so', async (desktop) => {
  const app = await desktop.start();
  await setUpForPractice(app, { shop: 'Quán Hai Ổi', till: 'Quầy 1' });
  const counter = await Counter.of(app);
  const customer = await Customer.open(desktop);
  const practice = await Practice.of(app);
  await counter.charge(70_000);
  await practice.letExpire();
  await counter.showsExpired();
  await practice.pay('full');
  await counter.showsLate();
  await customer.showsPaid(70_000);
  await counter.nextCustomer();
  await counter.isReady();
});
