import type { SettingsView } from '~/api/generated/contract';

/** Puts theme and type size on the page; the tokens do the rest. */
export function wear({ theme, isLargeType }: Pick<SettingsView, 'theme' | 'isLargeType'>): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  if (isLargeType) dataset.type = 'large';
  else delete dataset.type;
}
