import type { InvoiceContentView } from '~/api/generated/contract';
import type { InvoiceBook } from './invoice-book';
import { newInvoice } from './invoice-send';
import { receive } from './payments';
import { type World, minutesFrom, newId, present } from './world';

const DAY = 24 * 60;

const CUSTOMERS = [
  ['KH-0001', 'Công ty TNHH Hoa Sữa', '0243456789', '0101234567'],
  ['KH-0002', 'Chị Hạnh – quán cơm', '0912345678', ''],
  ['KH-0003', 'Trường mầm non Ánh Dương', '0987654321', '0309876543'],
] as const;

const GOODS = [
  ['TRA-BUOI', 'Trà bưởi mật ong', 'ly', 35_000],
  ['CAFE-SUA', 'Cà phê sữa đá', 'ly', 29_000],
  ['BANH-MI', 'Bánh mì pa-tê', 'cái', 25_000],
] as const;

function content(index: number, createdAt: string): InvoiceContentView {
  const [code, name, phone, taxId] = CUSTOMERS[index % CUSTOMERS.length] ?? CUSTOMERS[0];
  const goods = GOODS.slice(0, 1 + (index % GOODS.length));
  return {
    customer: { customerId: null, code, name, phone, email: '', taxId, address: 'Hà Nội' },
    taxType: 'priceExcludingTax',
    lines: goods.map(([sku, title, unit, unitPrice]) => ({
      productId: null,
      sku,
      name: title,
      unit,
      quantity: 10 + index,
      unitPrice,
      taxCode: 'TAX_CODE_8',
      note: '',
    })),
    discount: index === 1 ? { kind: 'percent', percent: '5' } : { kind: 'none' },
    note: '',
    transactionDate: createdAt,
    dueDate: minutesFrom(createdAt, 7 * DAY),
    paymentMethods: ['bank_transfer'],
    accountId: null,
  };
}

/** Invoices of the last weeks and two drafts. */
export function seedInvoices(world: World, book: InvoiceBook): void {
  for (let index = 5; index >= 0; index -= 1) {
    const createdAt = minutesFrom(present(), -(index * 3 * DAY + 90));
    const id = newId('inv');
    const invoice = newInvoice(world, id, `PT-SEED-${index}`, content(index, createdAt), createdAt);
    if (index === 1) receive(invoice.payment, 100_000, minutesFrom(createdAt, 60));
    else if (index > 1 && index !== 4) {
      receive(invoice.payment, invoice.payment.view.amount, minutesFrom(createdAt, DAY));
    }
    world.payments.unshift(invoice.payment);
    book.invoices.unshift(invoice);
  }
  for (const index of [0, 1]) {
    const updatedAt = minutesFrom(present(), -20 * (index + 1));
    const draft = content(index, updatedAt);
    book.drafts.push({
      id: newId('draft'),
      code: `PT-NHAP-${index + 1}`,
      content: index === 0 ? draft : { ...draft, customer: null },
      updatedAt,
    });
  }
}
