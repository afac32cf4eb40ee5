import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { call, useTransport } from '~/api/call';
import { till } from '~/api/till.svelte';
import { memoryTransport } from '~/api/transport.memory';
import { router } from '~/app/router.svelte';
import Imports from './Imports.svelte';

const user = userEvent.setup();
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const chooser = () => screen.findByLabelText('Chọn tệp Excel (.xlsx) hoặc CSV');
const count = async () => (await call('customer_list', {})).count;

const CSV = [
  'Tên;Số điện thoại;Hạng thẻ',
  'Cô Ba;0901 000 111;vàng',
  'Cô Tư;0901 000 222;bạc',
  'Cô Ba nữa;0901000111;',
  'Cô Năm;12345;',
].join('\n');

async function open(latencyMs = 0) {
  useTransport(memoryTransport({ latencyMs }));
  await till.start();
  router.go({ name: 'customers', isImporting: true });
  render(Imports, { kind: 'customers' });
}

async function choose(content: string, name: string) {
  await user.upload(await chooser(), new File([content], name, { type: 'text/csv' }));
}

afterEach(cleanup);

describe('an import', () => {
  it('shows what it would do, wrong rows first, and writes nothing before', async () => {
    await open();
    const before = await count();
    await choose(CSV, 'khach.csv');
    expect(await screen.findByText('khach.csv: 4 dòng')).toBeVisible();
    expect(screen.getByText(/không nhận ra: Hạng thẻ/)).toBeVisible();
    const [first] = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(first).toHaveTextContent(/5.*Lỗi.*Số điện thoại: .*Cô Năm.*12345/);
    expect(within(first as HTMLElement).getByText('12345').tagName).toBe('MARK');
    expect(screen.getByText('1 dòng lỗi sẽ được bỏ qua.')).toBeVisible();
    expect(await button('Nhập 2 dòng')).toHaveFocus();
    expect(await count()).toBe(before);
  });

  it('filters what it shows by what becomes of a row', async () => {
    await open();
    await choose(CSV, 'khach.csv');
    const shown = () =>
      within(screen.getByRole('table'))
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent);
    await user.click(await screen.findByRole('radio', { name: 'Trùng 1' }));
    expect(shown()).toEqual([expect.stringContaining('Cô Ba nữa')]);
    await user.click(screen.getByRole('radio', { name: 'Mới 2' }));
    expect(shown()).toHaveLength(2);
    await user.click(screen.getByRole('radio', { name: 'Sửa 0' }));
    expect(shown()).toEqual([]);
    expect(screen.getByText('Không có dòng nào như vậy.')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Tất cả 4' }));
    expect(shown()).toHaveLength(4);
  });

  it('says which rows are beyond what can be shown', async () => {
    await open();
    const many = Array.from({ length: 250 }, (_, at) => `Khách ${at};09${10_000_000 + at}`);
    await choose(['Tên;Số điện thoại', ...many, many[0], many[1]].join('\n'), 'khach.csv');
    expect(await screen.findByText(/^Đang hiện 200 trên 252 dòng/)).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Trùng 2' }));
    expect(screen.getByText(/^Xem được 0 trên 2 dòng “Trùng”/)).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Lỗi 0' }));
    expect(screen.queryByText(/^Xem được/)).not.toBeInTheDocument();
  });

  it('says the kind of a customer in words, in rows that are not taken too', async () => {
    await open();
    const lines = ['Tên;Số điện thoại;Loại', 'Cô Ba;0901000111;personal', 'Cty;0901000111;Company'];
    await choose(lines.join('\n'), 'khach.csv');
    await screen.findByText('khach.csv: 2 dòng');
    const table = within(screen.getByRole('table'));
    expect(table.getByText('Cá nhân')).toBeVisible();
    expect(table.getByText('Công ty')).toBeVisible();
    expect(table.queryByText(/personal|company/i)).not.toBeInTheDocument();
  });

  it('is written by one key, and undone', async () => {
    await open();
    const before = await count();
    await choose(CSV, 'khach.csv');
    await button('Nhập 2 dòng');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Đã nhập 2 dòng')).toBeVisible();
    expect(await count()).toBe(before + 2);
    await user.click(await button('Hoàn tác'));
    expect(await screen.findByText('Đã hoàn tác 2 dòng')).toBeVisible();
    expect(await count()).toBe(before);
  });

  it('tells how far a long one is, and stops when asked', async () => {
    await open(15);
    await choose('…', 'nhieu-khach.xlsx');
    await user.click(await button('Nhập 9.842 dòng'));
    expect(await screen.findByText(/Đang nhập [1-9]\S* trên 9\.842 dòng/)).toBeVisible();
    await user.click(await button('Dừng lại'));
    const stopped = await screen.findByText(/^Đã dừng, nhập được \S+ dòng$/);
    const taken = Number(/được (\S+) dòng/.exec(stopped.textContent ?? '')?.[1]?.replace('.', ''));
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(9842);
    await user.click(await button('Hoàn tác'));
    await screen.findByText(/^Đã hoàn tác/);
    expect(await count()).toBe(64);
  });

  it('says what is wrong with a file and takes another', async () => {
    await open();
    await choose('a;b\n1;2', 'la.csv');
    expect(await screen.findByText('Không nhận ra cột nào trong tệp')).toBeVisible();
    await user.click(await button('Chọn tệp khác'));
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
    expect(await chooser()).toBeVisible();
  });
});
