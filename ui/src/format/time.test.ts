import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatClockSeconds,
  formatCountdown,
  formatDate,
  formatMoment,
  secondsBetween,
  startOfDay,
  startOfMonth,
} from './time';

const LATE_EVENING_UTC = '2026-01-24T17:30:09Z';

describe('time', () => {
  it('shows Vietnam time, whatever the machine says', () => {
    expect(formatClock(LATE_EVENING_UTC)).toBe('00:30');
    expect(formatClockSeconds(LATE_EVENING_UTC)).toBe('00:30:09');
    expect(formatDate(LATE_EVENING_UTC)).toBe('25/01/2026');
  });

  it('adds the day only when it is another one', () => {
    expect(formatMoment(LATE_EVENING_UTC, new Date('2026-01-25T05:00:00Z'))).toBe('00:30');
    expect(formatMoment(LATE_EVENING_UTC, new Date('2026-01-24T05:00:00Z'))).toBe('00:30 25/01');
  });

  it('finds midnights in Vietnam', () => {
    const now = new Date(LATE_EVENING_UTC);
    expect(startOfDay(now).toISOString()).toBe('2026-01-24T17:00:00.000Z');
    expect(startOfDay(now, 7).toISOString()).toBe('2026-01-17T17:00:00.000Z');
    expect(startOfMonth(now).toISOString()).toBe('2025-12-31T17:00:00.000Z');
  });

  it('counts seconds down, never below zero', () => {
    expect(secondsBetween('2026-01-25T00:00:00Z', '2026-01-25T00:29:05.900Z')).toBe(1745);
    expect(secondsBetween('2026-01-25T00:00:10Z', '2026-01-25T00:00:00Z')).toBe(0);
    expect(formatCountdown(1745)).toBe('29:05');
    expect(formatCountdown(0)).toBe('0:00');
  });
});
