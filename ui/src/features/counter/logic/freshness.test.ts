import { describe, expect, it } from 'vitest';
import type { FreshnessView } from '~/api/generated/contract';
import { NOW, at, payment } from '~/features/counter/samples';
import { freshnessOf, spanOf } from './freshness';

const view = (change: Partial<FreshnessView>): FreshnessView => ({
  state: 'fresh',
  checkedAt: at(-2),
  failingSince: null,
  problem: null,
  nextAt: null,
  watched: 1,
  ...change,
});

describe('freshness', () => {
  it('tells the age of the last answer, whichever check brought it', () => {
    expect(freshnessOf(view({}), null, new Date(NOW))).toEqual({ kind: 'fresh', seconds: 2 });
    const checked = payment({ checkedAt: at(-1) });
    expect(freshnessOf(view({ checkedAt: at(-9) }), checked, new Date(NOW))).toEqual({
      kind: 'fresh',
      seconds: 1,
    });
  });

  it('never calls silence an answer', () => {
    expect(freshnessOf(view({ checkedAt: null }), null, new Date(NOW))).toEqual({ kind: 'never' });
  });

  it('counts how long checks have failed', () => {
    const failing = view({ state: 'failing', failingSince: at(-40), checkedAt: at(-41) });
    expect(freshnessOf(failing, null, new Date(NOW))).toEqual({
      kind: 'failing',
      seconds: 40,
      lastSeconds: 41,
    });
  });

  it('says how long the gateway asked to wait', () => {
    expect(freshnessOf(view({ state: 'waiting', nextAt: at(12) }), null, new Date(NOW))).toEqual({
      kind: 'waiting',
      seconds: 12,
    });
  });

  it('uses units that stay honest', () => {
    expect([0, 59, 60, 3599, 7200, 90_000].map((s) => Object.values(spanOf(s)).join(' '))).toEqual([
      'seconds 0',
      'seconds 59',
      'minutes 1',
      'minutes 59',
      'hours 2',
      'days 1',
    ]);
  });
});
