/** Keys live in the system's keyring and nowhere else. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Counter } from '../pages/counter.ts';
import { setUpForPractice, setUpWithKeys } from '../pages/first-run.ts';
import { Keys } from '../pages/keys.ts';
import { disguises, filesWith } from '../support/canary.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';
import { CLIENT_ID, SECRET } from '../support/simulator.ts';

scenario('keys are in the keyring, in no file, and there after a restart', async (desktop) => {
  const gateway = await desktop.simulator();
  const app = await desktop.start();
  await setUpWithKeys(app, gateway);
  const counter = await Counter.of(app);
  await counter.charge(30_000);
  const payment = await gateway.newest();
  await gateway.pay(payment.payment_request_id, 'full');
  await counter.showsPaid();
  await app.quit();

  const kept = desktop.keyring.secrets('service', 'tien-ve').join('\n');
  assert.ok(kept.includes(SECRET), 'the secret key is in the keyring');
  assert.ok(kept.includes(CLIENT_ID), 'the client id is in the keyring');
  assert.deepEqual(filesWith(desktop.home, SECRET), []);
  for (const [index, disguise] of disguises(SECRET).entries()) {
    const planted = join(desktop.home, `planted-${index}`);
    writeFileSync(
      planted,
      Buffer.concat([Buffer.from('before '), disguise, Buffer.from(' after')]),
    );
    assert.deepEqual(filesWith(desktop.home, SECRET), [planted], 'the search finds what is there');
    writeFileSync(planted, '');
  }

  const again = await desktop.start();
  const after = await Counter.of(again);
  await after.showsPaid();
  await after.nextCustomer();
  await after.charge(31_000);
  assert.equal((await gateway.newest()).amount, 31_000);
});

scenario(
  'without a keyring it says so, and practice goes on',
  async (desktop) => {
    const gateway = await desktop.simulator();
    const app = await desktop.start();
    await setUpForPractice(app, { shop: 'Tạp hoá Út', till: 'Quầy 1' });
    const keys = await Keys.of(app);
    await keys.enter(gateway.baseUrl, CLIENT_ID, SECRET);
    await keys.window.shows(text('error_keyring_missing'), text('action_install_keyring'));
    assert.deepEqual(filesWith(desktop.home, SECRET), []);
  },
  { keyring: false },
);
