import { call } from '~/api/call';
import type { PaymentView, PracticeMove } from '~/api/generated/contract';

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
