import { describe, expect, it } from 'vitest';
import { rangeOf } from './presets';

const HALF_PAST_MIDNIGHT = new Date('2026-01-24T17:30:00Z');

describe('date presets', () => {
  it('begin at midnight in Vietnam', () => {
    expect(rangeOf('today', HALF_PAST_MIDNIGHT)).toEqual({ from: '2026-01-24T17:00:00.000Z' });
    expect(rangeOf('yesterday', HALF_PAST_MIDNIGHT)).toEqual({
      from: '2026-01-23T17:00:00.000Z',
      to: '2026-01-24T17:00:00.000Z',
    });
    expect(rangeOf('week', HALF_PAST_MIDNIGHT)).toEqual({ from: '2026-01-18T17:00:00.000Z' });
    expect(rangeOf('month', HALF_PAST_MIDNIGHT)).toEqual({ from: '2025-12-31T17:00:00.000Z' });
    expect(rangeOf('all', HALF_PAST_MIDNIGHT)).toEqual({});
  });
});
