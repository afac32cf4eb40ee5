import { describe, expect, it } from 'vitest';
import type { PaymentPhase, PaymentView, SaleView } from '~/api/generated/contract';
import { payableOf, sendingsFor } from './payable';

const payment = (phase: PaymentPhase, amount = 200_000, received: number | null = null) =>
  ({ id: phase, phase, amount, received }) as PaymentView;

describe('what the practice customer can pay', () => {
  it('is the running QR and the expired ones, not what is paid or has not reached the gateway', () => {
    const payments = [
      payment('open'),
      payment('expired'),
      payment('lookingUp'),
      payment('rejected'),
      payment('open', 200_000, 200_000),
    ];
    expect(payableOf({ payments } as SaleView).map(({ phase }) => phase)).toEqual([
      'open',
      'expired',
    ]);
    expect(payableOf(null)).toEqual([]);
  });

  it('are the trick, half of it and too much', () => {
    expect(sendingsFor(payment('open')).map(({ amount }) => amount)).toEqual([
      200, 100_000, 250_000,
    ]);
    expect(sendingsFor(payment('open', 150)).map(({ kind }) => kind)).toEqual(['half', 'more']);
  });
});
