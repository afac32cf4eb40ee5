/** Codes that somebody else has used already. */

import assert from 'node:assert/strict';
import { MAI, MAI_SHOWN, POMELO, POMELO_SHOWN, TAX, customer, withBooks } from '../pages/books.ts';
import { Customers } from '../pages/customers.ts';
import { InvoiceEditor } from '../pages/invoice-editor.ts';
import { Invoices } from '../pages/invoices.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';

const TAKEN = 'KH-DAT';
const BAY = { phone: '0987654321', name: 'Bà Bảy Chợ Lớn' } as const;

scenario('a customer with a code that is taken, known here and not', async (desktop) => {
  const { app, office } = await withBooks(desktop);
  const customers = await Customers.of(app);
  const { window } = customers;
  await customers.openForm();
  await customers.fillPerson(BAY);
  await customers.fillCode(MAI.code);
  await customers.save();
  await window.find('alert', text('error_code_taken'));
  assert.equal(await window.valueOf('textbox', text('book_field_code')), MAI.code);
  assert.equal(await window.valueOf('textbox', text('book_field_name')), BAY.name);

  // The other till was quicker, and this one has not heard of it.
  await office.create('customers', customer({ phone: '0911222333', name: 'Ông Đạt', code: TAKEN }));
  await customers.changeCode(TAKEN);
  await customers.save();
  await window.shows(text('error_code_taken'));
  await customers.edit();
  await customers.fillCode('KH-BAY');
  await customers.save();
  await window.shows(text('mirror_clean_text').split('{')[0] ?? '');
  assert.equal(await window.has('alert', text('error_code_taken')), false);
  const codes = (await office.rows('customers')).map(codeOf).sort();
  assert.deepEqual(codes, ['KH-BAY', TAKEN, MAI.code]);
});

scenario('an invoice with a code that is taken, known here and not', async (desktop) => {
  const { app, gateway, office } = await withBooks(desktop);
  await office.create('customers', customer({ phone: '0911222333', name: 'Ông Đạt', code: TAKEN }));
  await office.create('invoices', foreignInvoice('PT-CU'));

  const editor = await InvoiceEditor.open(app);
  await editor.chooseCustomer('mai', MAI_SHOWN);
  await editor.addLine(1, 'buoi', POMELO_SHOWN);
  await editor.setCell('quantity', 1, '4');
  await editor.note('Bốn ký');
  await editor.code('PT-CU');
  await editor.send();
  const invoices = await Invoices.onScreen(app);
  await invoices.showsStanding('refused');
  await invoices.window.shows(text('error_code_taken'));
  await invoices.makeAgain();
  const mended = await InvoiceEditor.of(app);
  assert.equal(await mended.valueOf('quantity', 1), '4');
  assert.equal(await mended.window.valueOf('textbox', text('invoice_note')), 'Bốn ký');
  await mended.code('PT-MOI');
  await mended.send();
  await invoices.becomesClear();
  assert.deepEqual(await codes(gateway.invoices()), ['PT-MOI', 'PT-CU']);

  const next = await InvoiceEditor.open(app);
  await next.chooseCustomer('mai', MAI_SHOWN);
  await next.addLine(1, 'buoi', POMELO_SHOWN);
  await next.code('PT-MOI');
  await next.send();
  await next.window.find('alert', text('error_code_taken'));
  assert.equal(await next.window.valueOf('textbox', text('invoice_code')), 'PT-MOI');
  await next.hasProduct(1, POMELO.name);
  await next.code('PT-MOI-2');
  await next.send();
  await invoices.becomesClear();
  assert.deepEqual(await codes(gateway.invoices()), ['PT-MOI-2', 'PT-MOI', 'PT-CU']);
});

async function codes(all: Promise<{ invoice_code: string }[]>): Promise<string[]> {
  return (await all).map(({ invoice_code: code }) => code);
}

function codeOf(row: Readonly<Record<string, unknown>>): string {
  return String((row['general_info'] as Record<string, unknown>)['customer_code']);
}

/** Made by another program, for another customer. */
function foreignInvoice(code: string): Readonly<Record<string, unknown>> {
  return {
    invoice_code: code,
    transaction_date: '2026-01-05T02:00:00Z',
    due_date: '2026-01-12T02:00:00Z',
    tax_type: 'price_excluding_tax',
    customer: { code: TAKEN },
    items: [{ code: POMELO.sku, tax_code: TAX, quantity: 1, unit_price: 45_000 }],
    payment_methods: ['card'],
  };
}
