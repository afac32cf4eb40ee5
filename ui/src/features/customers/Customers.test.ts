import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, useTransport } from '~/api/call';
import { queryClient } from '~/api/queries/client';
import { till } from '~/api/till.svelte';
import { memoryTransport } from '~/api/transport.memory';
import { router } from '~/app/router.svelte';
import { shortcuts } from '~/app/shortcuts.svelte';
import { announcer } from '~/kit/announcer.svelte';
import Here from './Here.svelte';
import { search } from './search';

const user = userEvent.setup();
const handleKey = (event: KeyboardEvent) => shortcuts.handle(event);
const field = () => screen.findByRole('textbox', { name: 'Tìm khách hàng' });
const dialog = async (name: string | RegExp) => within(await screen.findByRole('dialog', { name }));

/** By keyboard, on the button: jsdom knows no implicit submission by a button outside of its form. */
async function save(form: Awaited<ReturnType<typeof dialog>>) {
  form.getByRole('button', { name: 'Lưu' }).focus();
  await user.keyboard('{Enter}');
}

async function open(hasBooks = true) {
  useTransport(memoryTransport({ latencyMs: 0, hasBooks }));
  await till.start();
  router.go({ name: 'customers' });
  render(Here);
  await screen.findByText(hasBooks ? '64 khách hàng' : 'Chưa có khách hàng');
}

beforeEach(() => {
  search.clear();
  queryClient.clear();
  window.addEventListener('keydown', handleKey);
});
afterEach(() => {
  cleanup();
  window.removeEventListener('keydown', handleKey);
});

describe('the list of customers', () => {
  it('says how fresh it is and marks rows by words', async () => {
    await open();
    expect(await screen.findByText(/Đồng bộ lúc \d\d:\d\d.* · 1 dòng bị từ chối/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Cần xem lại' }));
    expect(await screen.findByText('2 khách hàng')).toBeVisible();
    expect(screen.getByText('Bị từ chối')).toBeVisible();
    expect(screen.getByText('Đã xoá ở cổng')).toBeVisible();
  });

  it('exports exactly what it shows', async () => {
    await open();
    await user.click(screen.getByRole('button', { name: 'Cần xem lại' }));
    await screen.findByText('2 khách hàng');
    await user.click(screen.getByRole('button', { name: 'Xuất Excel' }));
    await waitFor(() => expect(announcer.spoken).toContain('Đã ghi 2 dòng'));
  });

  it('finds without marks and by a tax code', async () => {
    await open();
    await user.type(await field(), 'banh mi');
    expect(await screen.findByText('1 khách hàng')).toBeVisible();
    await user.clear(await field());
    await user.type(await field(), '0101234567');
    await waitFor(() => expect(screen.getByText('Công ty TNHH Bánh Mì Góc Phố')).toBeVisible());
  });

  it('goes from the search into the rows and back by arrows, and opens by Enter', async () => {
    await open();
    await user.keyboard('/');
    expect(await field()).toHaveFocus();
    await user.keyboard('banh mi');
    await screen.findByText('1 khách hàng');
    await user.keyboard('{ArrowDown}');
    const row = screen.getByRole('button', { name: 'Xem Công ty TNHH Bánh Mì Góc Phố' });
    expect(row).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(await field()).toHaveFocus();
    await user.keyboard('{ArrowDown}{Enter}');
    const detail = await dialog('Công ty TNHH Bánh Mì Góc Phố');
    expect(await detail.findByText('0101234567')).toBeVisible();
    expect(detail.getByText(/Vũ Thị Kế Toán · 0988 776 655/)).toBeVisible();
  });

  it('makes a customer of a number nobody has, without the mouse', async () => {
    await open();
    await user.keyboard('/0971.234.567');
    const make = await screen.findByRole('button', { name: 'Tạo khách mới với số này' });
    make.focus();
    await user.keyboard('{Enter}');
    const form = await dialog('Khách mới');
    const phone = form.getByRole('textbox', { name: 'Số điện thoại' });
    expect(phone).toHaveValue('0971.234.567');
    expect(phone).toHaveFocus();
    await user.keyboard('{Tab}Cô Bảy');
    await save(form);
    const detail = await dialog('Cô Bảy');
    expect(await detail.findByText('0971 234 567')).toBeVisible();
    expect(detail.getByText(/chưa gửi lên cổng/)).toBeVisible();
    const { rows } = await call('customer_list', { search: '0971234567' });
    expect(rows[0]?.facts.code).toMatch(/^KH/);
  });

  it('refuses beside the field, and lets it be corrected', async () => {
    await open(false);
    await user.keyboard('{Control>}n{/Control}');
    const form = await dialog('Khách mới');
    const phone = form.getByRole('textbox', { name: 'Số điện thoại' });
    await waitFor(() => expect(phone).toHaveFocus());
    await user.keyboard('12345{Tab}Chú Tư');
    await save(form);
    await waitFor(() => expect(phone).toHaveAccessibleDescription(/số điện thoại/i));
    await user.clear(phone);
    await user.type(phone, '+84 912 000 111');
    await save(form);
    await dialog('Chú Tư');
    expect((await call('customer_list', {})).rows[0]?.facts.phone).toBe('0912000111');
  });

  it('asks a company for a contact person', async () => {
    await open(false);
    await user.keyboard('{Control>}n{/Control}');
    const form = await dialog('Khách mới');
    await user.click(form.getByRole('radio', { name: 'Công ty' }));
    await user.type(form.getByRole('textbox', { name: 'Tên công ty' }), 'Công ty Mây');
    const phones = form.getAllByRole('textbox', { name: 'Số điện thoại' });
    await user.type(phones[0] as HTMLElement, '02838001122');
    await user.click(form.getByRole('button', { name: 'Lưu' }));
    const contacts = within(await form.findByRole('group', { name: 'Người liên hệ' }));
    expect(await contacts.findByRole('alert')).toHaveTextContent(/ít nhất một người liên hệ/);
    await user.type(contacts.getByRole('textbox', { name: 'Tên' }), 'Chị Mây');
    await user.click(form.getByRole('button', { name: 'Lưu' }));
    const own = () => contacts.getByRole('textbox', { name: 'Số điện thoại' });
    await waitFor(() => expect(own()).toHaveAccessibleDescription('Còn trống.'));
    await user.type(own(), '0909 111 222');
    await user.click(form.getByRole('button', { name: 'Lưu' }));
    await dialog('Công ty Mây');
  });

  it('asks before it deletes', async () => {
    await open();
    await user.keyboard('/banh mi');
    await screen.findByText('1 khách hàng');
    await user.keyboard('{Enter}');
    const detail = await dialog('Công ty TNHH Bánh Mì Góc Phố');
    await user.click(await detail.findByRole('button', { name: 'Xoá' }));
    const question = await dialog(/^Xoá “Công ty/);
    await user.click(question.getByRole('button', { name: 'Xoá' }));
    expect(await screen.findByText('Chờ xoá')).toBeVisible();
    expect(router.place).toEqual({ name: 'customers' });
  });
});
