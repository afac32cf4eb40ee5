import { describe, expect, it } from 'vitest';
import { withRate } from './taxed';

describe('a price with its tax', () => {
  it.each([
    [27_000, '8', 29_160],
    [45_000, '10', 49_500],
    [10_000, '3.5', 10_350],
    [99, '8', 107],
    [6, '8', 6],
    [50, '5', 53],
    [27_000, '0', 27_000],
    [27_000, null, 27_000],
    [27_000, 'không chịu thuế', 27_000],
  ])('%i at %s%% is %i', (price, rate, taxed) => {
    expect(withRate(price, rate)).toBe(taxed);
  });
});
