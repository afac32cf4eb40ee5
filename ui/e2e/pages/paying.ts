/** Where every payout begins: keys are entered, the owner's PIN is set, somebody is owed money. */

import type { App } from '../support/app.ts';
import type { Desktop } from '../support/desktop.ts';
import type { Simulator } from '../support/simulator.ts';
import { setUpWithKeys } from './first-run.ts';
import { type Beneficiary, Payouts, type Wanted } from './payouts.ts';

/** As long as a PIN may be, so that it stands nowhere by chance. */
export const PIN = '739204615827';
/** What the gateway calls the bank. */
export const BANK_ID = '970436';
/** The account's number as it is sent. */
export const ACCOUNT = '0071000888921';

export const LANDLADY: Beneficiary = {
  bank: 'Vietcombank',
  number: '007 1000 888921',
  name: 'Nguyễn Thị Đào',
  shown: { number: '0071 0008 8892 1', name: 'NGUYEN THI DAO' },
};

export const RENT: Wanted = {
  to: LANDLADY,
  amount: 6_543_000,
  words: 'sáu triệu năm trăm bốn mươi ba nghìn đồng',
  description: 'Tiền nhà tháng 11',
  folded: 'Tien nha thang 11',
};

interface Scene {
  readonly app: App;
  readonly gateway: Simulator;
  readonly payouts: Payouts;
}

export async function readyToPay(desktop: Desktop): Promise<Scene> {
  const gateway = await desktop.simulator();
  const app = await desktop.start();
  await setUpWithKeys(app, gateway);
  return { app, gateway, payouts: await Payouts.setUp(app, PIN) };
}
