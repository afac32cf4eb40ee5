import { ApiError } from '~/api/api-error';
import { call } from '~/api/call';
import { errorMessage } from '~/api/error';
import { till } from '~/api/till.svelte';
import { announcer } from '~/kit/announcer.svelte';
import { m } from '~/paraglide/messages';
import { PLACES } from './places';
import { router } from './router.svelte';
import type { Shortcut } from './shortcuts.svelte';

interface Context {
  openMap: () => void;
  isDisplayOpen: boolean;
}

/** Works from the first run on. */
export const languageShortcut: Shortcut = {
  keys: 'Ctrl+Shift+L',
  label: m.shortcuts_language,
  group: 'app',
  run: () => void switchLanguage(),
};

/** The keys that work on every screen. */
export function shellShortcuts({ openMap, isDisplayOpen }: Context): Shortcut[] {
  return [
    ...PLACES.map(({ name, keys, label }): Shortcut => ({
      keys,
      label,
      group: 'app',
      run: () => router.go({ name }),
    })),
    { keys: 'Escape', label: m.shortcuts_back, group: 'app', run: () => router.back() },
    {
      keys: 'F11',
      label: isDisplayOpen ? m.shortcuts_display_close : m.shortcuts_display_open,
      group: 'app',
      run: () => void toggleDisplay(isDisplayOpen),
    },
    { keys: '?', label: m.shortcuts_open, group: 'app', run: openMap },
  ];
}

export async function switchLanguage(): Promise<void> {
  const next = till.settings.language === 'vi' ? 'en' : 'vi';
  await saying(() => till.updateSettings({ language: next }));
}

const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const;

export async function switchTheme(): Promise<void> {
  await saying(() => till.updateSettings({ theme: NEXT_THEME[till.settings.theme] }));
}

export async function toggleDisplay(isOpen: boolean): Promise<void> {
  await saying(() => call(isOpen ? 'display_close' : 'display_open'));
}

async function saying(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const { code, params } = ApiError.from(cause).body;
    announcer.show(errorMessage(code, params), 'danger');
  }
}
