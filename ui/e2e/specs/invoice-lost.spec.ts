/** Requests whose answer never came: found by their code, made once, never called a failure. */

import assert from 'node:assert/strict';
import { COFFEE, COFFEE_SHOWN, MAI_SHOWN, POMELO_SHOWN, withBooks } from '../pages/books.ts';
import { Customers } from '../pages/customers.ts';
import { InvoiceEditor } from '../pages/invoice-editor.ts';
import { Invoices } from '../pages/invoices.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';
import { until } from '../support/until.ts';

scenario('lost after the effect, lost before it, no network: one invoice each', async (desktop) => {
  const { app, gateway } = await withBooks(desktop);

  await gateway.faults({ fault: 'lost_answer', only: 'invoice_create' });
  const invoices = await sendOne('PT-SAU', POMELO_SHOWN);
  await invoices.showsStanding('unclear');
  await invoices.becomesClear();
  assert.deepEqual(await gateway.creationsOf('invoices'), [null]);
  await invoices.showsLink(await gateway.invoice());
  assert.equal(await desktop.screen.code('counter'), (await gateway.invoice()).payment_link);

  await gateway.faults({ fault: 'reset', only: 'invoice_create' });
  await sendOne('PT-TRUOC', COFFEE_SHOWN);
  await invoices.becomesClear();
  assert.deepEqual(await gateway.creationsOf('invoices'), [null, null, 201]);
  assert.deepEqual(await codes(), ['PT-TRUOC', 'PT-SAU']);

  await gateway.stop();
  await sendOne('PT-MAT-MANG', POMELO_SHOWN);
  await invoices.shows('PT-MAT-MANG');
  await gateway.start();
  await invoices.becomesClear();
  assert.deepEqual(await gateway.creationsOf('invoices'), [201]);
  assert.deepEqual(await codes(), ['PT-MAT-MANG', 'PT-TRUOC', 'PT-SAU']);

  async function sendOne(code: string, product: string): Promise<Invoices> {
    const editor = await InvoiceEditor.open(app);
    await editor.chooseCustomer('mai', MAI_SHOWN);
    await editor.addLine(1, product === COFFEE_SHOWN ? COFFEE.sku : 'bdx', product);
    await editor.code(code);
    await editor.send();
    return Invoices.onScreen(app);
  }

  async function codes(): Promise<string[]> {
    return (await gateway.invoices()).map(({ invoice_code: code }) => code);
  }
});

scenario('a new customer whose answer got lost is one customer', async (desktop) => {
  const { app, gateway, office } = await withBooks(desktop);
  await gateway.faults({ fault: 'lost_answer', only: 'customer_create' });
  const customers = await Customers.of(app);
  await customers.openForm();
  await customers.fillPerson({ phone: '0987654321', name: 'Bà Bảy Chợ Lớn' });
  await customers.saveAndClose('Bà Bảy Chợ Lớn');
  await until('the gateway has the customer', async () => {
    return (await office.rows('customers')).length === 2;
  });
  await until('nothing waits to be sent', async () => {
    return !(await customers.window.isShowing(text('mirror_pending')));
  });
  assert.equal(await customers.window.isShowing(text('mirror_refused')), false);
  assert.equal((await office.rows('customers')).length, 2);
  const [made] = (await gateway.creationsOf('customers')).slice(-1);
  assert.equal(made, null);
});
