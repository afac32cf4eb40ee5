const ZONE = 'Asia/Ho_Chi_Minh';
const OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function read(at: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** `14:05`, 24-hour, in Vietnam. */
export function formatClock(time: string | Date): string {
  const { hour, minute } = read(new Date(time));
  return `${hour}:${minute}`;
}

/** `14:05:09`. */
export function formatClockSeconds(time: string | Date): string {
  const { hour, minute, second } = read(new Date(time));
  return `${hour}:${minute}:${second}`;
}

/** `21/11/2026`. */
export function formatDate(time: string | Date): string {
  const { day, month, year } = read(new Date(time));
  return `${day}/${month}/${year}`;
}

/** `14:05` on the day of `now`, else `14:05 21/11`. */
export function formatMoment(time: string | Date, now: Date): string {
  const at = read(new Date(time));
  const isToday = startOfDay(new Date(time)).getTime() === startOfDay(now).getTime();
  return isToday ? `${at.hour}:${at.minute}` : `${at.hour}:${at.minute} ${at.day}/${at.month}`;
}

/** Midnight in Vietnam, `daysBack` days before the day of `now`. Vietnam has no summer time. */
export function startOfDay(now: Date, daysBack = 0): Date {
  const day = Math.floor((now.getTime() + OFFSET_MS) / DAY_MS);
  return new Date((day - daysBack) * DAY_MS - OFFSET_MS);
}

/** The first midnight of the month of `now`, in Vietnam. */
export function startOfMonth(now: Date): Date {
  const local = new Date(now.getTime() + OFFSET_MS);
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1) - OFFSET_MS);
}

/** Whole seconds from `from` to `to`, never below zero. */
export function secondsBetween(from: string | Date, to: string | Date): number {
  return Math.max(0, Math.floor((new Date(to).getTime() - new Date(from).getTime()) / 1000));
}

/** `29:05` for 1,745 seconds. */
export function formatCountdown(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
