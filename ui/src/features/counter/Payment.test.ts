import { screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { till } from '~/api/till.svelte';
import { Bench } from './bench';

const button = (name: RegExp) => screen.findByRole('button', { name });
const heading = (name: RegExp | string) => screen.findByRole('heading', { name });
const dialog = () => screen.findByRole('dialog');
const isQrShown = () => screen.queryByRole('img', { name: /Mã QR/ }) !== null;

async function ask(text = '200k', options = {}): Promise<Bench> {
  const bench = (await Bench.open(options)).show();
  await type(bench, text);
  return bench;
}

async function type(bench: Bench, text: string) {
  await screen.findByRole('textbox', { name: 'Số tiền' });
  await bench.keys(text);
  await waitFor(() => expect(bench.asked('amount_read')).toContainEqual({ text }));
  await bench.keys('{F1}');
}

const qr = () => waitFor(() => expect(isQrShown()).toBe(true));

afterEach(() => {
  Bench.close();
  vi.restoreAllMocks();
});

describe('the QR', () => {
  it('stands beside bank, holder, last four, amount and memo, with countdown and freshness', async () => {
    const bench = await ask();
    await qr();
    const payment = till.sales[0]?.payments[0];
    for (const text of [payment?.bankName, payment?.accountName, payment?.qr?.meaning.memo]) {
      expect(screen.getByText(text ?? '?')).toBeVisible();
    }
    expect(screen.getByText(`•••• ${payment?.accountLastFour}`)).toBeVisible();
    expect(screen.getByRole('timer')).toHaveTextContent(/^(30:00|29:59)$/);
    expect(screen.getByText(/vừa kiểm tra|đã kiểm tra/)).toBeVisible();
    await bench.keys('{F8}');
    await waitFor(() => expect(bench.asked('payment_check')).toHaveLength(1));
  });

  it('tells the account in the code, not the one it was asked for', async () => {
    await ask();
    await qr();
    const sale = till.sales[0];
    const payment = sale?.payments[0];
    if (!sale || !payment?.qr) throw new Error('no code');
    const meaning = { ...payment.qr.meaning, accountName: 'QUAY 1', accountLastFour: '0101' };
    const qrView = { ...payment.qr, meaning };
    till.keepSale({ ...sale, payments: [{ ...payment, qr: qrView }] });
    expect(await screen.findByText('•••• 0101')).toBeVisible();
    expect(screen.getByText('QUAY 1')).toBeVisible();
    expect(screen.queryByText(payment.accountName)).toBeNull();
  });

  it('says how long there has been no network', async () => {
    await ask();
    await qr();
    const failingSince = new Date(Date.now() - 40_500).toISOString();
    till.app.freshness = { ...till.freshness, state: 'failing', failingSince };
    await screen.findByText(/mất mạng 4\d giây/);
  });

  it('answers a check that failed honestly', async () => {
    const bench = await ask();
    await qr();
    bench.refuse('payment_check', { code: 'no_network', certainty: 'notSent' });
    await bench.keys('{F8}');
    const answer = await screen.findByRole('alert');
    expect(answer).toHaveTextContent(/Không có mạng.*không có nghĩa là khách chưa trả/);
    expect(isQrShown()).toBe(true);
  });

  it('goes back by Esc and loses nothing', async () => {
    const bench = await ask();
    await qr();
    await bench.keys('{Escape}');
    await screen.findByText(/vẫn mở, vẫn được theo dõi/);
    await bench.keys('{Escape}');
    await qr();
    expect(bench.asked('sale_close')).toEqual([]);
  });

  it('is used again rather than made twice', async () => {
    const bench = await ask();
    await qr();
    await bench.keys('{F2}');
    await screen.findByText(/vẫn mở, vẫn được theo dõi/);
    await bench.keys('{F1}');
    await dialog();
    await bench.keys('{Enter}');
    await qr();
    expect(bench.asked('payment_create')).toHaveLength(1);
  });

  it('gives way to another sale when the amount changes, and stays watched', async () => {
    const bench = await ask();
    await qr();
    const oldId = till.focusedSaleId;
    await bench.keys('{F2}');
    const field = await screen.findByRole('textbox', { name: 'Số tiền' });
    await bench.user.clear(field);
    await type(bench, '90k');
    await bench.user.click(await button(/Tạo mã mới 90\.000/));
    await screen.findByRole('img', { name: /90\.000/ });
    expect(bench.asked('sale_close')).toEqual([{ saleId: oldId, acceptsOpen: true }]);
    expect(till.focusedSaleId).not.toBe(oldId);
  });

  it('is crossed out when it has expired, and made again by F1', async () => {
    const bench = await ask();
    await qr();
    await bench.customer({ kind: 'letExpire' });
    await heading('Mã QR đã hết hạn');
    expect(screen.getByRole('img', { name: /HẾT HẠN/ })).toBeVisible();
    await bench.keys('{F1}');
    await screen.findByText('Chờ khách chuyển');
    expect(bench.asked('payment_reissue')).toHaveLength(1);
  });

  it('is never shown when the guard refused it; F1 makes another', async () => {
    const bench = await Bench.open();
    await bench.trouble('wrongAmount');
    bench.show();
    await type(bench, '200k');
    await heading(/Mã này không đưa cho khách/);
    expect(isQrShown()).toBe(false);
    await bench.trouble('wrongAmount', false);
    await bench.keys('{F1}');
    await qr();
    expect(bench.asked('payment_reissue')).toHaveLength(1);
  });

  it('leads to the page of the gateway when the code is only a picture somewhere', async () => {
    const bench = await Bench.open();
    await bench.trouble('imageAddress');
    bench.show();
    await type(bench, '200k');
    await heading(/Mã này không đưa cho khách/);
    expect(isQrShown()).toBe(false);
    await bench.keys('{F1}');
    await waitFor(() => expect(bench.asked('payment_open_link')).toHaveLength(1));
    expect(bench.asked('payment_reissue')).toHaveLength(0);
  });

  it('waits for a person when its account is new', async () => {
    const bench = await ask();
    await qr();
    const sale = till.sales[0];
    const payment = sale?.payments[0];
    if (!sale || !payment) throw new Error('no payment');
    const qrProblem = {
      code: 'qr_new_account' as const,
      found: payment.qr?.meaning ?? null,
      canConfirm: true,
    };
    till.keepSale({ ...sale, payments: [{ ...payment, qr: null, qrProblem }] });
    expect(await screen.findByText(/0386 9123/)).toBeVisible();
    await bench.user.click(await button(/Đúng là tài khoản của cửa hàng/));
    expect(bench.asked('payment_confirm_account')).toEqual([{ paymentId: payment.id }]);
  });
});

describe('an answer that is not clear', () => {
  it('is looked up and offers no second request', async () => {
    const bench = await Bench.open();
    await bench.trouble('lostAnswer');
    bench.show();
    await type(bench, '200k');
    await heading('Đang tra lại ở cổng thanh toán');
    expect(screen.queryByRole('button', { name: /Thu/ })).toBeNull();
    await bench.keys('{F1}');
    expect(bench.asked('payment_create')).toHaveLength(1);
  });

  it('is called unknown, never paid, and says not to transfer again', async () => {
    await ask();
    await qr();
    const sale = till.sales[0];
    const payment = sale?.payments[0];
    if (!sale || !payment) throw new Error('no payment');
    const unclear = { ...payment, verdict: 'unknown' as const, gatewayStatus: 'ON_HOLD' };
    till.keepSale({ ...sale, isUncertain: true, payments: [unclear] });
    await heading('KHÔNG RÕ');
    expect(screen.getByText(/Đừng bảo khách chuyển lại/)).toBeVisible();
    expect(screen.getByText(/“ON_HOLD”/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Khách tiếp theo/ })).toBeNull();
  });

  it('names a refusal of the gateway and its meaning for the money', async () => {
    const bench = await Bench.open();
    bench.refuse('payment_create', { code: 'no_network', certainty: 'notSent' });
    bench.show();
    await type(bench, '200k');
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent(/Không có mạng.*chưa rời khỏi máy này/);
  });
});

describe('too little', () => {
  it('shows what is missing, asks for the rest by F1 and ends paid', async () => {
    const bench = await ask();
    await qr();
    await bench.customer({ kind: 'pay', amount: 200 });
    await heading('THIẾU');
    expect(await screen.findByText(/Mới nhận 200.₫: hai trăm đồng/)).toBeVisible();
    await bench.keys('{F1}');
    await screen.findByRole('img', { name: /199\.800/ });
    await bench.customer({ kind: 'payFull' });
    await heading('ĐỦ');
  });

  it('takes the rest in cash, which is counted first', async () => {
    const bench = await ask();
    await qr();
    await bench.customer({ kind: 'pay', amount: 150_000 });
    await bench.user.click(await button(/Nhận tiền mặt/));
    expect(await dialog()).toHaveTextContent(/50\.000/);
    await bench.keys('{Enter}');
    await heading('ĐỦ');
    expect(bench.asked('sale_cash')).toMatchObject([{ amount: 50_000 }]);
    expect(screen.getByText('Trong đó tiền mặt').parentElement).toHaveTextContent('50.000');
  });

  it('lets Esc lead from the QR of the rest back to the choice', async () => {
    const bench = await ask();
    await qr();
    await bench.customer({ kind: 'pay', amount: 150_000 });
    await heading('THIẾU');
    await bench.keys('{F1}');
    await qr();
    await bench.keys('{Escape}');
    await button(/Nhận tiền mặt/);
  });

  it('is finished on purpose only', async () => {
    const bench = await ask();
    await qr();
    await bench.customer({ kind: 'pay', amount: 200 });
    await heading('THIẾU');
    const finish = screen.getAllByRole('button', { name: 'Kết thúc đơn' }).at(-1);
    await bench.user.click(finish ?? document.body);
    expect(await dialog()).toHaveTextContent(/Còn thiếu 199\.800/);
    await bench.keys('{Enter}');
    expect(bench.asked('sale_close')).toEqual([]);
    await bench.user.click(finish ?? document.body);
    await bench.user.click(await button(/Vẫn kết thúc/));
    await waitFor(() => expect(bench.asked('sale_close')).toMatchObject([{ acceptsOpen: true }]));
  });
});

describe('too much and too late', () => {
  it('says what to give back', async () => {
    const bench = await ask();
    await qr();
    await bench.customer({ kind: 'pay', amount: 250_000 });
    await heading('THỪA');
    expect(screen.getAllByText(/50\.000/)[0]).toBeVisible();
    await button(/Đã trả lại, khách tiếp theo/);
  });

  it('calls late money late', async () => {
    const bench = await ask();
    await qr();
    await bench.customer({ kind: 'letExpire' });
    await heading('Mã QR đã hết hạn');
    await bench.customer({ kind: 'payFull' });
    await heading('TRỄ');
  });
});
