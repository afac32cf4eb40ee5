/** When the counter last knew, as something a person can read. */
import type { FreshnessView, PaymentView } from '~/api/generated/contract';
import { secondsBetween } from '~/format/time';

export type Freshness =
  /** The last check was answered `seconds` ago. */
  | { kind: 'fresh'; seconds: number }
  /** Nobody has answered yet. */
  | { kind: 'never' }
  /** Checks have failed for `seconds`; `lastSeconds` ago was the last answer. */
  | { kind: 'failing'; seconds: number; lastSeconds: number | null }
  /** The gateway asked to wait `seconds`. */
  | { kind: 'waiting'; seconds: number };

/** What to say beside a payment. The payment's own answer counts when it is the newer one. */
export function freshnessOf(
  view: FreshnessView,
  payment: PaymentView | null,
  now: Date,
): Freshness {
  const last = newest(view.checkedAt, payment?.checkedAt ?? null);
  const lastSeconds = last === null ? null : secondsBetween(last, now);
  if (view.state === 'failing') {
    const since = view.failingSince ?? last;
    return {
      kind: 'failing',
      seconds: since === null ? 0 : secondsBetween(since, now),
      lastSeconds,
    };
  }
  if (view.state === 'waiting') {
    return {
      kind: 'waiting',
      seconds: view.nextAt === null ? 0 : secondsBetween(now, view.nextAt),
    };
  }
  return lastSeconds === null ? { kind: 'never' } : { kind: 'fresh', seconds: lastSeconds };
}

function newest(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return Date.parse(left) >= Date.parse(right) ? left : right;
}

export type Span = { unit: 'seconds' | 'minutes' | 'hours' | 'days'; count: number };

/** A span in the largest unit that keeps it honest: 59 s, 3 min, 2 h, 1 day. */
export function spanOf(seconds: number): Span {
  if (seconds < 60) return { unit: 'seconds', count: seconds };
  if (seconds < 3600) return { unit: 'minutes', count: Math.floor(seconds / 60) };
  if (seconds < 86_400) return { unit: 'hours', count: Math.floor(seconds / 3600) };
  return { unit: 'days', count: Math.floor(seconds / 86_400) };
}
