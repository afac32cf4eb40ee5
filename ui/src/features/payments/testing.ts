import { call } from '~/api/call';
import type { InvoiceView, PaymentView, PracticeMove } from '~/api/generated/contract';

/** An instalment payment of 3.000.000 dong, after what its customer did. */
export async function instalmentOfNow(...moves: PracticeMove[]): Promise<PaymentView> {
  const sale = await call('sale_open');
  const { id } = await call('instalment_create', {
    saleId: sale.id,
    intentId: sale.nextIntentId,
    amount: 3_000_000,
    customer: {
      phone: '0912345678',
      lastName: 'NGUYỄN VĂN',
      firstName: 'AN',
      email: 'an@example.com',
    },
    address: null,
    goods: 'Tủ lạnh',
    planId: null,
  });
  for (const what of moves) await call('practice_pay', { paymentId: id, what });
  return (await call('payment_get', { paymentId: id })).payment;
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** An invoice over 378.000 dong for "Công ty Góc Phố". */
export async function invoiceOfNow(): Promise<InvoiceView> {
  const now = Date.now();
  const { id } = await call('invoice_draft_save', {
    invoiceId: null,
    code: '',
    content: {
      customer: {
        customerId: null,
        code: 'CTY001',
        name: 'Công ty Góc Phố',
        phone: '02438251234',
        email: '',
        taxId: '0101234567',
        address: '12 Hàng Bạc',
      },
      taxType: 'priceExcludingTax',
      lines: [
        {
          productId: null,
          sku: 'TRA-DAO',
          name: 'Trà đào',
          unit: 'ly',
          quantity: 10,
          unitPrice: 35_000,
          taxCode: 'TAX_CODE_8',
          note: '',
        },
      ],
      discount: { kind: 'none' },
      note: '',
      transactionDate: new Date(now).toISOString(),
      dueDate: new Date(now + WEEK_MS).toISOString(),
      paymentMethods: ['bank_transfer'],
      accountId: null,
    },
  });
  return call('invoice_create', { invoiceId: id });
}
