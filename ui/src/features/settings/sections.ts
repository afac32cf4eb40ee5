import type { SettingsSection } from '~/app/router.svelte';
import { m } from '~/paraglide/messages';

export const SECTIONS = [
  'shop',
  'look',
  'amounts',
  'owner',
  'keys',
  'instalments',
  'codes',
  'clock',
] as const satisfies readonly SettingsSection[];

export function sectionTitle(section: SettingsSection): string {
  return m[`settings_section_${section}`]();
}
