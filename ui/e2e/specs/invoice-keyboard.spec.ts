/** An invoice without a mouse, from the list to the link. */

import assert from 'node:assert/strict';
import { MAI, COFFEE, POMELO, TAX, withBooks } from '../pages/books.ts';
import { cell } from '../pages/invoice-editor.ts';
import { Invoices } from '../pages/invoices.ts';
import { Hands } from '../support/hands.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';

const LIMIT_STEPS = 26;
const LIMIT_SECONDS = 60;
const DAY_MS = 24 * 60 * 60 * 1000;

scenario('an invoice by keyboard alone: customer, lines, discount, due, sent', async (desktop) => {
  const { app, gateway, office } = await withBooks(desktop);
  const window = await app.main();
  const adding = text('invoice_line_add');

  const hands = new Hands(window);
  await hands.press('Alt', '3');
  await window.find('heading', text('nav_invoices'));
  await hands.press('Control', 'n');
  await window.hasFocus('combobox', text('invoice_customer'));
  await hands.type('mai tra sua');
  await hands.press('Enter');
  await window.hasFocus('combobox', adding);
  // The days stand before the lines: seven of them are chosen, the next choice is fifteen.
  await hands.press('Shift', 'Tab');
  await hands.press('ArrowRight');
  await hands.go('Tab', 'combobox', adding, 2);

  await hands.type('bdx');
  await hands.press('Enter');
  await window.hasFocus('textbox', cell('quantity', 1));
  await hands.type('12');
  await hands.go('Enter', 'combobox', adding, 1);
  await hands.type('cpsd');
  await hands.press('Enter');
  await window.hasFocus('textbox', cell('quantity', 2));
  await hands.type('3');
  await hands.go('Enter', 'combobox', adding, 1);

  // Past the tax types, to "no discount"; the next choice is per cent.
  await hands.press('Tab');
  await hands.press('Tab');
  await hands.press('ArrowRight');
  await window.hasFocus('textbox', text('invoice_discount_percent_label'));
  await hands.type('10');
  await hands.press('Control', 'Enter');

  const invoices = await Invoices.onScreen(app);
  await invoices.becomesClear();
  const { steps, seconds } = hands;
  console.log(`# an invoice by keyboard: ${steps} steps, ${seconds.toFixed(1)} s`);
  assert.ok(steps <= LIMIT_STEPS, `${steps} steps`);
  assert.ok(seconds < LIMIT_SECONDS, `${seconds} s`);

  const sent = await gateway.invoice();
  // (12 × 45.000 + 3 × 27.000) − 10 %, 8 % on top.
  assert.equal(sent.total, 603_612);
  await invoices.showsLink(sent);
  assert.equal(await desktop.screen.code('counter'), sent.payment_link);
  const kept = await office.only('invoices');
  assert.deepEqual(kept['customer'], { code: MAI.code });
  assert.deepEqual(kept['discount'], { is_percentage: true, value: 10 });
  assert.deepEqual(kept['items'], [item(POMELO, 12), item(COFFEE, 3)]);
  const [date, due] = [kept['transaction_date'], kept['due_date']].map((at) => dayOf(String(at)));
  assert.equal(due, (date ?? 0) + 15);
});

function item({ sku: code, name, price }: typeof POMELO, quantity: number): object {
  return { code, name, tax_code: TAX, unit_price: price, quantity };
}

/** Days in Vietnam since 1970. */
function dayOf(at: string): number {
  return Math.floor((Date.parse(at) + 7 * 60 * 60 * 1000) / DAY_MS);
}
