import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { call, useTransport } from '~/api/call';
import { queryClient } from '~/api/queries/client';
import { till } from '~/api/till.svelte';
import { memoryTransport } from '~/api/transport.memory';
import { announcer } from '~/kit/announcer.svelte';
import WithQueries from '~/testing/WithQueries.svelte';
import Products from './Products.svelte';
import { search } from './search';

const user = userEvent.setup();
const button = (name: string | RegExp) => screen.findByRole('button', { name });

beforeEach(async () => {
  search.clear();
  queryClient.clear();
  useTransport(memoryTransport({ latencyMs: 0 }));
  await till.start();
  render(WithQueries, { screen: Products });
  await screen.findByText('14 sản phẩm');
});

describe('the list of products', () => {
  it.each(['cpsd', 'ca phe sua', '8935001200017'])('finds by %s', async (text) => {
    await user.type(screen.getByRole('textbox', { name: 'Tìm sản phẩm' }), text);
    expect(await screen.findByText('1 sản phẩm')).toBeVisible();
    expect(await button('Xem Cà phê sữa đá')).toBeVisible();
  });

  it('exports what it shows', async () => {
    await user.type(screen.getByRole('textbox', { name: 'Tìm sản phẩm' }), 'banh');
    await screen.findByText('2 sản phẩm');
    await user.click(await button('Xuất Excel'));
    await waitFor(() => expect(announcer.spoken).toMatch(/2 dòng vào san-pham\.xlsx/));
  });

  it('says beside the field that a code is taken', async () => {
    await user.click(await button(/Sản phẩm mới/));
    const form = within(await screen.findByRole('dialog', { name: 'Sản phẩm mới' }));
    await user.type(await form.findByRole('textbox', { name: 'Tên' }), 'Trà chanh');
    const sku = form.getByRole('textbox', { name: 'SKU hoặc mã vạch' });
    await user.type(sku, '8935001200017');
    await user.click(form.getByRole('button', { name: 'Lưu' }));
    await waitFor(() => expect(sku).toHaveAccessibleDescription('Mã này đã dùng cho mục khác'));
  });

  it('puts a product on a quick key by keyboard, on that one only', async () => {
    await user.click(await button('Phím nhanh'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Phím nhanh' }));
    const places = within(await dialog.findByRole('toolbar', { name: 'Các ô phím nhanh' }));
    places.getByRole('button', { name: 'Ô 1: Cà phê sữa đá' }).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(places.getByRole('button', { name: 'Ô 9: trống' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(dialog.getByRole('combobox', { name: 'Sản phẩm cho ô 9' })).toHaveFocus();
    await user.keyboard('cpsd{Enter}');
    const ninth = await places.findByRole('button', { name: 'Ô 9: Cà phê sữa đá' });
    await waitFor(() => expect(ninth).toHaveFocus());
    expect(places.getByRole('button', { name: 'Ô 1: trống' })).toBeVisible();
    await user.keyboard('{Delete}');
    await places.findByRole('button', { name: 'Ô 9: trống' });
    const { keys } = await call('quick_keys_get');
    expect(keys.filter((key) => key?.facts.name === 'Cà phê sữa đá')).toEqual([]);
  });
});
