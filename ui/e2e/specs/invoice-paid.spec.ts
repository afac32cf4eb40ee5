/** From a new customer and a new product to an invoice that is paid. */

import assert from 'node:assert/strict';
import { atTheCounter } from '../pages/at-the-counter.ts';
import { dong } from '../pages/amount.ts';
import { type Company, Customers } from '../pages/customers.ts';
import { InvoiceEditor } from '../pages/invoice-editor.ts';
import { Invoices } from '../pages/invoices.ts';
import { Payments } from '../pages/payments.ts';
import { type Product, Products } from '../pages/products.ts';
import { text } from '../support/messages.ts';
import { Office } from '../support/office.ts';
import { scenario } from '../support/scenario.ts';

const SHOP: Company = {
  phone: '02838221234',
  name: 'Công ty TNHH Gạo Đồng Tháp',
  email: 'ketoan@gao.example.vn',
  taxId: '0312345678',
  contact: { name: 'Lê Thị Út', phone: '0903 111 222', email: 'ut@gao.example.vn' },
  code: 'CT-GAO',
  street: '12 Nguyễn Trãi',
};
const RICE: Product = {
  name: 'Gạo ST25 túi 5 kg',
  sku: 'GAO-ST25',
  unit: 'túi',
  price: 185_000,
  tax: 'TAX_CODE_8',
};
const NOTE = 'Giao trước 9 giờ sáng';

scenario('new customer, new product, invoice, link and QR, paid', async (desktop) => {
  const { app, customer, gateway } = await atTheCounter(desktop);
  const customers = await Customers.of(app);
  await customers.openForm();
  await customers.fillCompany(SHOP);
  await customers.saveAndClose(SHOP.name);
  const products = await Products.of(app);
  await products.create(RICE);
  await products.has(1);

  const editor = await InvoiceEditor.open(app);
  await editor.chooseCustomer('gao dong thap', `${SHOP.name} 028 3822 1234`);
  await editor.addLine(1, 'gst', `${RICE.name} 185.000 ₫`);
  await editor.setCell('quantity', 1, '12');
  await editor.discount('percent', '5');
  await editor.note(NOTE);
  await editor.send();

  // 12 × 185.000, 5 % off, 8 % on top.
  const TOTAL = 2_277_720;
  const invoices = await Invoices.onScreen(app);
  await invoices.becomesClear();
  const sent = await gateway.invoice();
  assert.equal(sent.total, TOTAL);
  await invoices.shows(sent.invoice_code);
  await invoices.showsLink(sent);
  await invoices.window.shows(text('invoice_asked_gateway'), dong(TOTAL));
  assert.equal(await desktop.screen.code('counter'), sent.payment_link);
  await invoices.showToCustomer();
  await customer.showsInvoice(TOTAL, sent.invoice_code);
  assert.equal(await desktop.screen.code('customer'), sent.payment_link);

  await gateway.payInvoice(sent.invoice_code);
  await invoices.showsStanding('paid');
  await customer.showsPaid(TOTAL);
  await (await Invoices.of(app)).lists(sent, SHOP.name, 'paid');
  const payments = await Payments.of(app);
  await payments.window.shows(text('payments_count', { count: 1 }), SHOP.name);
  await payments.window.find('row', `${dong(TOTAL)} ${text('verdict_paid')}`);

  await hasExactlyThis(new Office(gateway), sent.invoice_code);
});

/** What the gateway has, told to a program that is not the app. */
async function hasExactlyThis(office: Office, code: string): Promise<void> {
  const customer = await office.only('customers');
  assert.deepEqual(customer['general_info'], {
    name: SHOP.name,
    customer_code: SHOP.code,
    phone: SHOP.phone,
    phone_code: '+84',
    type: 'company',
    email: SHOP.email,
    tax_id: SHOP.taxId,
    contact_persons: [
      { name: SHOP.contact.name, phone_number: '0903111222', email: SHOP.contact.email },
    ],
  });
  assert.deepEqual(customer['address'], { address: SHOP.street });

  const product = await office.only('products');
  const { name, sku, unit, price, tax } = RICE;
  assert.deepEqual(product['general_info'], { item_name: name, sku_code: sku, unit });
  const sale = product['sale_info'] as Record<string, unknown>;
  assert.deepEqual([sale['sale_price'], sale['sale_tax_code']], [price, tax]);

  const invoice = await office.only('invoices');
  assert.equal(invoice['invoice_code'], code);
  assert.deepEqual(invoice['customer'], { code: SHOP.code, email: SHOP.email });
  assert.deepEqual(invoice['items'], [
    { code: sku, name, tax_code: tax, unit_price: price, quantity: 12 },
  ]);
  assert.deepEqual(invoice['discount'], { is_percentage: true, value: 5 });
  assert.deepEqual(
    [invoice['note'], invoice['tax_type'], invoice['payment_methods'], invoice['status']],
    [NOTE, 'price_excluding_tax', ['bank_transfer'], 'paid'],
  );
}
