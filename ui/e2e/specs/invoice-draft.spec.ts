/** A draft survives what happens to the network and to the machine. */

import assert from 'node:assert/strict';
import {
  COFFEE,
  COFFEE_SHOWN,
  MAI_SHOWN,
  MAI,
  POMELO,
  POMELO_SHOWN,
  TAX,
  withBooks,
} from '../pages/books.ts';
import { InvoiceEditor } from '../pages/invoice-editor.ts';
import { Invoices } from '../pages/invoices.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';

const CODE = 'PT-TIEC-CUOI';

scenario('edited offline, killed, opened again with everything, sent once', async (desktop) => {
  const { app, gateway, office } = await withBooks(desktop);
  const editor = await InvoiceEditor.open(app);
  await editor.chooseCustomer('mai', MAI_SHOWN);
  await editor.addLine(1, 'buoi', POMELO_SHOWN);
  await editor.setCell('quantity', 1, '2');
  await editor.isSaved();

  await gateway.stop();
  await editor.setCell('quantity', 1, '20');
  await editor.setCell('price', 1, '43200');
  await editor.setCell('note', 1, 'loại một');
  await editor.addLine(2, 'cpsd', COFFEE_SHOWN);
  await editor.setCell('quantity', 2, '30');
  await editor.dueIn(15);
  await editor.taxType('priceIncludingTax');
  await editor.discount('amount', '64000');
  await editor.toggleWay('card');
  await editor.note('Tiệc cưới nhà cô Ba');
  await editor.code(CODE);
  await editor.window.press('Tab');
  await editor.isSaved();
  await editor.window.shows('1.610.000 ₫');
  await app.kill();

  const again = await desktop.start();
  await (await Invoices.of(again)).openDraft(CODE);
  const opened = await InvoiceEditor.of(again);
  await hasEverything(opened);

  await gateway.start();
  await opened.window.doubleClick('button', text('invoice_send'));
  const invoices = await Invoices.onScreen(again);
  await invoices.becomesClear();
  assert.deepEqual(await gateway.creationsOf('invoices'), [201]);
  const sent = await gateway.invoice();
  assert.deepEqual([sent.invoice_code, sent.total], [CODE, 1_610_000]);
  await invoices.showsLink(sent);
  const kept = await office.only('invoices');
  assert.deepEqual(kept['customer'], { code: MAI.code });
  assert.deepEqual(kept['items'], [
    { ...item(POMELO, 43_200, 20), note: 'loại một' },
    item(COFFEE, COFFEE.price, 30),
  ]);
  assert.deepEqual(kept['payment_methods'], ['bank_transfer', 'card']);
});

async function hasEverything(draft: InvoiceEditor): Promise<void> {
  const { window } = draft;
  assert.equal(await window.valueOf('textbox', text('invoice_customer')), MAI.name);
  await draft.hasProduct(1, POMELO.name);
  await draft.hasProduct(2, COFFEE.name);
  const lines = [1, 2].map(async (place) => [
    await draft.valueOf('quantity', place),
    await draft.valueOf('price', place),
    await draft.taxCodeOf(place),
    await draft.valueOf('note', place),
  ]);
  assert.deepEqual(await Promise.all(lines), [
    ['20', '43.200', TAX, 'loại một'],
    ['30', '27.000', TAX, ''],
  ]);
  assert.ok(await draft.isDueIn(15), 'due in 15 days');
  assert.ok(await draft.isOfTaxType('priceIncludingTax'), 'the tax type');
  assert.ok(await draft.hasDiscount('amount'), 'the kind of discount');
  assert.equal(await window.valueOf('textbox', text('invoice_discount_amount_label')), '64.000');
  assert.deepEqual(
    [
      await draft.takes('bank_transfer'),
      await draft.takes('card'),
      await draft.takes('ewallet_momo'),
    ],
    [true, true, false],
  );
  assert.equal(await window.valueOf('textbox', text('invoice_note')), 'Tiệc cưới nhà cô Ba');
  await window.find('heading', text('invoice_draft_title', { code: CODE }));
  await window.shows('1.610.000 ₫');
}

function item({ sku: code, name }: typeof POMELO, unit_price: number, quantity: number): object {
  return { code, name, tax_code: TAX, unit_price, quantity };
}
