import { m } from '~/paraglide/messages';

/** The five ticks of the first run, in order. */
export const STEPS = ['language', 'shop', 'keys', 'clock', 'account'] as const;

export type Step = (typeof STEPS)[number];

export function stepTitle(step: Step): string {
  return m[`first_step_${step}`]();
}

export function stepAfter(step: Step): Step | undefined {
  return STEPS[STEPS.indexOf(step) + 1];
}

export function stepBefore(step: Step): Step | undefined {
  return STEPS[STEPS.indexOf(step) - 1];
}
