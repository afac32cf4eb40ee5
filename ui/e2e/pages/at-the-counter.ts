/** Where most sales begin: keys are entered, the customer display is open, the gateway is a program beside it. */

import type { App } from '../support/app.ts';
import type { Desktop } from '../support/desktop.ts';
import { FUNDIIN_SECRET, type Simulator } from '../support/simulator.ts';
import { Counter } from './counter.ts';
import { Customer } from './customer.ts';
import { setUpForPractice, setUpWithKeys } from './first-run.ts';
import { Fundiin } from './fundiin.ts';
import { Instalment } from './instalment.ts';
import { Practice } from './practice.ts';
import { goTo } from './rail.ts';

interface Scene {
  readonly app: App;
  readonly counter: Counter;
  readonly customer: Customer;
  readonly gateway: Simulator;
}

export async function atTheCounter(desktop: Desktop): Promise<Scene> {
  const gateway = await desktop.simulator();
  const app = await desktop.start();
  await setUpWithKeys(app, gateway);
  const counter = await Counter.of(app);
  return { app, counter, customer: await Customer.open(desktop), gateway };
}

interface InstalmentScene extends Scene {
  readonly instalment: Instalment;
}

/** The same with Fundiin's keys, ids and the shop's address, so that instalments can be taken too. */
export async function atTheInstalmentCounter(desktop: Desktop): Promise<InstalmentScene> {
  const gateway = await desktop.simulator();
  const app = await desktop.start();
  await setUpWithKeys(app, gateway);
  const fundiin = await Fundiin.of(app);
  await fundiin.setUp(gateway);
  await fundiin.enterShopAddress();
  await fundiin.enterKeys(FUNDIIN_SECRET);
  await fundiin.showsTestPassed();
  await goTo(app, 'counter');
  const counter = await Counter.of(app);
  await counter.isReady();
  const customer = await Customer.open(desktop);
  return { app, counter, customer, gateway, instalment: await Instalment.of(app) };
}

interface PracticeScene {
  readonly app: App;
  readonly counter: Counter;
  readonly customer: Customer;
  readonly instalment: Instalment;
  readonly practice: Practice;
}

/** Practice mode with both windows open. */
export async function atThePracticeCounter(desktop: Desktop): Promise<PracticeScene> {
  const app = await desktop.start();
  await setUpForPractice(app, { shop: 'Quán Hai Ổi', till: 'Quầy 1' });
  return {
    app,
    counter: await Counter.of(app),
    customer: await Customer.open(desktop),
    instalment: await Instalment.of(app),
    practice: await Practice.of(app),
  };
}
