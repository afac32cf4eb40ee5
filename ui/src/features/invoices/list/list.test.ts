import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONTENT, Bench } from '~/features/invoices/bench';
import { router } from '~/app/router.svelte';
import { call } from '~/api/call';
import { filter } from './filter.svelte';

let bench: Bench;

const customer = (name: string) => ({
  customer: CONTENT.customer && { ...CONTENT.customer, name },
});
const rows = () => screen.queryAllByRole('button', { name: /^Mở phiếu/ });
const names = () => rows().map((row) => row.getAttribute('aria-label'));

beforeEach(async () => {
  bench = await Bench.open();
  filter.clear();
});

afterEach(() => Bench.close());

describe('the list of invoices', () => {
  it('has drafts on top, and sums of what is shown', async () => {
    await bench.drafted(customer('Người Chưa Gửi'));
    const one = await bench.sent(customer('Anh Đức'));
    await bench.sent(customer('Chị Hạnh'));
    await call('practice_pay', { paymentId: one.id, what: { kind: 'pay', amount: 100_000 } });
    bench.show();
    expect(await screen.findByText('2 phiếu')).toBeVisible();
    expect(screen.getByText('Người Chưa Gửi')).toBeVisible();
    expect(screen.getByText(/^Phải thu/)).toHaveTextContent('756.000');
    expect(screen.getByText(/^Đã nhận/, { selector: 'p' })).toHaveTextContent('100.000');
    expect(names().some((name) => name?.includes('Anh Đức') && name.includes('Thiếu'))).toBe(true);
  });

  it('searches while it is typed, without marks, and says what it hides', async () => {
    await bench.sent(customer('Anh Đức'));
    await bench.sent(customer('Chị Hạnh'));
    bench.show();
    await expect.poll(() => rows().length).toBe(2);
    await bench.keys('{Control>}f{/Control}');
    await bench.keys('anh duc');
    await expect.poll(() => rows().length).toBe(1);
    expect(names()[0]).toContain('Anh Đức');
    expect(screen.getByText('(“anh duc”)')).toBeVisible();
    await bench.user.click(screen.getByRole('button', { name: 'Bỏ lọc' }));
    await expect.poll(() => rows().length).toBe(2);
  });

  it('shows only the standings that are chosen', async () => {
    const one = await bench.sent(customer('Anh Đức'));
    await bench.sent(customer('Chị Hạnh'));
    await call('practice_pay', { paymentId: one.id, what: { kind: 'payFull' } });
    bench.show();
    await expect.poll(() => rows().length).toBe(2);
    const paid = screen.getByRole('button', { name: 'Đã trả' });
    await bench.user.click(paid);
    await expect.poll(() => rows().length).toBe(1);
    expect(names()[0]).toContain('Anh Đức');
    expect(paid).toHaveAttribute('aria-pressed', 'true');
  });

  it('is walked through with the arrows and opened with Enter', async () => {
    await bench.sent(customer('Anh Đức'));
    bench.show();
    await expect.poll(() => rows().length).toBe(1);
    await bench.keys('{Control>}f{/Control}');
    await bench.keys('{ArrowDown}');
    expect(document.activeElement).toBe(rows()[0]);
    await bench.keys('{Enter}');
    expect(await screen.findByRole('heading', { name: /^Phiếu PT-/ })).toBeVisible();
    await bench.keys('{Escape}');
    await expect.poll(() => rows().length).toBe(1);
    expect(router.place.name).toBe('invoices');
  });

  it('follows an invoice that is paid meanwhile', async () => {
    const one = await bench.sent();
    bench.show();
    await expect.poll(() => names()[0]).toContain('Chờ thanh toán');
    await call('practice_pay', { paymentId: one.id, what: { kind: 'payFull' } });
    await expect.poll(() => names()[0]).toContain('Đã trả');
  });

  it('shows that one fell due as soon as the host tells, without being opened again', async () => {
    const due = Date.now() + 1_500;
    const one = await bench.sent({ dueDate: new Date(due).toISOString() });
    bench.show();
    await expect.poll(() => names()[0]).toContain('Chờ thanh toán');
    await expect.poll(() => Date.now() > due).toBe(true);
    expect(names()[0]).toContain('Chờ thanh toán');
    // Whatever makes the host look at it again tells of it.
    await call('payment_check', { paymentId: one.id });
    await expect.poll(() => names()[0]).toContain('Quá hạn');
  });
});
