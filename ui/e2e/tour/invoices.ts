/** Invoices: written, sent, shown, printed, paid, overdue; and the list of them. */

import { Customer } from '../pages/customer.ts';
import { Customers } from '../pages/customers.ts';
import { InvoiceEditor } from '../pages/invoice-editor.ts';
import { Invoices } from '../pages/invoices.ts';
import { goTo } from '../pages/rail.ts';
import type { Desktop } from '../support/desktop.ts';
import { text } from '../support/messages.ts';
import { until } from '../support/until.ts';
import type { Window } from '../support/window.ts';
import type { Pictures } from './pictures.ts';

/** A line: what is typed, what the list shows, and how many. */
type Line = readonly [typed: string, shown: string, quantity: number];

interface Order {
  readonly customer: readonly [typed: string, shown: string];
  readonly lines: readonly Line[];
}

const HOA_SUA: Order = {
  customer: ['hoa sua', 'Công ty TNHH Hoa Sữa'],
  lines: [
    ['hat cau dat', 'Cà phê hạt Cầu Đất 500g', 12],
    ['bdx', 'Bưởi da xanh', 20],
    ['tdcs', 'Trà đào cam sả', 40],
  ],
};
const MAI: Order = {
  customer: ['mai', 'Chị Mai Trà Sữa'],
  lines: [['tdcs', 'Trà đào cam sả', 10]],
};
const CO_BA: Order = {
  customer: ['co ba', 'Quán cơm Cô Ba'],
  lines: [['bmc', 'Bánh mì chảo', 24]],
};

export async function invoices(desktop: Desktop, pictures: Pictures): Promise<void> {
  const { app } = desktop;
  const window = await app.main();

  await send(desktop, MAI);
  await pay(window, '100000');
  await window.shows(text('invoice_standing_short'));
  await send(desktop, CO_BA);
  await window.click('button', text('invoice_practice_full').split(' {')[0] ?? '');
  await (await Invoices.onScreen(app)).showsStanding('paid');
  await open(desktop, MAI);
  await pictures.take('invoice-short');

  const editor = await InvoiceEditor.open(app);
  await fill(editor, HOA_SUA);
  await editor.isSaved();
  await pictures.take('invoice-editor');
  await editor.note('Giao trước 9 giờ sáng');
  await editor.discount('percent', '5');
  await editor.isSaved();
  await pictures.take('invoice-totals');
  await editor.send();
  const invoice = await Invoices.onScreen(app);
  await invoice.becomesClear();
  await invoice.showToCustomer();
  await (await Customer.of(desktop)).window.shows(text('display_invoice_scan'));
  await open(desktop, HOA_SUA);
  await pictures.take('invoice');
  await pictures.take('customer-invoice', 'customer');
  await window.click('button', text('invoice_paper'));
  await paper(window, pictures);
  await window.click('button', text('invoice_delete'));
  await pictures.take('invoice-delete');
  await window.click('button', text('invoice_keep'));

  const draft = await InvoiceEditor.open(app);
  await fill(draft, { ...MAI, lines: [['bx', 'Bạc xỉu', 5]] });
  await draft.isSaved();
  await goTo(app, 'invoices');
  await window.find('heading', text('invoice_drafts'));
  await pictures.take('invoices');
  const customers = await Customers.of(app);
  await customers.open('Chị Mai Trà Sữa');
  await pictures.take('customer');
  await customers.close();
  await goTo(app, 'counter');
}

/** The lists and what is easily cramped: the lines of an invoice, and one that was sent, in another look. */
export async function invoiceLooks(
  desktop: Desktop,
  pictures: Pictures,
  look: string,
): Promise<void> {
  const { app } = desktop;
  for (const place of ['customers', 'products', 'invoices'] as const) {
    await goTo(app, place);
    await pictures.take(`${look}-${place}`);
  }
  await open(desktop, HOA_SUA);
  await pictures.take(`${look}-invoice`);
  const editor = await InvoiceEditor.open(app);
  await fill(editor, HOA_SUA);
  await editor.isSaved();
  await pictures.take(`${look}-invoice-editor`);
  await goTo(app, 'counter');
}

/** From the list, so that it begins at its top. */
async function open(desktop: Desktop, { customer: [, name] }: Order): Promise<void> {
  const { window } = await Invoices.of(desktop.app);
  await window.click('button', `, ${name}, `);
  await window.find('heading', text('invoice_content'));
}

async function send(desktop: Desktop, order: Order): Promise<void> {
  const editor = await InvoiceEditor.open(desktop.app);
  await fill(editor, order);
  await editor.send();
  await (await Invoices.onScreen(desktop.app)).becomesClear();
}

async function fill(editor: InvoiceEditor, { customer, lines }: Order): Promise<void> {
  await editor.chooseCustomer(...customer);
  for (const [at, [typed, shown, quantity]] of lines.entries()) {
    await editor.addLine(at + 1, typed, shown);
    await editor.setCell('quantity', at + 1, String(quantity));
  }
}

async function pay(window: Window, amount: string): Promise<void> {
  await window.fill(text('invoice_practice_other'), amount);
  await window.click('button', text('invoice_practice_pay'));
}

async function paper(window: Window, pictures: Pictures): Promise<void> {
  for (const size of ['a4', 'a5', 'slip80'] as const) {
    await window.click('radio', text(`paper_${size}`));
    await until('the pages are drawn', async () => {
      return (await window.find('button', text('paper_print'), 0)).isEnabled();
    });
    if (size !== 'a5') await pictures.take(`invoice-${size}`);
  }
  await window.press('Escape');
}
