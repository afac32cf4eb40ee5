import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, useTransport } from '~/api/call';
import { till } from '~/api/till.svelte';
import { memoryTransport } from '~/api/transport.memory';
import PracticeHand from './PracticeHand.svelte';

const user = userEvent.setup();

async function open(options: Parameters<typeof memoryTransport>[0] = {}) {
  useTransport(memoryTransport({ latencyMs: 0, paymentCount: 0, ...options }));
  await till.start();
  render(PracticeHand);
}

async function ask(amount: number) {
  const { id: saleId, nextIntentId: intentId } = await call('sale_open');
  await till.focusSale(saleId);
  await call('payment_create', { saleId, intentId, amount });
}

const payment = () => till.sales.find(({ id }) => id === till.focusedSaleId)?.payments[0];

const onWindow = (isRoomy: boolean) => vi.stubGlobal('matchMedia', () => ({ matches: isRoomy }));

beforeEach(() => onWindow(true));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the hand of practice mode', () => {
  it('waits for a QR', async () => {
    await open();
    expect(screen.getByText(/Tạo mã QR trước/)).toBeVisible();
  });

  it.each([
    [/Chuyển đủ/, 'paid'],
    [/Chiêu 200/, 'short'],
    [/Chuyển một nửa/, 'short'],
    [/Chuyển thừa/, 'over'],
  ])('plays the customer: %s is %s', async (label, verdict) => {
    await open();
    await ask(200_000);
    await user.click(await screen.findByRole('button', { name: label }));
    await waitFor(() => expect(payment()?.verdict).toBe(verdict));
  });

  it('sends any other sum, read as the counter reads it', async () => {
    await open();
    await ask(200_000);
    await user.type(await screen.findByRole('textbox', { name: 'Số khác (₫)' }), '150k{Enter}');
    await waitFor(() => expect(payment()?.received).toBe(150_000));
  });

  it('lets the QR run out, and can still pay it late', async () => {
    await open();
    await ask(200_000);
    await user.click(await screen.findByRole('button', { name: 'Để hết hạn' }));
    await waitFor(() => expect(payment()?.phase).toBe('expired'));
    await user.click(screen.getByRole('button', { name: /Chuyển đủ/ }));
    await waitFor(() => expect(payment()?.isLate).toBe(true));
  });

  it.each([
    [/Đồng ý, trả phần đầu/, 'accepted'],
    [/Chọn trả phần đầu tại quầy/, 'firstPart'],
    [/Từ chối/, 'refused'],
    [/Để hết hạn/, 'expired'],
  ])('plays the customer of an instalment payment: %s is %s', async (label, stage) => {
    await open();
    const { id: saleId, nextIntentId: intentId } = await call('sale_open');
    await till.focusSale(saleId);
    const customer = { phone: '0987654321', lastName: 'Lê', firstName: 'Hoa', email: 'a@b.vn' };
    const goods = 'Đơn 1';
    const rest = { customer, goods, address: null, planId: null };
    await call('instalment_create', { saleId, intentId, amount: 3_000_000, ...rest });
    await user.click(await screen.findByRole('button', { name: 'Mở mã, bắt đầu làm' }));
    await waitFor(() => expect(payment()?.instalment?.stage).toBe('inProgress'));
    expect(screen.queryByRole('button', { name: /Chuyển đủ/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: label }));
    await waitFor(() => expect(payment()?.instalment?.stage).toBe(stage));
  });

  it('switches troubles on and off', async () => {
    await open();
    const trouble = screen.getByRole('checkbox', { name: 'Mất mạng' });
    await user.click(trouble);
    await waitFor(() => expect(till.practice.troubles).toEqual(['noNetwork']));
    expect(trouble).toBeChecked();
    await user.click(trouble);
    await waitFor(() => expect(till.practice.troubles).toEqual([]));
  });

  it('starts folded where the window is small, so that the QR keeps its room', async () => {
    onWindow(false);
    await open();
    expect(screen.queryByText('Sự cố')).toBeNull();
  });

  it('folds away', async () => {
    await open();
    await user.click(screen.getByRole('button', { name: 'Thu gọn' }));
    expect(screen.queryByText('Sự cố')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Mở bảng luyện tập' }));
    expect(screen.getByText('Sự cố')).toBeVisible();
  });

  it('is not there with real money', async () => {
    await open({ environment: 'production' });
    expect(screen.queryByRole('complementary')).toBeNull();
  });
});
