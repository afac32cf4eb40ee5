/** Ten thousand customers from a file, and back. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atTheCounter } from '../pages/at-the-counter.ts';
import { Customers } from '../pages/customers.ts';
import { Imports } from '../pages/imports.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';

const ROWS = 10_000;
const NAMELESS = [17, 4_711];
const WITHOUT_CONTACT = [99, 5_000, 9_998];
/** They have the phone of the row before. */
const DOUBLE = [200, 6_001, 10_000];
const TAKEN = ROWS - NAMELESS.length - WITHOUT_CONTACT.length - DOUBLE.length;
/** The first rows again, with one of each kind that is left out. */
const FEW = 200;
const FEW_TAKEN = FEW - 3;
const LIMIT_SECONDS = 30;

scenario('ten thousand customers: preview, progress, undo, and again', async (desktop) => {
  const { app } = await atTheCounter(desktop);
  const file = join(desktop.home, 'khách hàng.csv');
  writeFileSync(file, table(ROWS));
  const customers = await Customers.of(app);
  await customers.import();
  const imports = await Imports.of(app);
  const { window } = imports;

  const read = await seconds(async () => {
    await imports.choose(file);
    await imports.offers(TAKEN);
  });
  await window.shows(text('imports_file', { file: 'khách hàng.csv', count: '10.000' }));
  await imports.counts({
    new: TAKEN,
    change: 0,
    same: 0,
    double: DOUBLE.length,
    wrong: NAMELESS.length + WITHOUT_CONTACT.length,
  });
  await window.shows(text('imports_wrong_left_out', { count: 5 }), text('error_contact_missing'));
  for (const line of [...NAMELESS, ...WITHOUT_CONTACT]) {
    await window.find('row', `${line + 1} ${text('imports_verdict_wrong')}`);
  }

  let shown: number[] = [];
  const took = await seconds(async () => {
    await imports.run(TAKEN);
    shown = await imports.isDone(TAKEN);
  });
  const between = shown.filter((done) => done > 0 && done < TAKEN);
  assert.ok(between.length > 0, `progress was seen: ${shown.join(', ')}`);
  assert.deepEqual(
    shown,
    [...shown].sort((one, other) => one - other),
  );

  const undone = await seconds(async () => {
    await imports.undo();
    await imports.showsUndone(TAKEN);
  });
  console.log(
    `# read ${read.toFixed(1)} s, imported ${took.toFixed(1)} s, ` +
      `undone ${undone.toFixed(1)} s, ${shown.length} different states of progress`,
  );
  assert.ok(took < LIMIT_SECONDS, `the import took ${took} s`);
  await imports.toList();
  await customers.has(0);

  // What was taken back is new again.
  writeFileSync(file, table(FEW));
  await customers.import();
  await imports.choose(file);
  await imports.offers(FEW_TAKEN);
  await imports.counts({ new: FEW_TAKEN, same: 0 });
  await imports.run(FEW_TAKEN);
  await imports.isDone(FEW_TAKEN);
  await imports.toList();
  await customers.has(FEW_TAKEN);
  await customers.search('tran duc 123');
  await customers.has(1);
  await customers.open('Trần Đức 123');
  await window.shows('0910 000 123', 'KH đường 123, phường 1');
});

/** Row 1 is the file's second line. */
function table(rowCount: number): string {
  const rows = Array.from({ length: rowCount }, (_, index) => row(index + 1));
  return ['Tên khách hàng,SĐT,Loại khách hàng,Địa chỉ', ...rows, ''].join('\r\n');
}

function row(place: number): string {
  const name = NAMELESS.includes(place) ? '' : `Trần Đức ${place}`;
  const owner = DOUBLE.includes(place) ? place - 1 : place;
  const phone = `09100${String(owner).padStart(5, '0')}`;
  const kind = WITHOUT_CONTACT.includes(place) ? 'Công ty' : 'Cá nhân';
  return `${name},${phone},${kind},"KH đường ${place}, phường 1"`;
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = Date.now();
  await work();
  return (Date.now() - began) / 1000;
}
