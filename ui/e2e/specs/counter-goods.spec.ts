/** A sale made of products, from new products to money. */

import assert from 'node:assert/strict';
import { atTheCounter } from '../pages/at-the-counter.ts';
import { COFFEE, POMELO } from '../pages/books.ts';
import { Goods } from '../pages/goods.ts';
import { Products } from '../pages/products.ts';
import { goTo } from '../pages/rail.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';

/** The title of the cashier's window, and nothing more. */
const CASHIER = '^Tiền Về$';
/** With 8 % tax. */
const COFFEE_AT_COUNTER = 29_160;
const POMELO_AT_COUNTER = 48_600;

scenario('sold by search, scanner and quick key, charged by QR', async (desktop) => {
  const { app, counter, customer, gateway } = await atTheCounter(desktop);
  const products = await Products.of(app);
  await products.create(COFFEE);
  await products.create(POMELO);
  await products.putOnQuickKey(1, POMELO.name);

  await goTo(app, 'counter');
  await counter.isReady();
  const goods = await Goods.of(app);
  await goods.find('cpsd');
  await goods.comeTo(COFFEE_AT_COUNTER);
  await counter.window.press('F2');
  await counter.window.hasFocus('textbox', text('counter_amount_label'));
  await desktop.screen.scan(CASHIER, COFFEE.sku);
  await goods.comeTo(2 * COFFEE_AT_COUNTER);
  await goods.pressQuickKey(`${POMELO.name} 48.600 ₫`);
  await goods.comeTo(2 * COFFEE_AT_COUNTER + POMELO_AT_COUNTER);
  await goods.oneLess(COFFEE.name);
  await goods.comeTo(COFFEE_AT_COUNTER + POMELO_AT_COUNTER);
  await desktop.screen.scan(CASHIER, '8930000000000');
  await counter.window.shows(text('goods_no_code', { code: '8930000000000' }));
  await customer.window.shows(COFFEE.name, POMELO.name);
  assert.deepEqual(await gateway.payments(), []);

  const bill = COFFEE_AT_COUNTER + POMELO_AT_COUNTER;
  await counter.window.press('F1');
  await counter.showsQr(bill);
  await customer.showsQr(bill);
  const { qr_code: sent, amount, payment_request_id: id } = await gateway.newest();
  assert.equal(amount, bill);
  assert.equal(await desktop.screen.code('counter'), sent);
  assert.equal(await desktop.screen.code('customer'), sent);
  await gateway.pay(id, 'full');
  await counter.showsPaid();
  await customer.showsPaid(bill);
  assert.equal((await gateway.payments()).length, 1);
});
