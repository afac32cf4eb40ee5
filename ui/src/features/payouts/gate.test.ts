import { screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { call } from '~/api/call';
import { owner } from '~/api/owner.svelte';
import { queryClient } from '~/api/queries/client';
import { Bench, PIN } from './bench';

const text = () => document.body.textContent ?? '';
const keptOfPayouts = () => queryClient.getQueryCache().findAll({ queryKey: ['payouts'] });

afterEach(() => Bench.close());

describe('the owner’s guard', () => {
  it('asks for a PIN twice while none is set, and opens', async () => {
    const bench = await Bench.open({ ownerPin: null }, false);
    bench.show();
    await bench.user.type(await Bench.field('PIN mới'), '1357');
    await bench.user.type(await Bench.field('Nhập lại PIN mới'), '1358');
    await bench.press('Đặt PIN');
    expect(await screen.findByText(/không giống nhau/)).toBeVisible();
    expect(bench.asked('owner_set_pin')).toEqual([]);
    const again = await Bench.field('Nhập lại PIN mới');
    await bench.user.clear(again);
    await bench.user.type(again, '1357');
    await bench.press('Đặt PIN');
    expect(await screen.findByText('Không có lệnh chi nào')).toBeVisible();
  });

  it('says beside the field that a PIN is too easy', async () => {
    const bench = await Bench.open({ ownerPin: null }, false);
    bench.show();
    await bench.user.type(await Bench.field('PIN mới'), '1234');
    await bench.user.type(await Bench.field('Nhập lại PIN mới'), '1234{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(/4–12 chữ số/);
  });

  it('shows nothing of payouts while it is locked, and asks the host for nothing', async () => {
    const bench = await Bench.open({ paymentCount: 1 }, false);
    bench.show();
    await Bench.field('PIN chủ shop');
    expect(text()).not.toMatch(/NGUYEN|₫|Thành công/);
    expect(bench.calls.filter(({ command }) => /^(payout|beneficiary)_/.test(command))).toEqual([]);
  });

  it('takes the PIN by keyboard in a field that shows no figures', async () => {
    const bench = await Bench.open({ paymentCount: 1 }, false);
    bench.show();
    const field = await Bench.field('PIN chủ shop');
    await expect.poll(() => document.activeElement).toBe(field);
    expect(field).toHaveAttribute('type', 'password');
    expect(field).toHaveAttribute('inputmode', 'numeric');
    await bench.keys(`${PIN}{Enter}`);
    expect(await screen.findByText(/lệnh chi$/)).toBeVisible();
  });

  it('counts the wait down after wrong ones and takes none meanwhile', async () => {
    const bench = await Bench.open({}, false);
    bench.show();
    await Bench.field('PIN chủ shop');
    for (const tries of ['còn 2 lần', 'còn 1 lần']) {
      await bench.user.type(await Bench.field('PIN chủ shop'), '9753{Enter}');
      expect(await screen.findByRole('alert')).toHaveTextContent(tries);
    }
    await bench.user.type(await Bench.field('PIN chủ shop'), '9753{Enter}');
    expect(await screen.findByText(/Thử lại sau 0:1\d/)).toBeVisible();
    expect(await Bench.field('PIN chủ shop')).toBeDisabled();
  });

  it('is locked by one key, and nothing stays in memory', async () => {
    const bench = await Bench.open({ paymentCount: 1 });
    bench.show();
    await screen.findByText(/lệnh chi$/);
    expect(keptOfPayouts()).not.toEqual([]);
    await bench.keys('{Control>}l{/Control}');
    await Bench.field('PIN chủ shop');
    expect(text()).not.toMatch(/NGUYEN|₫/);
    expect(keptOfPayouts()).toEqual([]);
  });

  it('locks by itself when its time is over', async () => {
    const bench = await Bench.open({ paymentCount: 1 });
    bench.show();
    await screen.findByText(/lệnh chi$/);
    const view = await call('owner_get');
    bench.answer('owner_get', () => ({ ...view, unlockedUntil: null }));
    owner.keep({ ...view, unlockedUntil: new Date(Date.now() + 1200).toISOString() });
    expect(await Bench.field('PIN chủ shop')).toBeVisible();
  });

  it('closes when the host says that it is locked', async () => {
    const bench = await Bench.open({ paymentCount: 1 });
    await call('owner_lock');
    owner.keep({ ...(await call('owner_get')), unlockedUntil: '2999-01-01T00:00:00Z' });
    bench.show();
    expect(await Bench.field('PIN chủ shop')).toBeVisible();
  });
});
