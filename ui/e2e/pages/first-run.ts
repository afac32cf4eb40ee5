/** The first start: language, shop, practice or keys, clock, account. */

import type { App } from '../support/app.ts';
import { type Language, read, text } from '../support/messages.ts';
import { CLIENT_ID, SECRET, type Simulator } from '../support/simulator.ts';
import type { Window } from '../support/window.ts';
import { Accounts } from './accounts.ts';
import { Counter } from './counter.ts';
import { Keys } from './keys.ts';
import { goTo } from './rail.ts';

interface Shop {
  readonly shop: string;
  readonly till: string;
}

/** Every step of the first run in practice mode, up to the counter. */
export async function setUpForPractice(app: App, names: Shop): Promise<void> {
  const window = await app.main();
  await chooseLanguage(window, 'vi');
  await nameShop(window, names);
  await window.click('button', text('first_choose_practice'));
  await window.find('heading', text('first_step_clock'));
  await window.click('button', text('first_next'));
  await window.find('heading', text('first_step_account'));
  await window.click('button', '···');
  await window.click('button', text('first_finish'));
  await (await Counter.of(app)).isReady();
}

/** Straight into practice, then keys for a gateway of our own, then its first account. */
export async function setUpWithKeys(app: App, gateway: Simulator): Promise<void> {
  const window = await app.main();
  await window.click('button', text('first_practise_now'));
  await (await Counter.of(app)).isReady();
  const keys = await Keys.of(app);
  await keys.enter(gateway.baseUrl, CLIENT_ID, SECRET);
  await keys.showsTestPassed();
  await chooseFirstAccount(app);
}

export async function chooseLanguage(window: Window, language: Language): Promise<void> {
  await window.click('button', language === 'vi' ? 'Tiếng Việt' : 'English');
  read(language);
  await window.click('button', text('first_next'));
}

export async function nameShop(window: Window, { shop, till }: Shop): Promise<void> {
  await window.fill(text('settings_shop_name'), shop);
  await window.fill(text('settings_till_name'), till);
  await window.click('button', text('first_next'));
}

async function chooseFirstAccount(app: App): Promise<void> {
  const accounts = await Accounts.of(app);
  await accounts.receiveIntoFirst();
  await goTo(app, 'counter');
  await (await Counter.of(app)).isReady();
}
