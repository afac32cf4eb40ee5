/** The counter and the payments in the dark look and in large type. */

import { goTo } from '../pages/rail.ts';
import { Settings } from '../pages/settings.ts';
import type { Desktop } from '../support/desktop.ts';
import { instalmentLooks } from './instalment.ts';
import { invoiceLooks } from './invoices.ts';
import { payoutLooks } from './payouts.ts';
import type { Pictures } from './pictures.ts';

/** A common screen of 1366×768 at 150 %. */
const SMALL = { width: 911, height: 512 } as const;

export async function looks(desktop: Desktop, pictures: Pictures): Promise<void> {
  await (await Settings.of(desktop.app, 'look')).theme('dark');
  await both(desktop, pictures, 'dark');
  await instalmentLooks(desktop, pictures, 'dark');
  await invoiceLooks(desktop, pictures, 'dark');
  await payoutLooks(desktop, pictures, 'dark');
  await (await Settings.of(desktop.app, 'look')).largeType();
  await both(desktop, pictures, 'dark-large');
  await (await Settings.of(desktop.app, 'look')).theme('light');
  await both(desktop, pictures, 'light-large');
  await (await Settings.of(desktop.app, 'look')).largeType();
  await (await desktop.app.main()).resize(SMALL.width, SMALL.height);
  await instalmentLooks(desktop, pictures, 'small');
  await invoiceLooks(desktop, pictures, 'small');
  await payoutLooks(desktop, pictures, 'small');
}

async function both(desktop: Desktop, pictures: Pictures, look: string): Promise<void> {
  await pictures.take(`${look}-settings`);
  await goTo(desktop.app, 'counter');
  await pictures.take(`${look}-counter`);
  await pictures.take(`${look}-customer`, 'customer');
  await goTo(desktop.app, 'payments');
  await pictures.take(`${look}-payments`);
  await goTo(desktop.app, 'accounts');
  await pictures.take(`${look}-accounts`);
}
