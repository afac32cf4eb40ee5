/** The first run, step by step, in practice mode. */

import { Counter } from '../pages/counter.ts';
import { Customer } from '../pages/customer.ts';
import { chooseLanguage, nameShop } from '../pages/first-run.ts';
import type { Desktop } from '../support/desktop.ts';
import { type Language, read, text } from '../support/messages.ts';
import type { Pictures } from './pictures.ts';

export async function start(
  desktop: Desktop,
  pictures: Pictures,
  language: Language,
): Promise<void> {
  read('vi');
  const window = await desktop.app.main();
  await window.find('button', text('first_next'));
  await pictures.take('first-language');
  await chooseLanguage(window, language);
  await nameShop(window, { shop: 'Quán Hai Ổi', till: text('first_till_suggestion') });
  await window.find('button', text('first_choose_practice'));
  await pictures.take('first-keys');
  await window.click('button', text('first_choose_practice'));
  await window.find('heading', text('first_step_clock'));
  await window.click('button', text('first_next'));
  await window.find('heading', text('first_step_account'));
  await window.click('button', '···');
  await pictures.take('first-account');
  await window.click('button', text('first_finish'));
  await (await Counter.of(desktop.app)).isReady();
  await Customer.open(desktop);
  await pictures.take('customer-idle', 'customer');
}
