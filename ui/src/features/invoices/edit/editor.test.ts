import { fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from '~/api/call';
import { Bench, CONTENT } from '~/features/invoices/bench';
import { openChange, openDraft, openNew } from '~/features/invoices/places';

let bench: Bench;

beforeEach(async () => {
  bench = await Bench.open();
});

afterEach(() => Bench.close());

const last = <Item>(items: readonly Item[]): Item | undefined => items.at(-1);
const saved = () => last(bench.asked('invoice_draft_save'))?.content;
const field = (label: string) => Bench.field(label);
const isFocused = (label: string) =>
  expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe(label);

async function openedDraft() {
  const draft = await bench.drafted();
  bench.show();
  openDraft(draft.id);
  await field('Số lượng, dòng 1');
  return draft;
}

/** A draft with "Trà đào" and "Cà phê". */
async function openedTwoLines() {
  const [line] = CONTENT.lines;
  if (!line) throw new Error('a line');
  const draft = await bench.drafted({
    lines: [line, { ...line, name: 'Cà phê', sku: 'CF', quantity: 2 }],
  });
  bench.show();
  openDraft(draft.id);
  await field('Số lượng, dòng 1');
}

/** The product of a line, as a button. */
const product = (line: number) =>
  screen.getByRole('button', { name: new RegExp(`^Hàng hoá, dòng ${line}`) });
const adding = () => screen.getByRole('combobox', { name: 'Thêm hàng' });

describe('writing an invoice', () => {
  it('goes from a new customer and a new product to the sent invoice by the keyboard alone', async () => {
    bench.show();
    await screen.findByText('Không có phiếu nào');
    await bench.keys('{Control>}n{/Control}');
    const customer = await screen.findByRole('combobox', { name: 'Khách hàng' });
    await expect.poll(() => document.activeElement).toBe(customer);

    await bench.keys('Quán Mới Toanh{Enter}');
    const people = within(await screen.findByRole('dialog'));
    const phone = await people.findByLabelText(/^Số điện thoại/);
    await bench.user.click(phone);
    await bench.keys('0987654399');
    (await people.findByRole('button', { name: 'Lưu' })).focus();
    await bench.keys('{Enter}');
    const product = await screen.findByRole('combobox', { name: 'Thêm hàng' });
    await expect.poll(() => document.activeElement).toBe(product);

    await bench.keys('Bánh Lạ Kỳ{Enter}');
    const goods = within(await screen.findByRole('dialog'));
    const price = await goods.findByLabelText(/^Giá bán/);
    await bench.user.click(price);
    await bench.keys('40000');
    (await goods.findByRole('button', { name: 'Lưu' })).focus();
    await bench.keys('{Enter}');
    await isFocused('Số lượng, dòng 1');
    await bench.keys('3{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Thêm hàng' }));
    expect(await screen.findByText(/^129\.600/)).toBeVisible();

    await bench.keys('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Chờ thanh toán')).toBeVisible();
    expect(bench.asked('invoice_create')).toHaveLength(1);
    const { rows, drafts } = await call('invoice_list', {});
    expect(rows.map(({ customerName, total }) => [customerName, total])).toEqual([
      ['Quán Mới Toanh', 129_600],
    ]);
    expect(drafts).toEqual([]);
  });

  it('says that it is no legal invoice', async () => {
    await openedDraft();
    expect(screen.getByText('Phiếu yêu cầu thanh toán – không phải hóa đơn điện tử')).toBeVisible();
  });

  it('goes on to the next line with Enter from any cell, and through the cells with Tab', async () => {
    await openedTwoLines();
    const words = ['Số lượng', 'Đơn giá', 'Thành tiền', 'Thuế', 'Ghi chú'];
    for (const word of words) {
      (await field(`${word}, dòng 1`)).focus();
      await bench.keys('{Enter}');
      expect(document.activeElement).toBe(product(2));
    }
    for (const word of words) {
      await bench.keys('{Tab}');
      await isFocused(`${word}, dòng 2`);
    }
    await bench.keys('{Enter}');
    expect(document.activeElement).toBe(adding());
  });

  it('goes back a line with Shift+Enter, and stays in the first one', async () => {
    await openedTwoLines();
    adding().focus();
    await bench.keys('cpsd{Shift>}{Enter}{/Shift}');
    await isFocused('Số lượng, dòng 2');
    (await field('Ghi chú, dòng 2')).focus();
    await bench.keys('{Shift>}{Enter}{/Shift}');
    await isFocused('Ghi chú, dòng 1');
    await bench.keys('{Shift>}{Enter}{/Shift}');
    await isFocused('Ghi chú, dòng 1');
    product(2).focus();
    await bench.keys('{Shift>}{Enter}{/Shift}');
    await isFocused('Số lượng, dòng 1');
    expect(saved()?.lines.map(({ name }) => name)).toEqual(['Trà đào', 'Cà phê']);
  });

  it('takes the highlighted product with Enter and goes to the quantity, or keeps the old one', async () => {
    await openedTwoLines();
    product(2).focus();
    await bench.keys('{Enter}');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
    await bench.keys('{Enter}');
    await isFocused('Số lượng, dòng 2');
    expect(product(2)).toHaveTextContent('Cà phê');

    product(2).focus();
    await bench.keys('{Enter}');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
    await bench.keys('bac xiu{Enter}');
    await isFocused('Số lượng, dòng 2');
    await expect.poll(() => saved()?.lines[1]?.name).toBe('Bạc xỉu');
  });

  it('shows the product again when its search is left', async () => {
    await openedTwoLines();
    product(1).focus();
    await bench.keys('{Enter}');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
    await bench.keys('xyz{Tab}');
    await isFocused('Số lượng, dòng 1');
    await expect.poll(() => product(1).textContent).toContain('Trà đào');
  });

  it('leaves the table with Enter where no new line is begun', async () => {
    await openedTwoLines();
    adding().focus();
    await bench.keys('{Enter}');
    const types = within(screen.getByRole('group', { name: 'Giá và thuế' }));
    const chosen = types.getAllByRole<HTMLInputElement>('radio').find(({ checked }) => checked);
    expect(document.activeElement).toBe(chosen);
    expect(saved()?.lines).toHaveLength(2);
  });

  it('moves and removes lines without the mouse', async () => {
    await openedTwoLines();
    (await field('Số lượng, dòng 2')).focus();
    await bench.keys('{Alt>}{ArrowUp}{/Alt}');
    await isFocused('Số lượng, dòng 1');
    await expect.poll(() => saved()?.lines.map(({ name }) => name)).toEqual(['Cà phê', 'Trà đào']);
    await bench.keys('{Control>}{Delete}{/Control}');
    await expect.poll(() => saved()?.lines.map(({ name }) => name)).toEqual(['Trà đào']);
    await isFocused('Số lượng, dòng 1');
  });

  it('counts the price from a line total that divides evenly, and says so when it does not', async () => {
    await openedDraft();
    const total = await field('Thành tiền, dòng 1');
    await bench.user.clear(total);
    await bench.user.type(total, '400k');
    await bench.user.tab();
    await expect.poll(async () => (await field('Đơn giá, dòng 1')).value).toBe('40.000');
    await expect.poll(() => saved()?.lines[0]?.unitPrice).toBe(40_000);

    await bench.user.clear(total);
    await bench.user.type(total, '400.001');
    await bench.user.tab();
    expect(await screen.findByText(/Không chia đều được cho 10/)).toBeVisible();
    expect((await field('Đơn giá, dòng 1')).value).toBe('40.000');
    await bench.keys('{Control>}{Enter}{/Control}');
    await expect.poll(() => document.activeElement).toBe(total);
    expect(bench.asked('invoice_create')).toHaveLength(0);
  });
});

describe('the draft', () => {
  it('is saved a moment after the last key and shows what it comes to, as a preview', async () => {
    await openedDraft();
    const totals = within(screen.getByRole('region', { name: /^Tổng cộng tạm tính/ }));
    expect(totals.getByText(/^378\.000/)).toBeVisible();
    const quantity = await field('Số lượng, dòng 1');
    await bench.user.click(quantity);
    const before = bench.asked('invoice_draft_save').length;
    await fireEvent.input(quantity, { target: { value: '2' } });
    await fireEvent.input(quantity, { target: { value: '20' } });
    expect(bench.asked('invoice_draft_save')).toHaveLength(before);
    expect(await totals.findByText(/^756\.000/)).toBeVisible();
    expect(bench.asked('invoice_draft_save')).toHaveLength(before + 1);
    expect(totals.getByText(/bảy trăm năm mươi sáu nghìn/)).toBeVisible();
    expect(screen.getByText('Đã lưu nháp')).toBeVisible();
  });

  it('never loses or overwrites what is typed while the host is slow', async () => {
    await openedDraft();
    const release = bench.hold();
    const note = await field('Ghi chú cho khách');
    await bench.user.type(note, 'Giao');
    await expect.poll(() => saved()?.note).toBe('Giao');
    await bench.user.type(note, ' buổi sáng');
    expect(screen.getByText('Đang lưu nháp…')).toBeVisible();
    release();
    await expect.poll(() => saved()?.note).toBe('Giao buổi sáng');
    expect(note.value).toBe('Giao buổi sáng');
    expect(document.activeElement).toBe(note);
  });

  it('stays at hand when it could not be saved, even after its screen was left', async () => {
    bench.show();
    openNew();
    const note = await field('Ghi chú cho khách');
    bench.refuse('invoice_draft_save', { code: 'storage_full' });
    await bench.user.type(note, 'Đừng mất');
    expect(await screen.findByText(/Những gì đã nhập vẫn còn ở đây/)).toBeVisible();
    await bench.keys('{Escape}');
    await bench.user.click(await screen.findByRole('button', { name: /Chưa lưu được/ }));
    expect((await field('Ghi chú cho khách')).value).toBe('Đừng mất');
    bench.allow('invoice_draft_save');
    await bench.user.click(screen.getByRole('button', { name: 'Thử lại' }));
    await expect.poll(async () => (await call('invoice_list', {})).drafts.length).toBe(1);
  });

  it('is not begun by only looking', async () => {
    bench.show();
    openNew();
    await field('Ghi chú cho khách');
    await bench.keys('{Escape}');
    await screen.findByText('Không có phiếu nào');
    expect(bench.asked('invoice_draft_save')).toHaveLength(0);
  });
});

describe('problems', () => {
  it('are told at their field once it was left, not while it is typed', async () => {
    await openedDraft();
    const quantity = await field('Số lượng, dòng 1');
    await bench.user.clear(quantity);
    await bench.user.type(quantity, '0');
    await expect.poll(() => saved()?.lines[0]?.quantity).toBe(0);
    expect(quantity).not.toHaveAttribute('aria-invalid');
    await bench.user.tab();
    await expect.poll(() => quantity.getAttribute('aria-invalid')).toBe('true');
    expect(quantity).toHaveAccessibleDescription('Số lượng phải là số nguyên lớn hơn 0');
  });

  it('all show when it is to be sent, and the first gets the focus', async () => {
    bench.show();
    openNew();
    await field('Ghi chú cho khách');
    await bench.user.click(screen.getByRole('button', { name: /^Gửi/ }));
    const customer = screen.getByRole('combobox', { name: 'Khách hàng' });
    await expect.poll(() => document.activeElement).toBe(customer);
    expect(screen.getByText(/từ 1 đến 500 dòng/)).toBeVisible();
    expect(screen.getByText('Còn 2 chỗ cần sửa')).toBeVisible();
    expect(bench.asked('invoice_create')).toHaveLength(0);
  });

  it('of a day or a discount that cannot be read keep it from being sent', async () => {
    await openedDraft();
    await bench.user.click(
      within(screen.getByRole('group', { name: 'Hạn trả' })).getByLabelText('Chọn ngày'),
    );
    const day = await field('Hạn trả: ngày');
    await bench.user.clear(day);
    await bench.user.type(day, '32/13');
    await bench.user.tab();
    expect(await screen.findByText(/Chưa đọc được ngày này/)).toBeVisible();
    await bench.user.click(screen.getByLabelText('%'));
    await bench.user.type(await field('Giảm bao nhiêu phần trăm'), '101');
    await bench.keys('{Control>}{Enter}{/Control}');
    await expect.poll(() => document.activeElement).toBe(day);
    expect(await screen.findByText(/Phần trăm từ 0 đến 100/)).toBeVisible();
    expect(bench.asked('invoice_create')).toHaveLength(0);
  });

  it('that only the host finds come back to their field', async () => {
    await openedDraft();
    bench.refuse('invoice_create', {
      code: 'product_gone',
      params: { field: 'lines.0.unitPrice' },
    });
    await bench.keys('{Control>}{Enter}{/Control}');
    await expect
      .poll(async () => (await field('Đơn giá, dòng 1')).getAttribute('aria-invalid'))
      .toBe('true');
  });
});

describe('sending', () => {
  it('happens once, however often it is pressed', async () => {
    await openedDraft();
    const release = bench.hold();
    const send = screen.getByRole('button', { name: /^Gửi/ });
    await bench.user.dblClick(send);
    await bench.keys('{Control>}{Enter}{/Control}');
    release();
    expect(await screen.findByText('Chờ thanh toán')).toBeVisible();
    expect(bench.asked('invoice_create')).toHaveLength(1);
  });

  it('saves what was typed last before it sends', async () => {
    await openedDraft();
    const quantity = await field('Số lượng, dòng 1');
    await bench.user.clear(quantity);
    await bench.user.type(quantity, '11');
    await bench.keys('{Control>}{Enter}{/Control}');
    await screen.findByText('Chờ thanh toán');
    const { rows } = await call('invoice_list', {});
    expect(rows[0]?.total).toBe(415_800);
  });
});

describe('a change of a sent invoice', () => {
  async function opened() {
    const invoice = await bench.sent();
    bench.show();
    openChange(invoice.id);
    return { invoice, quantity: await field('Số lượng, dòng 1') };
  }

  it('is counted while it is typed, as a preview, and kept nowhere', async () => {
    const { invoice, quantity } = await opened();
    const totals = within(screen.getByRole('region', { name: /^Tổng cộng tạm tính/ }));
    expect(totals.getByText(/^378\.000/)).toBeVisible();
    const drafts = bench.asked('invoice_draft_save').length;
    await bench.user.clear(quantity);
    await bench.user.type(quantity, '20');
    expect(await totals.findByText(/^756\.000/)).toBeVisible();
    expect(totals.getByText(/bảy trăm năm mươi sáu nghìn/)).toBeVisible();
    expect(bench.asked('invoice_draft_save')).toHaveLength(drafts);
    const { content } = await call('invoice_get', { invoiceId: invoice.id });
    expect(content.lines[0]?.quantity).toBe(10);
  });

  it('says at its field what keeps it from being sent', async () => {
    const { quantity } = await opened();
    await bench.user.clear(quantity);
    await bench.user.type(quantity, '0');
    await bench.user.tab();
    await expect.poll(() => quantity.getAttribute('aria-invalid')).toBe('true');
    await bench.keys('{Control>}{Enter}{/Control}');
    await expect.poll(() => document.activeElement).toBe(quantity);
    expect(bench.asked('invoice_update')).toEqual([]);
    await bench.user.clear(quantity);
    await bench.user.type(quantity, '11');
    await bench.keys('{Control>}{Enter}{/Control}');
    await expect.poll(() => bench.asked('invoice_update')[0]?.content.lines[0]?.quantity).toBe(11);
  });
});
