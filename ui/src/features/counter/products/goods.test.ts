import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { till } from '~/api/till.svelte';
import { Bench } from '~/features/counter/bench';

const amount = () => screen.findByRole('textbox', { name: 'Số tiền' });
const key = (name: RegExp) => screen.findByRole('button', { name });
const lines = () => screen.findByRole('list', { name: 'Hàng trên đơn' });

/** A scanner is quick, also where the machine that plays it is busy. */
async function scan(bench: Bench, code: string) {
  let now = performance.now();
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 2));
  await bench.keys(`${code}{Enter}`);
  clock.mockRestore();
}

async function open() {
  const bench = (await Bench.open({ hasBooks: true })).show();
  await screen.findByRole('group', { name: 'Phím nhanh' });
  return bench;
}

afterEach(() => Bench.close());

describe('products on the counter', () => {
  it('stay out of the way of a shop that has none', async () => {
    (await Bench.open()).show();
    await amount();
    expect(screen.queryByRole('radio', { name: 'Hàng hoá' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Xoá một số' })).toBeVisible();
  });

  it('leave a typed amount as quick as it was', async () => {
    const bench = await open();
    await bench.keys('85k{F1}');
    await waitFor(() => expect(bench.asked('payment_create')).toMatchObject([{ amount: 85_000 }]));
    expect(bench.asked('sale_set_lines')).toEqual([]);
  });

  it('make the bill by quick keys, with a stepper and a way off', async () => {
    const bench = await open();
    await bench.user.click(await key(/^Cà phê sữa đá/));
    await bench.user.click(await key(/^Cà phê sữa đá/));
    await bench.user.click(await key(/^Trà đào cam sả/));
    // 2 × 29.160 + 48.600, tax of 8 % included
    await waitFor(async () => expect(await amount()).toHaveValue('106.920'));
    await bench.user.click(await key(/Bớt một Cà phê sữa đá/));
    await waitFor(async () => expect(await amount()).toHaveValue('77.760'));
    await bench.user.click(await key(/Bỏ Trà đào cam sả/));
    await waitFor(() => expect(till.sales[0]?.amount).toBe(29_160));
    expect(within(await lines()).getAllByRole('listitem')).toHaveLength(1);
    await bench.keys('{F1}');
    await waitFor(() => expect(bench.asked('payment_create')).toMatchObject([{ amount: 29_160 }]));
    expect(bench.asked('sale_amount')).toEqual([]);
  });

  it('are found by F3 and the first letters, without the mouse', async () => {
    const bench = await open();
    await bench.keys('{F3}');
    const finder = await screen.findByRole('combobox', { name: 'Tìm sản phẩm để bán' });
    await waitFor(() => expect(finder).toHaveFocus());
    await bench.keys('tdcs{Enter}');
    await waitFor(async () => expect(await amount()).toHaveValue('48.600'));
    expect(finder).toHaveValue('');
    expect(bench.asked('sale_set_lines')).toMatchObject([
      { lines: [{ name: 'Trà đào cam sả', quantity: 1, unitPrice: 48_600 }] },
    ]);
  });

  it('come from a scanner, which is not taken for an amount', async () => {
    const bench = await open();
    (await amount()).focus();
    await scan(bench, '8935001200017');
    await waitFor(async () => expect(await amount()).toHaveValue('29.160'));
    await scan(bench, '8935001200024');
    await waitFor(async () => expect(await amount()).toHaveValue('77.760'));
    expect(bench.asked('payment_create')).toEqual([]);
    expect(bench.asked('sale_amount')).toEqual([]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('come from a scanner on a busy page, that hears of each key late', async () => {
    await open();
    const field = await amount();
    const press = (key: string) =>
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    for (const event of [...'8935001200017', 'Enter'].map(press)) {
      field.dispatchEvent(event);
      await new Promise((heard) => setTimeout(heard, 50));
    }
    await waitFor(async () => expect(await amount()).toHaveValue('29.160'));
  });

  it('are taken off by a typed amount only after a question', async () => {
    const bench = await open();
    await bench.user.click(await key(/^Bạc xỉu/));
    await waitFor(async () => expect(await amount()).toHaveValue('34.560'));
    (await amount()).focus();
    await bench.keys('5');
    const question = await screen.findByRole('dialog', { name: 'Bỏ 1 dòng hàng trên đơn?' });
    await bench.user.click(within(question).getByRole('button', { name: /Giữ hàng/ }));
    await waitFor(async () => expect(await amount()).toHaveValue('34.560'));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    (await amount()).focus();
    await bench.keys('50k');
    const again = await screen.findByRole('dialog', { name: 'Bỏ 1 dòng hàng trên đơn?' });
    await bench.user.click(within(again).getByRole('button', { name: 'Bỏ hàng, nhập số tiền' }));
    await waitFor(() => expect(till.sales[0]?.lines).toEqual([]));
    await waitFor(() => expect(till.sales[0]?.amount).toBe(50_000));
  });
});
