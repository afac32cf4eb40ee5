/** Starts that are not like the others: a second one, one with a damaged file. */

import assert from 'node:assert/strict';
import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Counter } from '../pages/counter.ts';
import { setUpForPractice } from '../pages/first-run.ts';
import type { Desktop } from '../support/desktop.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

scenario('a second instance ends at once and leaves the first alone', async (desktop) => {
  const app = await desktop.start();
  await setUpForPractice(app, { shop: 'Quán Hai Ổi', till: 'Quầy 1' });
  assert.equal(await app.startAgain(), 0);
  assert.equal(await app.windows(), 1);
  await (await Counter.of(app)).charge(20_000);
});

scenario('a database file that was cut in half: it says so and opens', async (desktop) => {
  await afterDamage(desktop, (file) => {
    truncateSync(file, Math.floor(statSync(file).size / 2));
  });
});

scenario('a database file that was overwritten: it says so and opens', async (desktop) => {
  await afterDamage(desktop, (file) => {
    writeFileSync(file, Buffer.alloc(statSync(file).size, 'Ổi'));
  });
});

/** Sells, closes, damages the file, starts again. What cannot be read is asked for anew, and the damage is told. */
async function afterDamage(desktop: Desktop, damage: (file: string) => void): Promise<void> {
  const app = await desktop.start();
  await setUpForPractice(app, { shop: 'Quán Hai Ổi', till: 'Quầy 1' });
  await (await Counter.of(app)).charge(20_000);
  await app.quit();

  const file = join(desktop.home, '.local/share/vn.tienve.counter/tien-ve.db');
  for (const beside of ['-wal', '-shm']) rmSync(`${file}${beside}`, { force: true });
  damage(file);

  const window = await (await desktop.start()).main();
  const start = text('first_practise_now');
  await until('the app is open', async () => {
    return (
      (await window.has('button', start)) || (await window.has('heading', text('nav_counter')))
    );
  });
  if (await window.has('button', start)) await window.click('button', start);
  await window.shows(text('error_storage_damaged'));
}
