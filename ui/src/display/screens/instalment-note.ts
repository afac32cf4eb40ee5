/** What the customer reads when an instalment payment leaves the phone: calm, and without codes. */
import type { DisplayState } from '~/api/generated/contract';
import { formatDong } from '~/format/money';
import { m } from '~/paraglide/messages';

export type NoteState = Extract<DisplayState, { kind: 'firstPart' | 'instalmentEnded' }>;

export interface NoteWords {
  title: string;
  figure: string | null;
  hint: string;
}

export function noteOf(state: NoteState): NoteWords {
  if (state.kind === 'firstPart') {
    const figure = state.firstPart === null ? null : formatDong(state.firstPart);
    return { title: m.display_first_part(), figure, hint: m.display_first_part_hint() };
  }
  return { title: endTitle(state.how), figure: null, hint: m.display_instalment_ended_hint() };
}

function endTitle(how: Extract<NoteState, { kind: 'instalmentEnded' }>['how']): string {
  if (how === 'expired') return m.display_instalment_expired();
  return how === 'cancelled' ? m.display_instalment_cancelled() : m.display_instalment_refused();
}
