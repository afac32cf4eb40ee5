import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { call, useTransport } from '~/api/call';
import { queryClient } from '~/api/queries/client';
import { till } from '~/api/till.svelte';
import { memoryTransport } from '~/api/transport.memory';
import WithQueries from '~/testing/WithQueries.svelte';
import CodeSettings from './CodeSettings.svelte';

const user = userEvent.setup();
const taxes = async () => within(await screen.findByRole('table', { name: 'Mã thuế' }));

beforeEach(async () => {
  queryClient.clear();
  useTransport(memoryTransport({ latencyMs: 0 }));
  await till.start();
  render(WithQueries, { screen: CodeSettings });
});

describe('the code tables', () => {
  it('say how sure each code is and change only the shop’s own', async () => {
    const table = await taxes();
    const row = within(table.getByRole('row', { name: /TAX_CODE_5/ }));
    expect(row.getByText('suy đoán')).toBeVisible();
    expect(within(table.getByRole('row', { name: /TAX_CODE_10/ })).getByText('theo tài liệu'));
    expect(row.queryByRole('button')).not.toBeInTheDocument();
  });

  it('take a code of the shop’s own, as default, and lose it again', async () => {
    await taxes();
    await user.click(screen.getByRole('button', { name: 'Thêm mã vào bảng “Mã thuế”' }));
    const form = within(await screen.findByRole('dialog'));
    await user.type(form.getByRole('textbox', { name: 'Mã' }), 'TAX_CODE_3');
    await user.type(form.getByRole('textbox', { name: 'Tên' }), 'Thuế khoán');
    await user.type(form.getByRole('textbox', { name: 'Thuế suất (%)' }), '3,5');
    await user.click(form.getByRole('button', { name: 'Lưu' }));
    const row = within(await (await taxes()).findByRole('row', { name: /TAX_CODE_3/ }));
    expect(row.getByText('3,5%')).toBeVisible();
    expect(row.getByText('cửa hàng nhập')).toBeVisible();
    await user.click(row.getByRole('radio', { name: 'Thuế khoán là mặc định' }));
    await expect.poll(async () => (await call('codes_get')).defaultTax).toBe('TAX_CODE_3');
    await user.click(screen.getByRole('button', { name: 'Bỏ mã TAX_CODE_3' }));
    await expect.poll(async () => (await call('codes_get')).tax).toHaveLength(4);
    expect((await call('codes_get')).defaultTax).toBe('TAX_CODE_10');
  });
});
