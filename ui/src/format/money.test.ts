import { describe, expect, it } from 'vitest';
import { formatDong, formatNumber } from './money';

describe('money', () => {
  it.each([
    [0, '0'],
    [200, '200'],
    [1000, '1.000'],
    [85000, '85.000'],
    [1234567, '1.234.567'],
    [499999999, '499.999.999'],
    [-50000, '-50.000'],
  ])('groups %i as %s', (dong, text) => {
    expect(formatNumber(dong)).toBe(text);
  });

  it('puts the sign behind a no-break space', () => {
    expect(formatDong(1234567)).toBe('1.234.567\u00a0₫');
  });
});
