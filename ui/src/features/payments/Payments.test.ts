import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { call, useTransport } from '~/api/call';
import { till } from '~/api/till.svelte';
import { memoryTransport } from '~/api/transport.memory';
import { router } from '~/app/router.svelte';
import WithQueries from '~/testing/WithQueries.svelte';
import { instalmentOfNow, invoiceOfNow } from './testing';
import { filter } from './filter.svelte';
import Payments from './Payments.svelte';

const user = userEvent.setup();
const rows = () => document.querySelectorAll('[data-row]');
let everything = '';

beforeEach(async () => {
  filter.clear();
  filter.preset = 'all';
  useTransport(memoryTransport({ latencyMs: 0 }));
  await till.start();
  everything = `${(await call('payment_list', {})).count} giao dịch`;
  render(WithQueries, { screen: Payments });
  await screen.findByText(everything);
});

describe('the list of payments', () => {
  it('draws few of many rows', () => {
    expect(rows().length).toBeGreaterThan(5);
    expect(rows().length).toBeLessThanOrEqual(60);
  });

  it('finds words without their marks, and amounts', async () => {
    await user.type(screen.getByLabelText('Tìm giao dịch'), 'ca phe');
    expect(await screen.findByText('20 giao dịch')).toBeVisible();
    await user.clear(screen.getByLabelText('Tìm giao dịch'));
    await user.type(screen.getByLabelText('Tìm giao dịch'), '500k');
    expect(await screen.findByText('20 giao dịch')).toBeVisible();
  });

  it('filters by verdict, says so and clears', async () => {
    await user.click(screen.getByRole('button', { name: 'Thiếu' }));
    expect(await screen.findByText('(Tất cả · Thiếu)')).toBeVisible();
    const { count } = await call('payment_list', { verdicts: ['short'] });
    expect(await screen.findByText(`${count} giao dịch`)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Bỏ lọc' }));
    expect(await screen.findByText(everything)).toBeVisible();
  });

  it('filters by method, says so and clears', async () => {
    await instalmentOfNow();
    const { count: all } = await call('payment_list', {});
    expect(await screen.findByText(`${all} giao dịch`)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Trả góp' }));
    expect(await screen.findByText('(Tất cả · Trả góp)')).toBeVisible();
    expect(await screen.findByText('1 giao dịch')).toBeVisible();
    expect(screen.getByText('NGUYỄN VĂN AN')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'VietQR' }));
    const { count: both } = await call('payment_list', { methods: ['transfer', 'instalment'] });
    expect(both).toBeGreaterThan(1);
    expect(await screen.findByText(`${both} giao dịch`)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Bỏ lọc' }));
    expect(screen.getByRole('button', { name: 'Trả góp' })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
  });

  it('marks what went back to the customer', async () => {
    const { id } = await instalmentOfNow({ kind: 'accept' });
    await call('instalment_refund', { paymentId: id, reason: '' });
    expect(await screen.findByText('Đã hoàn tiền')).toBeVisible();
  });

  it('opens a payment from its row', async () => {
    await user.click(screen.getAllByRole('button', { name: /^Xem Đơn 177/ })[0] as HTMLElement);
    expect(router.place).toMatchObject({ name: 'payments', paymentId: 'old-pay-1003' });
  });

  it('calls the payment of an invoice by its code and customer, and leads to the invoice', async () => {
    const { code, id } = await invoiceOfNow();
    await user.click(await screen.findByRole('button', { name: /^Xem Công ty Góc Phố/ }));
    expect(router.place).toMatchObject({ name: 'payments', paymentId: id });
    const row = screen.getByText('Công ty Góc Phố').closest<HTMLElement>('[role="row"]');
    await waitFor(() => expect(row).toHaveTextContent(code));
    expect(row).not.toHaveTextContent(/TV\w{6}/);

    cleanup();
    render(WithQueries, { screen: Payments, given: { paymentId: id } });
    const dialog = within(
      await screen.findByRole('dialog', { name: `Phiếu ${code} · Công ty Góc Phố` }),
    );
    await user.click(dialog.getByRole('button', { name: `Mở phiếu ${code}` }));
    expect(router.place).toMatchObject({ name: 'invoices', at: { kind: 'invoice', id } });
  });
});
