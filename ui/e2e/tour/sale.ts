/** Sales with every ending. */

import { Counter } from '../pages/counter.ts';
import { Customer } from '../pages/customer.ts';
import { Practice } from '../pages/practice.ts';
import type { Desktop } from '../support/desktop.ts';
import type { Pictures } from './pictures.ts';

export async function sale(desktop: Desktop, pictures: Pictures): Promise<void> {
  const counter = await Counter.of(desktop.app);
  const customer = await Customer.of(desktop);
  const practice = await Practice.of(desktop.app);

  await counter.type('85');
  await pictures.take('amount');
  await counter.type('85000');
  await counter.take(85_000);
  await counter.showsQr(85_000);
  await customer.showsQr(85_000);
  await pictures.take('qr');
  await pictures.take('customer-qr', 'customer');
  await practice.pay('full');
  await counter.showsPaid();
  await customer.showsPaid(85_000);
  await pictures.take('paid');
  await pictures.take('customer-paid', 'customer');
  await counter.nextCustomer();

  await counter.charge(200_000);
  await practice.pay('tiny');
  await counter.showsShort(200, 199_800);
  await customer.showsShort(199_800);
  await pictures.take('short');
  await pictures.take('customer-short', 'customer');
  await counter.askForRest(199_800);
  await counter.showsQr(199_800);
  await practice.pay('more');
  await counter.showsOver();
  await pictures.take('over');
  await counter.givenBack();

  await counter.charge(60_000);
  await practice.letExpire();
  await counter.showsExpired();
  await customer.showsExpired();
  await pictures.take('expired');
  await counter.reissue();
  await customer.showsQr(60_000);
  await practice.trouble('noNetwork');
  await customer.showsNoNetwork();
  await pictures.take('no-network');
  await pictures.take('customer-no-network', 'customer');
  await practice.trouble('noNetwork');
  await counter.isFresh();
}
