/** Instalments: form, QR, the first part in the shop, how they end, giving back, settings. */

import { amountOf } from '../pages/amount.ts';
import { Counter } from '../pages/counter.ts';
import { Customer } from '../pages/customer.ts';
import { Instalment, LAN } from '../pages/instalment.ts';
import { Payments } from '../pages/payments.ts';
import { Practice } from '../pages/practice.ts';
import { goTo } from '../pages/rail.ts';
import { Settings } from '../pages/settings.ts';
import type { Desktop } from '../support/desktop.ts';
import { text } from '../support/messages.ts';
import type { Pictures } from './pictures.ts';

const BILL = 4_500_000;

export async function instalment(desktop: Desktop, pictures: Pictures): Promise<void> {
  const { app } = desktop;
  const counter = await Counter.of(app);
  const customer = await Customer.of(desktop);
  const practice = await Practice.of(app);
  const hands = await Instalment.of(app);

  await counter.window.press('F6');
  await hands.open(BILL);
  await hands.fill(LAN);
  await hands.choosePlan();
  await pictures.take('instalment-form');
  await hands.send(BILL);
  await hands.showsQr(BILL);
  await customer.showsInstalment(BILL);
  await pictures.take('instalment-qr');
  await pictures.take('customer-instalment', 'customer');
  await practice.instalment('begin');
  await hands.showsBusy();
  await practice.instalment('firstPartHere');
  await counter.window.shows(text('instalment_first_here'));
  await customer.window.shows(text('display_first_part'));
  await pictures.take('customer-first-part', 'customer');
  await hands.openFirstPart();
  const told = amountOf(await hands.firstPartAmount());
  await pictures.take('instalment-first-part');
  await hands.takeFirstPart(told, 'cash', 'BL-0042');
  await hands.showsAccepted(BILL);
  await customer.showsPaid(BILL);
  await pictures.take('instalment-accepted');
  await counter.nextCustomer();
  await counter.isReady();

  await hands.askAgain(BILL + 1_000_000);
  await hands.showsQr(BILL + 1_000_000);
  await hands.cancel(BILL + 1_000_000);
  await pictures.take('instalment-cancel');
  await hands.keep();
  await practice.instalment('refuse');
  await hands.showsEnd('refused');
  await pictures.take('instalment-ended');
  await pictures.take('customer-instalment-ended', 'customer');

  const payments = await Payments.of(app);
  await payments.open(BILL);
  await payments.askRefund();
  await pictures.take('instalment-refund');
  await payments.keep();
  await payments.close();
  await Settings.of(app, 'instalments');
  await pictures.take('instalment-settings');
  await goTo(app, 'counter');
}

/** What is easily cramped: the form with its plans, the QR, the first part, the ends, in another look. */
export async function instalmentLooks(
  desktop: Desktop,
  pictures: Pictures,
  look: string,
): Promise<void> {
  const { app } = desktop;
  const counter = await Counter.of(app);
  const practice = await Practice.of(app);
  const hands = await Instalment.of(app);
  const bill = BILL + 1_000_000;

  await Settings.of(app, 'instalments');
  await pictures.take(`${look}-instalment-settings`);
  await goTo(app, 'counter');
  await counter.window.press('F6');
  await hands.open(bill);
  await pictures.take(`${look}-instalment-empty`);
  await counter.window.fill(text('instalment_field_phone'), LAN.phone);
  await counter.window.shows(text('instalment_known'));
  await pictures.take(`${look}-instalment-form`);
  await hands.send(bill);
  await hands.showsQr(bill);
  await pictures.take(`${look}-instalment-qr`);
  await pictures.take(`${look}-customer-instalment`, 'customer');
  await practice.instalment('firstPartHere');
  await counter.window.shows(text('instalment_first_here'));
  await pictures.take(`${look}-instalment-first-part-asked`);
  await pictures.take(`${look}-customer-first-part`, 'customer');
  await hands.openFirstPart();
  await pictures.take(`${look}-instalment-first-part`);
  await counter.window.press('Escape');
  await practice.instalment('refuse');
  await hands.showsEnd('cancelled');
  await pictures.take(`${look}-instalment-ended`);
  await practice.arm('strangeLink');
  await hands.again();
  await hands.send(bill);
  await counter.window.shows(text('instalment_link_alarm'));
  await pictures.take(`${look}-instalment-link`);
  await hands.cancel(bill);
  await hands.cancelForSure();
  await hands.showsEnd('cancelled');
  const payments = await Payments.of(app);
  await pictures.take(`${look}-instalment-payments`);
  await payments.open(BILL);
  await pictures.take(`${look}-instalment-payment`);
  await payments.askRefund();
  await pictures.take(`${look}-instalment-refund`);
  await payments.keep();
  await payments.close();
}
