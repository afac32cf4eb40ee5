import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, useTransport } from '~/api/call';
import type { CustomerView, ProductView } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import { memoryTransport } from '~/api/transport.memory';
import CustomerPicker from './CustomerPicker.svelte';
import ProductPicker from './ProductPicker.svelte';

const user = userEvent.setup();
const options = () => screen.findAllByRole('option');

/** Saves the dialog that is open, by the keyboard. */
async function save(name: string) {
  const dialog = within(await screen.findByRole('dialog', { name }));
  dialog.getByRole('button', { name: 'Lưu' }).focus();
  await user.keyboard('{Enter}');
}

beforeEach(async () => {
  useTransport(memoryTransport({ latencyMs: 0 }));
  await till.start();
});
afterEach(cleanup);

describe('the picker of customers', () => {
  const open = (value = '') => {
    const onchoose = vi.fn<(customer: CustomerView) => void>();
    render(CustomerPicker, { value, onchoose });
    return onchoose;
  };
  const field = () => screen.findByRole('combobox', { name: 'Khách hàng' });

  it('chooses by arrows and Enter', async () => {
    const onchoose = open();
    await user.type(await field(), 'nguyen');
    await waitFor(async () => expect((await options()).length).toBeGreaterThan(2));
    await user.keyboard('{ArrowDown}');
    const second = (await options())[1];
    expect(second).toHaveAttribute('aria-selected', 'true');
    expect(await field()).toHaveAttribute('aria-activedescendant', second?.id);
    await user.keyboard('{Enter}');
    expect(onchoose).toHaveBeenCalledOnce();
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  });

  it('makes one in place from a number, and gives the focus back', async () => {
    const onchoose = open();
    await user.type(await field(), '0977 000 999');
    await screen.findByRole('option', { name: 'Tạo khách mới với số 0977 000 999' });
    await user.keyboard('{Enter}');
    const form = within(await screen.findByRole('dialog', { name: 'Khách mới' }));
    expect(form.getByRole('textbox', { name: 'Số điện thoại' })).toHaveValue('0977 000 999');
    await user.type(form.getByRole('textbox', { name: 'Tên' }), 'Dì Sáu');
    await save('Khách mới');
    await waitFor(() => expect(onchoose).toHaveBeenCalledOnce());
    expect(onchoose.mock.calls[0]?.[0].facts).toMatchObject({
      name: 'Dì Sáu',
      phone: '0977000999',
    });
    await waitFor(async () => expect(await field()).toHaveFocus());
  });

  it('goes back to the chosen one when nothing is chosen', async () => {
    const onchoose = open('Cô Hạnh');
    await user.clear(await field());
    await user.type(await field(), 'xyz');
    await user.tab();
    expect(await field()).toHaveValue('Cô Hạnh');
    expect(onchoose).not.toHaveBeenCalled();
  });
});

describe('the picker of products', () => {
  const open = () => {
    const onchoose = vi.fn<(product: ProductView) => void>();
    render(ProductPicker, { onchoose });
    return onchoose;
  };
  const field = () => screen.findByRole('combobox', { name: 'Sản phẩm' });

  it('takes a scanned code although the list was not there yet', async () => {
    const onchoose = open();
    (await field()).focus();
    await user.keyboard('8935001200031{Enter}');
    await waitFor(() => expect(onchoose).toHaveBeenCalledOnce());
    expect(onchoose.mock.calls[0]?.[0].facts.name).toBe('Bạc xỉu');
    expect(await field()).toHaveValue('');
  });

  it('makes a product in place, with a price as people type it and the default tax', async () => {
    const onchoose = open();
    await user.type(await field(), 'Chè bưởi{Enter}');
    const form = within(await screen.findByRole('dialog', { name: 'Sản phẩm mới' }));
    expect(await form.findByRole('textbox', { name: 'Tên' })).toHaveValue('Chè bưởi');
    await user.type(form.getByRole('textbox', { name: 'Giá bán (chưa thuế)' }), '25k');
    expect(await form.findByText(/27\.000/)).toBeVisible();
    await save('Sản phẩm mới');
    await waitFor(() => expect(onchoose).toHaveBeenCalledOnce());
    const { facts } = onchoose.mock.calls[0]?.[0] as ProductView;
    expect(facts).toMatchObject({ salePrice: 25_000, saleTax: 'TAX_CODE_8' });
    expect(facts.sku).not.toBe('');
    expect((await call('product_list', { search: 'cb' })).count).toBe(1);
  });

  it('saves with Enter right after a price, once it was read', async () => {
    useTransport(memoryTransport({ latencyMs: 60 }));
    const onchoose = open();
    await user.type(await field(), 'Chè sen{Enter}');
    const form = within(await screen.findByRole('dialog', { name: 'Sản phẩm mới' }));
    const price = await form.findByRole<HTMLInputElement>('textbox', {
      name: 'Giá bán (chưa thuế)',
    });
    await user.type(price, '25k');
    // What a browser does for Enter, twice.
    price.form?.requestSubmit();
    price.form?.requestSubmit();
    await waitFor(() => expect(onchoose).toHaveBeenCalledOnce());
    expect(onchoose.mock.calls[0]?.[0].facts.salePrice).toBe(25_000);
    expect((await call('product_list', { search: 'cs' })).count).toBe(1);
  });

  it('saves nothing with a price that cannot be read, and goes there', async () => {
    const onchoose = open();
    await user.type(await field(), 'Chè sen{Enter}');
    const form = within(await screen.findByRole('dialog', { name: 'Sản phẩm mới' }));
    const price = await form.findByRole('textbox', { name: 'Giá bán (chưa thuế)' });
    await user.type(price, 'hai mươi gì đó');
    await save('Sản phẩm mới');
    await waitFor(() => expect(price).toHaveFocus());
    expect(price).toHaveAttribute('aria-invalid', 'true');
    expect(onchoose).not.toHaveBeenCalled();
  });
});
