import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, useTransport } from '~/api/call';
import type { PayoutView } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import { memoryTransport } from '~/api/transport.memory';
import BankHand from './BankHand.svelte';
import BankMessages from './BankMessages.svelte';
import { PAYOUT_TROUBLES } from './troubles';

const user = userEvent.setup();
let payout: PayoutView;

const standing = async () => (await call('payout_get', { payoutId: payout.id })).payout.standing;

beforeEach(async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  useTransport(memoryTransport({ latencyMs: 0, paymentCount: 0 }));
  await till.start();
  await call('owner_unlock', { pin: '2468' });
  const { payoutId } = await call('payout_prepare', {
    beneficiaryId: null,
    bankId: '203',
    accountNumber: '123456',
    accountName: 'A B',
    accountId: 'acc-shinhan',
    amount: '6tr',
    description: 'x',
  });
  payout = await call('payout_create', { payoutId, pin: '2468' });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the bank of practice mode', () => {
  it.each([
    ['Chuyển thành công', 'succeeded'],
    ['Không chuyển được', 'failed'],
    ['Để sang đối soát T+1', 'settling'],
    ['Báo trạng thái lạ', 'odd'],
  ])('"%s" makes it %s', async (label, after) => {
    render(BankHand, { payoutId: payout.id });
    await user.click(screen.getByRole('button', { name: label }));
    await expect.poll(standing).toBe(after);
  });

  it('sends a message with the code, to be copied by a person', async () => {
    const written = vi.fn(() => Promise.resolve());
    render(BankMessages, { payoutId: payout.id });
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(written);
    const code = till.practice.messages[0]?.code ?? '?';
    expect(screen.getByRole('log')).toHaveTextContent(new RegExp(`OTP ${code}.*6\\.000\\.000`));
    expect(written).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Sao chép mã' }));
    expect(written).toHaveBeenCalledWith(code);
  });

  it('takes the message back when the code ran out', async () => {
    render(BankHand, { payoutId: payout.id });
    render(BankMessages, { payoutId: payout.id });
    await user.click(screen.getByRole('button', { name: 'Cho mã OTP hết hạn' }));
    await waitFor(() => expect(screen.getByRole('log').textContent).toBe(''));
  });

  it('names every trouble in words', () => {
    render(BankHand, { payoutId: null });
    const names = screen.getAllByRole('checkbox').map((box) => box.parentElement?.textContent);
    expect(names).toHaveLength(PAYOUT_TROUBLES.length);
    expect(names.every((name) => name?.includes(' '))).toBe(true);
  });
});
