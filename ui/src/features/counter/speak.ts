/** The counter's words for spans, marks and freshness. */
import type { SaleView } from '~/api/generated/contract';
import { m } from '~/paraglide/messages';
import { spanOf, type Freshness } from './logic/freshness';
import type { MarkKind } from './logic/stage';

const NETWORK = new Set(['no_network', 'dns_failed']);

export function saySpan(seconds: number): string {
  const { unit, count } = spanOf(seconds);
  return m[`counter_span_${unit}`]({ count });
}

export function sayMark(mark: MarkKind): string {
  return m[`counter_mark_${mark}`]();
}

/** The name or table, else the running number. */
export function saySale(sale: Pick<SaleView, 'name' | 'number'>): string {
  return sale.name || m.counter_sale_number({ number: sale.number });
}

/** One line that says when the counter last knew. `code` is why checks fail. */
export function sayFreshness(freshness: Freshness, code: string | null): string {
  switch (freshness.kind) {
    case 'never':
      return m.counter_fresh_never();
    case 'fresh':
      return freshness.seconds < 1
        ? m.counter_fresh_now()
        : m.counter_fresh({ span: saySpan(freshness.seconds) });
    case 'waiting':
      return m.counter_waiting_gateway({ span: saySpan(freshness.seconds) });
    case 'failing':
      return sayFailing(freshness, code);
  }
}

function sayFailing(
  { seconds, lastSeconds }: Extract<Freshness, { kind: 'failing' }>,
  code: string | null,
): string {
  const span = saySpan(seconds);
  const what =
    code === null || NETWORK.has(code)
      ? m.counter_failing_network({ span })
      : m.counter_failing({ span });
  return lastSeconds === null
    ? what
    : `${what} · ${m.counter_failing_last({ span: saySpan(lastSeconds) })}`;
}
