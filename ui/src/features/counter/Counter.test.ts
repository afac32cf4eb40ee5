import { screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { till } from '~/api/till.svelte';
import { router } from '~/app/router.svelte';
import { announcer } from '~/kit/announcer.svelte';
import { Bench } from './bench';

const button = (name: RegExp) => screen.findByRole('button', { name });
const qr = (amount: RegExp) => screen.findByRole('img', { name: amount });
const dialog = () => screen.findByRole('dialog');

/** Types an amount and takes payment; `85k` needs no suggestion. */
async function askFor(bench: Bench, text: string) {
  await screen.findByRole('textbox', { name: 'Số tiền' });
  await bench.keys(text);
  await waitFor(() => expect(bench.asked('amount_read')).toContainEqual({ text }));
  await bench.keys('{F1}');
}

/** Keys that follow a verdict at once do not count; the clock of the page moves on. */
function letTimePass() {
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 5000);
}

afterEach(() => {
  Bench.close();
  vi.restoreAllMocks();
});

describe('taking a payment by keyboard', () => {
  it('goes from the amount to the QR, the verdict and the next customer', async () => {
    const bench = (await Bench.open()).show();
    await screen.findByRole('textbox', { name: 'Số tiền' });
    await bench.keys('200');
    await screen.findByText(/bạn gõ: 200/);
    await bench.keys('{Tab}');
    await screen.findByText(/hai trăm nghìn đồng/i);
    await bench.keys('{F1}');
    await qr(/200\.000/);
    await bench.customer({ kind: 'payFull' });
    await screen.findByRole('heading', { name: 'ĐỦ' });
    expect(announcer.spoken).toMatch(/Đã nhận đủ 200\.000/);
    const next = await button(/Khách tiếp theo/);
    expect(next).toHaveFocus();
    letTimePass();
    await bench.keys('{Enter}');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Số tiền' })).toHaveValue(''));
    expect(bench.asked('sale_close')).toMatchObject([{ acceptsOpen: false }]);
  });

  it('does not take a key that was on its way for an answer to the verdict', async () => {
    const bench = (await Bench.open()).show();
    vi.spyOn(performance, 'now').mockReturnValue(0);
    await askFor(bench, '85k');
    await qr(/85\.000/);
    await bench.customer({ kind: 'payFull' });
    await button(/Khách tiếp theo/);
    await bench.keys('{Enter}{F1}');
    expect(bench.asked('sale_close')).toEqual([]);
  });

  it('asks for money once however often F1 is pressed', async () => {
    const bench = (await Bench.open({ latencyMs: 20 })).show();
    await askFor(bench, '85k');
    await bench.keys('{F1}{F1}{F1}');
    await qr(/85\.000/);
    expect(bench.asked('payment_create')).toHaveLength(1);
  });

  it('carries the intent of the form', async () => {
    const bench = (await Bench.open()).show();
    await waitFor(() => expect(till.sales).toHaveLength(1));
    const intentId = till.sales[0]?.nextIntentId;
    await askFor(bench, '85k');
    await qr(/85\.000/);
    expect(bench.asked('payment_create')).toMatchObject([{ intentId, amount: 85_000 }]);
  });
});

describe('the thousand suggestion', () => {
  it('is taken by Enter only where the shop enters thousands', async () => {
    const bench = await Bench.open();
    till.settings.entersThousands = true;
    bench.show();
    await screen.findByRole('textbox', { name: 'Số tiền' });
    await bench.keys('85');
    await screen.findByText(/bạn gõ: 85/);
    await bench.keys('{Enter}');
    await qr(/85\.000/);
  });

  it('is otherwise never taken silently: the odd amount is asked once, in words', async () => {
    const bench = await Bench.open();
    till.settings.entersThousands = false;
    bench.show();
    await screen.findByRole('textbox', { name: 'Số tiền' });
    await bench.keys('85');
    await screen.findByText(/bạn gõ: 85/);
    await bench.keys('{Enter}');
    expect(await dialog()).toHaveTextContent(/Chỉ 85.₫ thôi sao\?.*tám mươi lăm đồng/);
    await bench.user.click(await button(/Đúng, thu 85.₫/));
    await waitFor(() => expect(bench.asked('payment_create')).toMatchObject([{ amount: 85 }]));
  });

  it('is the answer the question leads to', async () => {
    const bench = await Bench.open();
    till.settings.entersThousands = false;
    bench.show();
    await screen.findByRole('textbox', { name: 'Số tiền' });
    await bench.keys('85');
    await screen.findByText(/bạn gõ: 85/);
    await bench.keys('{F1}');
    await dialog();
    await bench.keys('{Enter}');
    await waitFor(() => expect(bench.asked('payment_create')).toMatchObject([{ amount: 85_000 }]));
  });
});

describe('amounts that cannot be asked for', () => {
  it.each([
    ['999999999', /quá lớn/],
    ['abc', /Không đọc được/],
    ['0', /lớn hơn 0/],
  ])('%s is named beside the field and nothing is sent', async (text, problem) => {
    const bench = (await Bench.open()).show();
    await askFor(bench, text);
    await screen.findByText(problem);
    const field = screen.getByRole('textbox', { name: 'Số tiền' });
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(bench.asked('payment_create')).toEqual([]);
  });

  it('an empty amount is a mistake only once it is taken', async () => {
    const bench = (await Bench.open()).show();
    await screen.findByText('Gõ số, 85k hoặc 1tr2');
    await bench.keys('{F1}');
    await screen.findByText('Chưa có số tiền');
  });
});

describe('the keypad and the quick amounts', () => {
  it('type what the keyboard would', async () => {
    const bench = (await Bench.open()).show();
    const field = await screen.findByRole('textbox', { name: 'Số tiền' });
    for (const key of ['8', '5', '000']) await bench.user.click(screen.getByText(key));
    expect(field).toHaveValue('85.000');
    await bench.user.click(screen.getByRole('button', { name: 'Xoá một số' }));
    expect(field).toHaveValue('8.500');
    await bench.user.click(await button(/^45\.000$/));
    expect(field).toHaveValue('45.000');
  });
});

describe('what the till lacks', () => {
  it('leads to the accounts when none receives', async () => {
    const bench = await Bench.open();
    till.app.receivingAccount = null;
    bench.show();
    await bench.user.click(await button(/Chọn tài khoản/));
    expect(router.place).toEqual({ name: 'accounts' });
  });

  it('leads to the keys outside practice mode', async () => {
    const bench = await Bench.open({ environment: 'production' });
    till.environment.credentials.isPresent = false;
    bench.show();
    await bench.user.click(await button(/Mở cài đặt/));
    expect(router.place).toEqual({ name: 'settings', section: 'keys' });
  });
});

describe('several sales', () => {
  it('are opened by F6, chosen by Ctrl+digit, and keep what was typed', async () => {
    const bench = (await Bench.open()).show();
    await screen.findByRole('textbox', { name: 'Số tiền' });
    await bench.keys('85000');
    await screen.findByText(/tám mươi lăm nghìn đồng/i);
    await bench.keys('{F6}');
    await waitFor(() => expect(till.sales).toHaveLength(2));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Số tiền' })).toHaveValue(''));
    await bench.keys('{Control>}1{/Control}');
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Số tiền' })).toHaveValue('85.000'),
    );
    expect(bench.asked('sale_focus').at(-1)).toEqual({ saleId: till.sales[0]?.id });
    expect(bench.asked('sale_amount')).toMatchObject([{ amount: 85_000 }]);
  });

  it('tell of money that came for one that is not in front', async () => {
    const bench = (await Bench.open()).show();
    await askFor(bench, '85k');
    await qr(/85\.000/);
    const paymentId = till.sales[0]?.payments[0]?.id ?? '';
    await bench.keys('{F6}');
    await waitFor(() => expect(till.sales).toHaveLength(2));
    await bench.customer({ kind: 'pay', amount: 200 }, paymentId);
    await waitFor(() => expect(announcer.spoken).toMatch(/Đơn \d+: thiếu, 200.₫/));
    await screen.findByRole('button', { name: /Đơn \d+, 85\.000.₫, thiếu/ });
  });

  it('carry a name or table', async () => {
    const bench = (await Bench.open()).show();
    await bench.user.click(await button(/Đặt tên cho đơn/));
    await dialog();
    await bench.keys('Bàn 5{Enter}');
    await screen.findByRole('button', { name: /Bàn 5, chưa có số tiền, đang nhập/ });
  });
});
