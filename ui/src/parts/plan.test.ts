import { describe, expect, it } from 'vitest';
import type { PlanView } from '~/api/generated/contract';
import { feeWords, linesOf, planName } from './plan';

const PLAN: PlanView = {
  id: 'p',
  name: null,
  payments: 3,
  firstAmount: 900_000,
  laterAmount: 1_050_000,
  fee: null,
  total: null,
  parts: [],
};

describe('a plan for people', () => {
  it('tells how many follow where the gateway gives no days', () => {
    expect(linesOf(PLAN)).toEqual([
      { label: 'Hôm nay', amount: 900_000 },
      { label: '2 lần sau, mỗi lần', amount: 1_050_000 },
    ]);
    expect(planName(PLAN)).toBe('3 lần trả');
  });

  it('writes days as Vietnamese people do, and numbers those that are not told', () => {
    const parts = [
      { amount: 900_000, due: '2026-11-21' },
      { amount: 1_050_000, due: '2026-12-21' },
      { amount: null, due: null },
    ];
    expect(linesOf({ ...PLAN, parts })).toEqual([
      { label: 'Hôm nay', amount: 900_000 },
      { label: '21/12/2026', amount: 1_050_000 },
      { label: 'Lần 3', amount: null },
    ]);
  });

  it('claims no interest only of a fee of nothing', () => {
    expect(feeWords(PLAN)).toBeNull();
    expect(feeWords({ ...PLAN, fee: 0 })).toContain('0 % lãi');
    expect(feeWords({ ...PLAN, fee: 50_000 })).toMatch(/^Phí 50\.000/);
  });
});
