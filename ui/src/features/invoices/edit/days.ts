/** Days in Vietnam, counted from 1970; a time of day only where a moment must be told. */
const OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

export type Day = number;

export const dayOf = (time: string | Date): Day =>
  Math.floor((new Date(time).getTime() + OFFSET_MS) / DAY_MS);

const momentOf = (day: Day, ms: number): string =>
  new Date(day * DAY_MS - OFFSET_MS + ms).toISOString();

export const noonOf = (day: Day): string => momentOf(day, DAY_MS / 2);

/** A due day lasts until its last second. */
export const endOf = (day: Day): string => momentOf(day, DAY_MS - 1000);

export function lastOfMonth(day: Day): Day {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / DAY_MS;
}

const FULL = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/;

/** Reads `25/12`, `25.12.2026`, `251226`; the year left out is the one of `near`. */
export function readDay(text: string, near: Day): Day | null {
  const match = FULL.exec(text.trim()) ?? DIGITS.exec(text.trim());
  if (!match) return null;
  const [day, month] = [Number(match[1]), Number(match[2])];
  const year = match[3] === undefined ? new Date(near * DAY_MS).getUTCFullYear() : Number(match[3]);
  const date = new Date(Date.UTC(year < 100 ? 2000 + year : year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.getTime() / DAY_MS : null;
}
