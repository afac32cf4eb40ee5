/** The way from one screen to another. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';

export type Place =
  | 'counter'
  | 'payments'
  | 'invoices'
  | 'customers'
  | 'products'
  | 'accounts'
  | 'payouts'
  | 'settings';

export async function goTo(app: App, place: Place): Promise<void> {
  const window = await app.main();
  await window.click('button', text(`nav_${place}`));
  await window.find('heading', text(`nav_${place}`));
}
