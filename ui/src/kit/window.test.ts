import { describe, expect, it } from 'vitest';
import { rowWindow } from './window';

describe('the window of drawn rows', () => {
  it('starts at the top', () => {
    expect(rowWindow(0, 500, 50, 1000)).toEqual({ start: 0, end: 26 });
  });

  it('follows the scroll with a margin', () => {
    expect(rowWindow(5000, 500, 50, 1000)).toEqual({ start: 92, end: 118 });
  });

  it('ends with the last row', () => {
    expect(rowWindow(49_500, 500, 50, 1000)).toEqual({ start: 974, end: 1000 });
    expect(rowWindow(0, 500, 50, 3)).toEqual({ start: 0, end: 3 });
  });

  it('never draws more than sixty', () => {
    const { start, end } = rowWindow(90_000, 20_000, 20, 100_000);
    expect(end - start).toBe(60);
  });
});
