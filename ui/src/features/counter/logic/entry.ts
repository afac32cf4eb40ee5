/** The text of the amount field and what keys do to it. What the text means is asked of Rust. */
import type { AmountView } from '~/api/generated/contract';
import { TEXT_MAX } from '~/parts/amount/figure';

export type Key =
  '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '000' | 'back' | 'clear';

/** The text after a key of the keypad. */
export function afterKey(text: string, key: Key): string {
  if (key === 'clear') return '';
  if (key === 'back') return [...text].slice(0, -1).join('');
  const plain = text.trim() === '0' ? '' : text;
  if (key === '000' && plain === '') return text;
  return plain.length + key.length > TEXT_MAX ? text : plain + key;
}

/** The text of an amount, as a person would have typed it. */
export const textOf = (amount: number): string => String(amount);

export type Taken = { amount: number; tookSuggestion: boolean };

/** The amount that Enter or F1 takes: the suggestion only where the shop enters thousands. */
export function amountToTake(view: AmountView, entersThousands: boolean): Taken | null {
  if (entersThousands && view.suggestion !== null) {
    return { amount: view.suggestion, tookSuggestion: true };
  }
  return view.amount === null || view.problem !== null
    ? null
    : { amount: view.amount, tookSuggestion: false };
}

/** Quick amounts: those near what was typed, then the shop's own, without repeats and without what is there. */
export function chips(view: AmountView | null, frequent: readonly number[], max: number): number[] {
  const near = view?.quick ?? [];
  const all = view?.amount == null ? [...frequent, ...near] : [...near, ...frequent];
  return [...new Set(all)].filter((amount) => amount !== view?.amount).slice(0, max);
}

/** Whether a key of the keyboard is meant for the amount although the field has no focus. */
export function isAmountKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): boolean {
  return !event.ctrlKey && !event.altKey && !event.metaKey && /^[0-9]$/.test(event.key);
}

const TYPED_INTO =
  'input:not([type="checkbox"], [type="radio"]), select, textarea, [role="dialog"] *';

/** Whether what has the focus takes keys itself, so that they are not meant for the amount. */
export function isForAnother(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(TYPED_INTO);
}
