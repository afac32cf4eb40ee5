/** Instalments that bring no money, and what goes on beside them, in practice mode. */

import assert from 'node:assert/strict';
import { dong } from '../pages/amount.ts';
import { atThePracticeCounter } from '../pages/at-the-counter.ts';
import { goTo } from '../pages/rail.ts';
import type { Desktop } from '../support/desktop.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

scenario(
  'refused by the customer, expired, cancelled on purpose: nothing can be scanned',
  async (desktop) => {
    const { counter, customer, instalment, practice } = await atThePracticeCounter(desktop);

    await instalment.ask(4_500_000);
    await instalment.showsQr(4_500_000);
    await customer.showsInstalment(4_500_000);
    assert.equal(await desktop.screen.code('counter'), await desktop.screen.code('customer'));
    await practice.instalment('begin');
    await instalment.showsBusy();
    await practice.instalment('refuse');
    await instalment.showsEnd('refused');
    await customer.showsInstalmentEnded('refused');
    await nothingToScan(desktop);

    await instalment.again();
    await instalment.send(4_500_000);
    await instalment.showsQr(4_500_000);
    await practice.instalment('letExpire');
    await instalment.showsEnd('expired');
    await customer.showsInstalmentEnded('expired');
    await nothingToScan(desktop);

    await instalment.again();
    await instalment.send(4_500_000);
    await instalment.showsQr(4_500_000);
    await instalment.cancel(4_500_000);
    await instalment.keep();
    await instalment.showsWaiting();
    await desktop.screen.code('customer');
    await instalment.cancel(4_500_000);
    await instalment.cancelForSure();
    await instalment.showsEnd('cancelled');
    await customer.showsInstalmentEnded('cancelled');
    await nothingToScan(desktop);

    await instalment.takeByQr();
    await counter.showsQr(4_500_000);
    await customer.showsQr(4_500_000);
    await practice.pay('full');
    await counter.showsPaid();
    await customer.showsPaid(4_500_000);
  },
);

scenario('limit, no permission, a strange link: said, and paid otherwise', async (desktop) => {
  const { counter, customer, instalment, practice } = await atThePracticeCounter(desktop);

  await practice.trouble('instalmentLimit');
  await instalment.ask(4_500_000);
  await instalment.showsEnd('rejected');
  await counter.window.shows(text('result_amount_exceeded_upper_limit'));
  await practice.trouble('instalmentDenied');
  await counter.window.press('F7');
  await instalment.hasForm();
  await instalment.send(4_500_000);
  await counter.window.shows(text('result_access_denied'));
  await instalment.showsEnd('rejected');
  await instalment.takeByQr();
  await counter.showsQr(4_500_000);
  await customer.showsQr(4_500_000);
  await practice.pay('full');
  await counter.showsPaid();
  await counter.nextCustomer();

  await practice.trouble('strangeLink');
  await instalment.askAgain(3_900_000);
  await counter.window.shows(text('instalment_link_alarm'), text('instalment_link_next'));
  await nothingToScan(desktop);
  await instalment.cancel(3_900_000);
  await instalment.cancelForSure();
  await instalment.showsEnd('cancelled');
  await nothingToScan(desktop);
});

scenario('waits while another customer pays by VietQR, lost answer and all', async (desktop) => {
  const { app, counter, customer, instalment, practice } = await atThePracticeCounter(desktop);

  await practice.trouble('lostAnswer');
  await instalment.ask(4_500_000);
  await instalment.showsQr(4_500_000);
  const link = await desktop.screen.code('customer');

  await counter.window.press('F6');
  await counter.charge(50_000);
  await customer.showsQr(50_000);
  await practice.pay('full');
  await counter.showsPaid();
  await customer.showsPaid(50_000);
  await counter.nextCustomer();
  await counter.isReady();

  await counter.window.press('Control', '1');
  await instalment.showsQr(4_500_000);
  await customer.showsInstalment(4_500_000);
  assert.equal(await desktop.screen.code('customer'), link);
  await practice.instalment('accept');
  await instalment.showsAccepted(4_500_000);
  await customer.showsPaid(4_500_000);

  await goTo(app, 'payments');
  await counter.window.shows(text('payments_count', { count: 2 }), dong(4_500_000), dong(50_000));
});

async function nothingToScan(desktop: Desktop): Promise<void> {
  await until('no QR can be scanned on either window', () => {
    return desktop.screen.codes('customer').length + desktop.screen.codes('counter').length === 0;
  });
}
