/** Clicks through the app like a person and saves what the monitors showed, in both languages and all looks. */

import { join } from 'node:path';
import { Desktop } from '../support/desktop.ts';
import type { Language } from '../support/messages.ts';
import { books } from './books.ts';
import { instalment } from './instalment.ts';
import { invoices } from './invoices.ts';
import { looks } from './looks.ts';
import { payouts } from './payouts.ts';
import { Pictures } from './pictures.ts';
import { sale } from './sale.ts';
import { screens } from './screens.ts';
import { start } from './start.ts';

const guide = folder('TIEN_VE_GUIDE');
const out = folder('TIEN_VE_OUT');

for (const language of ['vi', 'en'] as const) await walk(language);

async function walk(language: Language): Promise<void> {
  const desktop = await Desktop.open();
  try {
    const pictures = new Pictures(desktop.screen, join(guide, language));
    await desktop.start();
    await start(desktop, pictures, language);
    await sale(desktop, pictures);
    await instalment(desktop, pictures);
    await screens(desktop, pictures);
    await books(desktop, pictures);
    await invoices(desktop, pictures);
    await payouts(desktop, pictures);
    await looks(desktop, new Pictures(desktop.screen, join(out, language)));
  } finally {
    await desktop.close();
  }
}

function folder(variable: string): string {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} is not set: start the tour with \`cargo xtask tour\``);
  return path;
}
