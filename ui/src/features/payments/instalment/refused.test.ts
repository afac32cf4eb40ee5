import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTransport } from '~/api/call';
import type { PaymentView, StepView } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import { memoryTransport } from '~/api/transport.memory';
import { instalmentOfNow } from '~/features/payments/testing';
import { setLanguage } from '~/i18n/language.svelte';
import InstalmentActions from './InstalmentActions.svelte';
import StepsTaken from './StepsTaken.svelte';

const STEP: StepView = {
  phase: 'refused',
  reference: 'HT-1',
  gatewayId: null,
  said: { result: 'PAYMENT_INPROGRESS', message: 'Đang xử lý' },
  problem: null,
  at: '2026-11-21T03:00:00Z',
  nextTryAt: null,
};

async function withRefund(step: Partial<StepView>): Promise<void> {
  const payment: PaymentView = structuredClone(await instalmentOfNow({ kind: 'accept' }));
  const own = payment.instalment;
  if (!own) throw new Error('An instalment payment has what is its own.');
  own.said = null;
  own.refund = { amount: payment.amount, reason: null, step: { ...STEP, ...step } };
  render(StepsTaken, { own });
  render(InstalmentActions, { payment, own });
}

beforeEach(async () => {
  setLanguage('vi');
  useTransport(memoryTransport({ latencyMs: 0 }));
  await till.start();
});

describe('a refund that was not done', () => {
  it("tells Fundiin's reason when refused, and can be asked for again", async () => {
    await withRefund({});
    expect(screen.getByText('Fundiin không nhận')).toBeVisible();
    expect(screen.getByText('Khách đang trả trên điện thoại')).toBeVisible();
    expect(screen.getByText('PAYMENT_INPROGRESS – Đang xử lý')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Hoàn tiền' })).toBeVisible();
  });

  it.each(['sending', 'unclear'] as const)('has no second button while %s', async (phase) => {
    await withRefund({ phase, said: null, nextTryAt: '2026-11-21T03:01:00Z' });
    expect(screen.getByText(/không tạo lệnh hoàn mới/)).toHaveTextContent('10:01:00');
    expect(screen.queryByRole('button', { name: 'Hoàn tiền' })).not.toBeInTheDocument();
  });
});
