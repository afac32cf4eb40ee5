import { describe, expect, it } from 'vitest';
import type { AmountView } from '~/api/generated/contract';
import { TEXT_MAX } from '~/parts/amount/figure';
import { afterKey, amountToTake, chips, isAmountKey } from './entry';

const view = (change: Partial<AmountView>): AmountView => ({
  amount: 85,
  problem: null,
  wordsVi: '',
  wordsEn: '',
  suggestion: 85_000,
  quick: [],
  isOdd: true,
  ...change,
});

describe('keys of the keypad', () => {
  it('append, take back and clear', () => {
    expect(afterKey('8', '5')).toBe('85');
    expect(afterKey('85', '000')).toBe('85000');
    expect(afterKey('85', 'back')).toBe('8');
    expect(afterKey('85', 'clear')).toBe('');
  });

  it('do not lead with zeros and do not grow without end', () => {
    expect(afterKey('', '000')).toBe('');
    expect(afterKey('0', '5')).toBe('5');
    expect(afterKey('9'.repeat(TEXT_MAX), '000')).toHaveLength(TEXT_MAX);
  });
});

describe('the amount that is taken', () => {
  it('is what was typed unless the shop enters thousands', () => {
    expect(amountToTake(view({}), false)).toEqual({ amount: 85, tookSuggestion: false });
    expect(amountToTake(view({}), true)).toEqual({ amount: 85_000, tookSuggestion: true });
    expect(amountToTake(view({ amount: 85_000, suggestion: null }), true)?.amount).toBe(85_000);
  });

  it('is none while there is a problem', () => {
    expect(amountToTake(view({ problem: 'amount_too_large', suggestion: null }), false)).toBeNull();
    expect(amountToTake(view({ amount: null, suggestion: null }), true)).toBeNull();
  });
});

describe('quick amounts', () => {
  it('are those near the typed one first, without repeats and without itself', () => {
    const near = view({ amount: 50_000, quick: [50_000, 500_000] });
    expect(chips(near, [35_000, 500_000], 5)).toEqual([500_000, 35_000]);
  });

  it("are the shop's own before anything was typed", () => {
    expect(chips(null, [35_000, 45_000, 20_000], 2)).toEqual([35_000, 45_000]);
  });
});

describe('keys of the keyboard', () => {
  const key = (name: string, change = {}) => ({
    key: name,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    ...change,
  });

  it('go to the amount when they are digits without Ctrl', () => {
    expect(isAmountKey(key('5'))).toBe(true);
    expect(isAmountKey(key('5', { ctrlKey: true }))).toBe(false);
    expect(isAmountKey(key('F5'))).toBe(false);
  });
});
