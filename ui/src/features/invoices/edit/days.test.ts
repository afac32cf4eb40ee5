import { describe, expect, it } from 'vitest';
import { dayOf, endOf, lastOfMonth, readDay } from './days';

const NOV_21 = dayOf('2026-11-21T05:00:00Z');

describe('days', () => {
  it('belong to Vietnam', () => {
    expect(dayOf('2026-11-20T17:00:00Z')).toBe(NOV_21);
    expect(dayOf('2026-11-20T16:59:59Z')).toBe(NOV_21 - 1);
    expect(endOf(NOV_21)).toBe('2026-11-21T16:59:59.000Z');
  });

  it.each([
    ['30/11', 9],
    ['30.11.2026', 9],
    ['301126', 9],
    ['1/12', 10],
  ])('are read from %s', (text, later) => {
    expect(readDay(text, NOV_21)).toBe(NOV_21 + later);
  });

  it.each(['31/11', '0/1', '12', 'mai', ''])('are not read from “%s”', (text) => {
    expect(readDay(text, NOV_21)).toBeNull();
  });

  it('end with the month', () => {
    expect(lastOfMonth(NOV_21)).toBe(NOV_21 + 9);
    expect(lastOfMonth(NOV_21 + 9)).toBe(NOV_21 + 9);
  });
});
