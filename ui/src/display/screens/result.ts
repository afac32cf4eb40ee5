/** The words of each result, for the customer. A sum that is not known is left out, never guessed. */
import type { DisplayState } from '~/api/generated/contract';
import { formatDong } from '~/format/money';
import { m } from '~/paraglide/messages';

export type ResultState = Extract<
  DisplayState,
  { kind: 'paid' | 'short' | 'over' | 'expired' | 'thankYou' }
>;

export interface ResultWords {
  title: string;
  /** The one figure that matters, when it is known. */
  figure: string | null;
  hints: string[];
}

export function wordsOf(state: ResultState): ResultWords {
  switch (state.kind) {
    case 'paid':
      return {
        title: m.display_paid(),
        figure: formatDong(state.amount),
        hints: [m.display_paid_hint()],
      };
    case 'short':
      return shortWords(state);
    case 'over':
      return {
        title: state.giveBack === null ? m.display_over_unknown() : m.display_over(),
        figure: state.giveBack === null ? null : formatDong(state.giveBack),
        hints: [m.display_over_hint({ amount: formatDong(state.amount) })],
      };
    case 'expired':
      return {
        title: m.display_expired(),
        figure: formatDong(state.amount),
        hints: [m.display_expired_hint()],
      };
    case 'thankYou':
      return { title: m.display_thank_you(), figure: null, hints: [m.display_thank_you_hint()] };
  }
}

function shortWords(state: Extract<ResultState, { kind: 'short' }>): ResultWords {
  const hints = [m.display_short_hint()];
  if (state.received !== null) {
    const received = formatDong(state.received);
    hints.unshift(m.display_short_received({ received, amount: formatDong(state.amount) }));
  }
  return state.missing === null
    ? { title: m.display_short_unknown(), figure: null, hints }
    : { title: m.display_short(), figure: formatDong(state.missing), hints };
}
