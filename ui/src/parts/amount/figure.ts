/** The figure in the amount field: digits are grouped for the eye, anything else stays as it was typed. */
import { formatNumber } from '~/format/money';

const DIGITS = /^\d+$/;
const GROUPED = /^[\d.]*$/;

/** Longest text that is kept; the longest amount with `1tr2`-style words is far shorter. */
export const TEXT_MAX = 24;

/** Rust looks at that many characters of what is pasted. */
const PASTE_MAX = 100;

/** The figure of a text. */
export function figureOf(text: string): string {
  return DIGITS.test(text) ? formatNumber(Number(text)) : text;
}

/**
 * The text behind a field's content. Group marks are taken out only where they are ours: in a pasted `1.5` the
 * mark may be a decimal one, and that is for Rust to say.
 */
export function textFrom(content: string, before: string, isPasted: boolean): string {
  const wasPlain = before === '' || DIGITS.test(before);
  if (isPasted || !wasPlain || !GROUPED.test(content)) return content.slice(0, PASTE_MAX);
  return content.replaceAll('.', '').slice(0, TEXT_MAX);
}

/** How many characters other than group marks stand to the right of the caret. */
export function charactersRight(content: string, caret: number): number {
  return content.slice(caret).replaceAll('.', '').length;
}

/** Where the caret belongs in a figure, so that as many characters stay to its right. */
export function caretFor(figure: string, right: number): number {
  let caret = figure.length;
  for (let left = right; left > 0 && caret > 0; caret -= 1) {
    if (figure[caret - 1] !== '.') left -= 1;
  }
  return caret;
}
