import { language } from '~/i18n/language.svelte';

interface Words {
  wordsVi: string;
  wordsEn: string;
}

/** An amount in the words of the page's language. */
export const wordsOf = ({ wordsVi, wordsEn }: Words): string =>
  language() === 'vi' ? wordsVi : wordsEn;
