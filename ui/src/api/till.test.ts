import { describe, expect, it } from 'vitest';
import { call, useTransport } from './call';
import { till } from './till.svelte';
import { memoryTransport } from './transport.memory';

async function start() {
  useTransport(memoryTransport({ latencyMs: 0 }));
  await till.start();
}

describe('the till', () => {
  it('follows events of a sale', async () => {
    await start();
    const sale = await call('sale_open');
    expect(till.sales.map(({ id }) => id)).toEqual([sale.id]);

    await call('sale_amount', { saleId: sale.id, amount: 85_000 });
    const heard: string[] = [];
    const stop = till.onVerdict(({ verdict }) => heard.push(verdict));
    const payment = await call('payment_create', {
      saleId: sale.id,
      intentId: sale.nextIntentId,
      amount: 85_000,
    });
    await call('practice_pay', { paymentId: payment.id, what: { kind: 'pay', amount: 200 } });
    expect(heard).toEqual(['short']);
    expect(till.sales[0]?.missing).toBe(84_800);
    stop();

    await call('sale_close', { saleId: sale.id, acceptsOpen: true });
    expect(till.sales).toEqual([]);
    expect(heard).toEqual(['short']);
  });

  it('never asks twice for the same intent', async () => {
    await start();
    const sale = await call('sale_open');
    const request = { saleId: sale.id, intentId: sale.nextIntentId, amount: 10_000 };
    const first = await call('payment_create', request);
    const second = await call('payment_create', request);
    expect(second.id).toBe(first.id);
    expect(till.sales[0]?.payments).toHaveLength(1);
  });

  it('rejects with an error for people', async () => {
    await start();
    await expect(call('payment_get', { paymentId: 'nobody' })).rejects.toMatchObject({
      body: { code: 'payment_gone' },
    });
  });
});

describe('the two lights', () => {
  it('are kept apart by method', async () => {
    await start();
    const sale = await call('sale_open');
    await call('instalment_create', {
      saleId: sale.id,
      intentId: sale.nextIntentId,
      amount: 3_000_000,
      customer: {
        phone: '0987654321',
        lastName: 'Lê Thị',
        firstName: 'Hoa',
        email: 'hoa@example.com',
      },
      address: null,
      goods: 'Đơn 1',
      planId: null,
    });
    expect(till.freshnessOf('instalment')).toMatchObject({ state: 'fresh', watched: 1 });
    expect(till.freshnessOf('transfer')).toMatchObject({ state: 'idle', watched: 0 });
  });
});
