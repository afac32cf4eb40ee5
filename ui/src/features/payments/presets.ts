import { startOfDay, startOfMonth } from '~/format/time';
import { m } from '~/paraglide/messages';

export const PRESETS = ['today', 'yesterday', 'week', 'month', 'all'] as const;

export type Preset = (typeof PRESETS)[number];

const WEEK_BACK = 6;

export function presetName(preset: Preset): string {
  return m[`payments_preset_${preset}`]();
}

/** From (included) and to (excluded), by the calendar of Vietnam. */
export function rangeOf(preset: Preset, now: Date): { from?: string; to?: string } {
  switch (preset) {
    case 'today':
      return { from: startOfDay(now).toISOString() };
    case 'yesterday':
      return { from: startOfDay(now, 1).toISOString(), to: startOfDay(now).toISOString() };
    case 'week':
      return { from: startOfDay(now, WEEK_BACK).toISOString() };
    case 'month':
      return { from: startOfMonth(now).toISOString() };
    case 'all':
      return {};
  }
}
