import { secondsBetween } from '~/format/time';
import { m } from '~/paraglide/messages';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How old something is, in words: `5 phút trước`. */
export function ago(time: string, now: Date): string {
  const seconds = secondsBetween(time, now);
  if (seconds < MINUTE) return m.ago_now();
  if (seconds < HOUR) return m.ago_minutes({ count: Math.floor(seconds / MINUTE) });
  if (seconds < DAY) return m.ago_hours({ count: Math.floor(seconds / HOUR) });
  return m.ago_days({ count: Math.floor(seconds / DAY) });
}
