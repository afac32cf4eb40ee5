import { overwriteGetLocale } from '~/paraglide/runtime';

/** A language of the app; Vietnamese is the source. */
export type AppLanguage = 'vi' | 'en';

let current = $state<AppLanguage>('vi');

// Messages read this rune, so every text on the page follows a change without a reload.
overwriteGetLocale(() => current);

export function language(): AppLanguage {
  return current;
}

export function setLanguage(next: AppLanguage): void {
  current = next;
  document.documentElement.lang = next;
}
