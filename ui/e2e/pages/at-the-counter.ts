/** Where most sales begin: keys are entered, the customer display is open, the gateway is a program beside it. */

import type { App } from '../support/app.ts';
import type { Desktop } from '../support/desktop.ts';
import type { Simulator } from '../support/simulator.ts';
import { Counter } from './counter.ts';
import { Customer } from './customer.ts';
import { setUpWithKeys } from './first-run.ts';

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
