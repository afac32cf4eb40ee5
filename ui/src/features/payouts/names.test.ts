import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from '~/api/call';
import type { PayoutsAt } from '~/app/router.svelte';
import { Bench } from './bench';

const ROLES = ['button', 'textbox', 'combobox', 'radio', 'checkbox', 'table', 'region', 'group'];

let bench: Bench;

beforeEach(async () => {
  bench = await Bench.open({ paymentCount: 1 });
});

afterEach(() => Bench.close());

/** Whatever a person can use or jump to here says what it is. */
function expectNames(): void {
  const found = ROLES.flatMap((role) => screen.queryAllByRole(role));
  expect(found.length).toBeGreaterThan(5);
  for (const one of found) expect(one).toHaveAccessibleName();
  for (const field of document.querySelectorAll('input')) expect(field).toHaveAccessibleName();
}

describe('everything that can be used has a name', () => {
  it.each<[string, PayoutsAt | undefined, string]>([
    ['the list', undefined, 'Đã chi thành công'],
    ['who', { kind: 'new' }, 'LE MINH QUAN'],
  ])('%s', async (_, at, ready) => {
    bench.show(at);
    await screen.findByText(new RegExp(`^${ready}`));
    expectNames();
  });

  it('how much and the read-back', async () => {
    bench.show({ kind: 'new' });
    await bench.press(/^LE MINH QUAN/);
    await bench.press(/^Tiếp: số tiền/);
    await bench.user.type(await Bench.field('Số tiền'), '1tr');
    await bench.user.type(await Bench.field('Nội dung'), 'x');
    expectNames();
    await bench.press(/^Tiếp: đọc lại/);
    await Bench.field('PIN chủ shop');
    expectNames();
  });

  it('the code, the stop and the decision', async () => {
    bench.show({ kind: 'payout', id: (await bench.sent()).id });
    await Bench.field('Mã OTP');
    expectNames();
    await call('practice_trouble', { trouble: 'payoutRepeatedWrong', isOn: true });
    Bench.close();
    bench.show({ kind: 'payout', id: (await bench.sent()).id });
    await screen.findByRole('heading', { name: /^DỪNG LẠI/ });
    expectNames();
  });
});
