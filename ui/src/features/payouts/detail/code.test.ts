import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from '~/api/call';
import type { PayoutView } from '~/api/generated/contract';
import { queryClient } from '~/api/queries/client';
import { router } from '~/app/router.svelte';
import { Bench, PIN } from '~/features/payouts/bench';

let bench: Bench;

beforeEach(async () => {
  bench = await Bench.open();
});

afterEach(() => Bench.close());

async function opened(payout: PayoutView): Promise<HTMLInputElement> {
  bench.show({ kind: 'payout', id: payout.id });
  return Bench.field('Mã OTP');
}

const pinField = () => Bench.field('PIN chủ shop');
const pasteOn = (target: Element, text: string) =>
  fireEvent.paste(target, { clipboardData: { getData: () => text } });

describe('the code', () => {
  it('has one field that takes anything typed and helps the system fill it', async () => {
    const field = await opened(await bench.sent());
    expect(field).toHaveAttribute('autocomplete', 'one-time-code');
    expect(field).toHaveAttribute('inputmode', 'numeric');
    expect(field).toHaveAttribute('type', 'text');
    expect(field).not.toHaveAttribute('maxlength');
    expect(screen.getByText(/qua SMS hoặc e-mail tới chủ tài khoản/)).toBeVisible();
    await bench.user.type(field, '12 34 567 890 123 4567');
    expect(field).toHaveValue('12 34 567 890 123 4567');
  });

  it('is handed in once and moves the payout on', async () => {
    const payout = await bench.sent();
    const code = await Bench.codeOf(payout);
    const field = await opened(payout);
    await bench.user.type(field, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(bench.asked('payout_verify_code')).toEqual([]);
    await bench.user.type(await pinField(), `${PIN}{Enter>8/}`);
    expect(await screen.findByRole('heading', { name: 'Ngân hàng đang xử lý' })).toBeVisible();
    expect(bench.asked('payout_verify_code')).toHaveLength(1);
    expect(screen.queryByLabelText('Mã OTP')).toBeNull();
  });

  it('is pasted anywhere on the screen, the PIN field too', async () => {
    const field = await opened(await bench.sent());
    await pasteOn(document.body, ' 123 456\n');
    await expect.poll(() => field.value).toBe('123 456');
    await pasteOn(await pinField(), '777888');
    await expect.poll(() => field.value).toBe('777888');
    expect(await pinField()).toHaveValue('');
    await pasteOn(document.body, 'mã của bạn là 999999');
    expect(field).toHaveValue('777888');
  });

  it('is gone when the window is left, with a word about it', async () => {
    const field = await opened(await bench.sent());
    await bench.user.type(field, '123456');
    await bench.user.type(await pinField(), PIN);
    await fireEvent.blur(window);
    expect(field).toHaveValue('');
    expect(await pinField()).toHaveValue('');
    expect(screen.getByText(/rời cửa sổ/)).toBeVisible();
  });

  it('is gone when the screen is left, and the payout waits in the list', async () => {
    const payout = await bench.sent();
    await bench.user.type(await opened(payout), '123456');
    await bench.keys('{Escape}');
    const row = await screen.findByRole('button', { name: /NGUYEN VAN A, Chờ OTP$/ });
    await bench.user.click(row);
    expect(await Bench.field('Mã OTP')).toHaveValue('');
  });

  it('is gone the moment it is handed in, also when the answer is refused', async () => {
    const field = await opened(await bench.sent());
    await bench.user.type(field, '000 000');
    await bench.user.type(await pinField(), PIN);
    const release = bench.hold();
    await bench.keys('{Enter}');
    expect(field).toHaveValue('');
    expect(await pinField()).toHaveValue('');
    release();
    expect(await screen.findByText(/Ngân hàng không nhận mã OTP này, còn 2 lần/)).toBeVisible();
    expect(screen.getByText('Còn 2 lần thử')).toBeVisible();
  });

  it('leaves no trace in anything that outlives it', async () => {
    const canary = '8675309';
    const field = await opened(await bench.sent());
    await bench.user.type(field, canary);
    await bench.user.type(await pinField(), `${PIN}{Enter}`);
    await screen.findByText(/không nhận mã OTP này/);
    const kept = [
      JSON.stringify(
        queryClient
          .getQueryCache()
          .getAll()
          .map(({ state }) => state),
      ),
      JSON.stringify({ ...localStorage, ...sessionStorage }),
      JSON.stringify(router.place),
      new XMLSerializer().serializeToString(document.documentElement),
      ...[...document.querySelectorAll('input')].map(({ value }) => value),
    ].join();
    expect(kept).not.toContain(canary);
    expect(kept).not.toContain(PIN);
  });

  it('says nothing of tries that were not told', async () => {
    await opened(await bench.sent());
    expect(screen.queryByText(/lần thử/)).toBeNull();
  });

  it('wants the second person’s PIN where there is one', async () => {
    await call('owner_set_second', { pin: PIN, second: '8642' });
    const payout = await bench.sent();
    const code = await Bench.codeOf(payout);
    await bench.user.type(await opened(payout), code);
    expect(screen.queryByLabelText('PIN chủ shop')).toBeNull();
    await bench.user.type(await Bench.field('PIN của người thứ hai'), '8642{Enter}');
    expect(await screen.findByRole('heading', { name: 'Ngân hàng đang xử lý' })).toBeVisible();
  });

  it('stands beside what the gateway repeated, and says where it did not', async () => {
    const payout = await bench.sent();
    bench.answer('payout_get', (view) => ({
      ...view,
      payout: {
        ...view.payout,
        told: view.payout.told && { ...view.payout.told, accountName: null },
      },
    }));
    await opened(payout);
    expect(screen.getByRole('region', { name: 'Cổng nhắc lại lệnh này' })).toHaveTextContent(
      /6\.000\.000.*sáu triệu đồng.*0071 0009 9887 7/,
    );
    expect(
      screen.getByText('Cổng không nhắc lại. Theo lệnh trên máy này: NGUYEN VAN A'),
    ).toBeVisible();
    expect(
      screen.getByText('Cổng không nhắc lại. Theo lệnh trên máy này: Vietcombank'),
    ).toBeVisible();
  });

  it('has no field where the gateway repeats another amount', async () => {
    await call('practice_trouble', { trouble: 'payoutRepeatedWrong', isOn: true });
    const payout = await bench.sent();
    bench.show({ kind: 'payout', id: payout.id });
    expect(await screen.findByRole('heading', { name: /^DỪNG LẠI/ })).toBeVisible();
    expect(screen.getByRole('row', { name: /Số tiền.*6\.000\.000.*Khác:.*60\.000\.000/ }));
    expect(screen.queryByLabelText('Mã OTP')).toBeNull();
    await pasteOn(document.body, '123456');
    expect(screen.queryByDisplayValue('123456')).toBeNull();
  });
});
