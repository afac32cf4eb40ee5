/** Starts that are not like the others: a second one, one with a damaged file. */

import assert from 'node:assert/strict';
import { readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Counter } from '../pages/counter.ts';
import { setUpForPractice } from '../pages/first-run.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';

scenario('a second instance ends at once and leaves the first alone', async (desktop) => {
  const app = await desktop.start();
  await setUpForPractice(app, { shop: 'Quán Hai Ổi', till: 'Quầy 1' });
  assert.equal(await app.startAgain(), 0);
  assert.equal(await app.windows(), 1);
  await (await Counter.of(app)).charge(20_000);
});

for (const damage of ['cut in half', 'overwritten'] as const) {
  scenario(`a database file that was ${damage}: it says so and opens`, async (desktop) => {
    const app = await desktop.start();
    await setUpForPractice(app, { shop: 'Quán Hai Ổi', till: 'Quầy 1' });
    await (await Counter.of(app)).charge(20_000);
    await app.kill();

    const files = databases(desktop.home);
    assert.ok(files.length > 0, 'there is a database');
    for (const file of files) {
      if (damage === 'cut in half') truncateSync(file, Math.floor(statSync(file).size / 2));
      else writeFileSync(file, Buffer.alloc(statSync(file).size, 'Ổi'));
    }

    const again = await desktop.start();
    const window = await again.main();
    await window.shows(text('error_storage_damaged'));
  });
}

function databases(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(db|sqlite3?)(-wal|-shm)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
