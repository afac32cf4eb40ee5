import type { ClockView } from '~/api/generated/contract';
import { m } from '~/paraglide/messages';

/** The clock in one sentence. */
export function clockSentence(clock: ClockView): string {
  const { skewMs, level } = clock;
  if (skewMs === null || level === 'unmeasured') return m.clock_unmeasured();
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (seconds < 1) return m.clock_exact();
  return skewMs > 0 ? m.clock_fast({ seconds }) : m.clock_slow({ seconds });
}

/** What that means and what to do. */
export function clockAdvice({ level, isCorrected }: ClockView): string {
  switch (level) {
    case 'unmeasured':
      return m.clock_advice_unmeasured();
    case 'green':
      return m.clock_advice_green();
    case 'amber':
      return isCorrected ? m.clock_advice_amber() : m.clock_advice_red();
    case 'red':
      return isCorrected ? m.clock_advice_red_corrected() : m.clock_advice_red();
  }
}
