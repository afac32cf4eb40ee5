import type { CodeView } from '~/api/generated/contract';
import { language } from '~/i18n/language.svelte';
import { m } from '~/paraglide/messages';

/** A code's name in the language of the page. */
export function codeName(code: CodeView): string {
  return language() === 'vi' ? code.nameVi : code.nameEn;
}

/** The codes of a table as options; an unknown one that is in use stays choosable. */
export function codeOptions(
  codes: readonly CodeView[],
  inUse: string,
  none?: string,
): { value: string; label: string }[] {
  const known = codes.map((code) => ({ value: code.code, label: codeName(code) }));
  const isUnknown = inUse !== '' && !codes.some(({ code }) => code === inUse);
  return [
    ...(none === undefined ? [] : [{ value: '', label: none }]),
    ...known,
    ...(isUnknown ? [{ value: inUse, label: m.codes_unknown({ code: inUse }) }] : []),
  ];
}
