/** Fundiin's keys live in the system's keyring and nowhere else, and one call tells whether they are right. */

import assert from 'node:assert/strict';
import { Counter } from '../pages/counter.ts';
import { setUpWithKeys } from '../pages/first-run.ts';
import { Fundiin } from '../pages/fundiin.ts';
import { Instalment, LAN } from '../pages/instalment.ts';
import { goTo } from '../pages/rail.ts';
import { filesWith } from '../support/canary.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';
import { FUNDIIN_CLIENT_ID, FUNDIIN_SECRET } from '../support/simulator.ts';

const WRONG_SECRET = 'e2e-canary-wrong-fundiin-4be16f0d83';

scenario('wrong keys are told, right ones kept, none is in any file', async (desktop) => {
  const gateway = await desktop.simulator();
  const app = await desktop.start();
  await setUpWithKeys(app, gateway);
  const fundiin = await Fundiin.of(app);
  await fundiin.setUp(gateway);
  await fundiin.enterKeys(WRONG_SECRET);
  await fundiin.window.shows(text('result_invalid_signature'));
  await fundiin.enterKeys(FUNDIIN_SECRET);
  await fundiin.showsTestPassed();

  await goTo(app, 'counter');
  const instalment = await Instalment.of(app);
  await instalment.open(4_500_000);
  await instalment.fill(LAN);
  await instalment.window.shows(text('instalment_shop_once'));
  await instalment.fillShopAddress();
  await instalment.send(4_500_000);
  await instalment.showsQr(4_500_000);
  await app.quit();

  const kept = desktop.keyring.secrets('service', 'tien-ve').join('\n');
  assert.ok(kept.includes(FUNDIIN_SECRET), 'the secret key is in the keyring');
  assert.ok(kept.includes(FUNDIIN_CLIENT_ID), 'the client id is in the keyring');
  assert.ok(!kept.includes(WRONG_SECRET), 'the wrong one is not kept any more');
  assert.deepEqual(filesWith(desktop.folder, FUNDIIN_SECRET), []);
  assert.deepEqual(filesWith(desktop.folder, WRONG_SECRET), []);

  const again = await desktop.start();
  const after = await Instalment.of(again);
  await after.showsQr(4_500_000);
  await gateway.instalmentCustomer('accept');
  await after.showsAccepted(4_500_000);
  await (await Counter.of(again)).nextCustomer();
});
