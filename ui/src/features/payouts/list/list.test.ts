import { screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { Bench, DRAFT } from '~/features/payouts/bench';
import { STANDINGS } from '~/parts/payout/standing';
import { GROUPS } from './groups';

const rows = () => screen.queryAllByRole('button', { name: /^Mở lệnh chi/ });

afterEach(() => Bench.close());

describe('the list of payouts', () => {
  it('shows every standing with its word', async () => {
    const bench = await Bench.open({ paymentCount: 1 });
    bench.show();
    await expect.poll(() => rows().length).toBe(9);
    for (const word of ['Chờ OTP', 'Thành công', 'Chờ đối soát T+1', 'Trạng thái lạ']) {
      expect(rows().some((row) => row.getAttribute('aria-label')?.endsWith(word))).toBe(true);
    }
    expect(screen.getByText(/^Đã chi thành công/)).toHaveTextContent('13.200.000');
  });

  it('is narrowed by what is always in sight, and says so', async () => {
    const bench = await Bench.open({ paymentCount: 1 });
    bench.show();
    await bench.press('Đối soát T+1');
    await expect.poll(() => rows().length).toBe(1);
    expect(screen.getByText('(Đối soát T+1)')).toBeVisible();
    await bench.press('Không rõ');
    await expect.poll(() => rows().length).toBe(2);
    await bench.press('Bỏ lọc');
    await expect.poll(() => rows().length).toBe(9);
  });

  it('is searched without marks, and walked by the arrows', async () => {
    const bench = await Bench.open();
    await bench.sent();
    await bench.sent({ ...DRAFT, accountName: 'Đỗ Ánh', accountNumber: '777', amount: '500k' });
    bench.show();
    await expect.poll(() => rows().length).toBe(2);
    await bench.keys('{Control>}f{/Control}');
    await bench.keys('đỗ ánh');
    await expect.poll(() => rows().length).toBe(1);
    await bench.keys('{ArrowDown}{Enter}');
    expect(await screen.findByRole('heading', { name: 'Chi cho DO ANH' })).toBeVisible();
  });

  it('has one group at most for every standing', () => {
    const grouped = Object.values(GROUPS).flat();
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(STANDINGS.filter((one) => !grouped.some((other) => other === one))).toEqual(['closed']);
  });
});
