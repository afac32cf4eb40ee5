import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '~/api/call';
import type { ErrorCode, InvoiceView } from '~/api/generated/contract';
import { queryClient } from '~/api/queries/client';
import { till } from '~/api/till.svelte';
import { Bench } from '~/features/invoices/bench';
import { openInvoice } from '~/features/invoices/places';

let bench: Bench;

beforeEach(async () => {
  bench = await Bench.open();
});

afterEach(() => Bench.close());

const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function opened(invoice: InvoiceView) {
  // What the event of its making told is asked for anew.
  queryClient.clear();
  bench.show();
  openInvoice(invoice.id);
  await screen.findByRole('heading', { name: `Phiếu ${invoice.code}` });
  return invoice;
}

describe('an invoice that was sent', () => {
  it('gives its link as a QR, as text, and in a message in two languages', async () => {
    const { payment, code } = await opened(await bench.sent());
    expect(await screen.findByRole('img', { name: /^Mã QR của liên kết/ })).toBeVisible();
    await bench.user.click(await button('Sao chép liên kết'));
    expect(await navigator.clipboard.readText()).toBe(payment.paymentUrl);
    await bench.user.click(await button('Sao chép lời nhắn'));
    const message = await navigator.clipboard.readText();
    for (const part of ['Tiệm trà Bưởi', code, '378.000', payment.paymentUrl ?? '?']) {
      expect(message).toContain(part);
    }
    await bench.user.click(await button('Lời nhắn tiếng Anh'));
    expect(await navigator.clipboard.readText()).toContain('Pay here: https://');
    await bench.user.click(await button('Mở liên kết'));
    expect(bench.asked('payment_open_link')).toEqual([{ paymentId: payment.id }]);
  });

  it('is put on the customer display and taken off again', async () => {
    const { id } = await opened(await bench.sent());
    await bench.user.click(await button('Hiện trên màn hình khách'));
    await expect.poll(() => till.isDisplayOpen).toBe(true);
    await bench.user.click(await button('Cất khỏi màn hình khách'));
    await button('Hiện trên màn hình khách');
    expect(bench.asked('invoice_show')).toEqual([{ invoiceId: id }, { invoiceId: null }]);
  });

  it("puts the gateway's figures beside ours when they differ", async () => {
    const invoice = await bench.sent();
    bench.answer('invoice_get', (view) => ({ ...view, gatewayTotal: 379_000 }));
    await opened(invoice);
    expect(await screen.findByText(/^Cổng tính khác 1\.000/)).toBeVisible();
    expect(screen.getByText(/Cổng: 379\.000.*Máy này: 378\.000/)).toBeVisible();
  });

  it('says nothing about figures that agree', async () => {
    await opened(await bench.sent());
    expect(screen.queryByText(/^Cổng tính khác/)).not.toBeInTheDocument();
  });

  it('follows the practice customer who pays too little, then the rest', async () => {
    await opened(await bench.sent());
    await bench.user.type(await screen.findByLabelText('Khách trả số khác'), '100k');
    await bench.user.click(await button('Trả'));
    expect(await screen.findByText('Thiếu')).toBeVisible();
    await bench.user.click(await button(/^Khách trả 278\.000/));
    expect(await screen.findByText('Đã trả')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Xoá phiếu' })).not.toBeInTheDocument();
  });

  it('is duplicated into a new draft that opens', async () => {
    const { id } = await opened(await bench.sent());
    await bench.user.click(await button('Nhân bản'));
    const quantity = await screen.findByLabelText<HTMLInputElement>('Số lượng, dòng 1');
    expect(quantity.value).toBe('10');
    const { drafts, rows } = await call('invoice_list', {});
    expect(drafts).toHaveLength(1);
    expect(rows.map((row) => row.id)).toEqual([id]);
  });

  it('is changed in one go, without saving a draft', async () => {
    const { id } = await opened(await bench.sent());
    const before = bench.asked('invoice_draft_save').length;
    await bench.user.click(await button('Sửa phiếu'));
    const quantity = await screen.findByLabelText('Số lượng, dòng 1');
    await bench.user.clear(quantity);
    await bench.user.type(quantity, '20');
    await bench.user.click(await button(/^Gửi thay đổi/));
    await screen.findByRole('heading', { name: /^Phiếu PT-/ });
    expect(bench.asked('invoice_draft_save')).toHaveLength(before);
    expect(bench.asked('invoice_update')).toHaveLength(1);
    expect((await call('invoice_get', { invoiceId: id })).payment.amount).toBe(756_000);
  });

  it('is deleted only after a question that speaks of the link', async () => {
    const { id } = await opened(await bench.sent());
    await bench.user.click(await button('Xoá phiếu'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/có thể vẫn trả được/)).toBeVisible();
    await bench.keys('{Enter}');
    expect((await call('invoice_get', { invoiceId: id })).standing).toBe('waiting');
    await bench.user.click(await button('Xoá phiếu'));
    await bench.user.click(await button(/^Xoá phiếu 378\.000/));
    expect(await screen.findByText('Đã xoá')).toBeVisible();
    expect(screen.queryByRole('img', { name: /^Mã QR/ })).not.toBeInTheDocument();
  });

  it('says what is certain while the answer is missing, and is looked up by one key', async () => {
    await call('practice_trouble', { trouble: 'lostAnswer', isOn: true });
    await opened(await bench.sent());
    expect(await screen.findByText(/đừng tạo phiếu thứ hai/)).toBeVisible();
    expect(screen.getByText('Chưa có liên kết để gửi cho khách.')).toBeVisible();
    await bench.keys('{F8}');
    expect(await screen.findByText('Chờ thanh toán')).toBeVisible();
    expect(screen.queryByText(/đừng tạo phiếu thứ hai/)).not.toBeInTheDocument();
  });

  /** An invoice that the gateway refused, made again from itself. */
  async function madeAgain(code: ErrorCode): Promise<InvoiceView> {
    const invoice = await bench.sent();
    bench.answer('invoice_get', (view) => ({
      ...view,
      standing: 'refused',
      linkQr: null,
      canUpdate: false,
      canDelete: false,
      payment: {
        ...view.payment,
        phase: 'rejected',
        paymentUrl: null,
        problem: { code, certainty: null, requestId: null, params: {} },
      },
    }));
    await opened(invoice);
    expect(await screen.findByText(/Cổng không nhận phiếu này/)).toBeVisible();
    await bench.user.click(await button('Tạo lại từ phiếu này'));
    await screen.findByLabelText('Số lượng, dòng 1');
    expect(bench.asked('invoice_duplicate')).toEqual([{ invoiceId: invoice.id }]);
    return invoice;
  }

  it('that was refused for its code is made again, with the reason at the code', async () => {
    const { code } = await madeAgain('code_taken');
    const field = screen.getByRole('textbox', { name: 'Mã phiếu' });
    await expect.poll(() => document.activeElement).toBe(field);
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(field).toHaveAccessibleDescription(`${code}: Mã này đã dùng cho mục khác`);
    await bench.user.type(field, 'PT-KHAC');
    expect(field).not.toHaveAttribute('aria-invalid');
    await bench.keys('{Control>}{Enter}{/Control}');
    await expect.poll(() => bench.asked('invoice_create').length).toBe(2);
  });

  it('that was refused for its code may go again with the code of the new draft', async () => {
    await madeAgain('conflict');
    const field = screen.getByRole('textbox', { name: 'Mã phiếu' });
    await expect.poll(() => document.activeElement).toBe(field);
    await bench.keys('{Control>}{Enter}{/Control}');
    await expect.poll(() => bench.asked('invoice_create').length).toBe(2);
  });

  it('that was refused for something else is made again without a mark', async () => {
    await madeAgain('refused_content');
    const field = screen.getByRole('textbox', { name: 'Mã phiếu' });
    expect(field).not.toHaveAttribute('aria-invalid');
    expect(document.activeElement).not.toBe(field);
  });
});

describe('on paper', () => {
  it('is shown as pictures, on the sheet that is chosen, and saved', async () => {
    const { id } = await opened(await bench.sent());
    await bench.keys('{F9}');
    const dialog = within(await screen.findByRole('dialog'));
    const page = await dialog.findByRole<HTMLImageElement>('img', { name: 'Trang 1/1' });
    expect(page.src).toMatch(/^data:image\/svg\+xml/);
    await bench.user.click(dialog.getByLabelText('Cuộn 80 mm'));
    await expect
      .poll(() => bench.asked('invoice_paper').map(({ size }) => size))
      .toEqual(['a4', 'slip80']);
    await bench.user.click(dialog.getByRole('button', { name: 'Lưu PDF' }));
    await expect
      .poll(() => bench.asked('invoice_save_file'))
      .toEqual([{ invoiceId: id, size: 'slip80', format: 'pdf' }]);
  });

  it("never becomes part of the page's own markup", async () => {
    bench.answer('invoice_paper', () => ({
      pages: [
        'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      ],
    }));
    await opened(await bench.sent());
    await bench.keys('{F9}');
    await screen.findByRole('img', { name: 'Trang 1/1' });
    expect(document.querySelector('script')).toBeNull();
  });

  it('prints the pictures alone and leaves nothing behind', async () => {
    const onPaper: string[] = [];
    const print = vi.spyOn(window, 'print').mockImplementation(() => {
      const images = document.querySelectorAll<HTMLImageElement>('.paper-to-print img');
      onPaper.push(...[...images].map(({ src }) => src));
    });
    await opened(await bench.sent());
    await bench.keys('{F9}');
    const shown = await screen.findByRole<HTMLImageElement>('img', { name: 'Trang 1/1' });
    const address = shown.src;
    await bench.user.click(await button('In'));
    await expect.poll(() => onPaper).toEqual([address]);
    await bench.keys('{Escape}');
    await expect.poll(() => document.querySelector('.paper-to-print')).toBeNull();
    print.mockRestore();
  });
});
