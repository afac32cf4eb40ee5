/** The other screens: payments, accounts, settings. */

import { goTo } from '../pages/rail.ts';
import { Settings } from '../pages/settings.ts';
import type { Desktop } from '../support/desktop.ts';
import type { Pictures } from './pictures.ts';

export async function screens(desktop: Desktop, pictures: Pictures): Promise<void> {
  await goTo(desktop.app, 'payments');
  await pictures.take('payments');
  await goTo(desktop.app, 'accounts');
  await pictures.take('accounts');
  await Settings.of(desktop.app, 'keys');
  await pictures.take('keys');
  await Settings.of(desktop.app, 'look');
  await pictures.take('look');
  await goTo(desktop.app, 'counter');
}
