import { call } from '~/api/call';
import { language } from '~/i18n/language.svelte';
import { Latest } from './logic/latest';
import { textOf } from './logic/entry';

/** An amount in words, as Rust says it, in the cashier's language. To be called while a component starts. */
export function inWords(amount: () => number | null): { readonly text: string } {
  let words = $state.raw({ vi: '', en: '' });
  const latest = new Latest((sum: number) => call('amount_read', { text: textOf(sum) }));
  $effect(() => {
    const sum = amount();
    if (sum === null) {
      latest.forget();
      words = { vi: '', en: '' };
      return;
    }
    latest
      .of(sum)
      .then((view) => {
        if (view) words = { vi: view.wordsVi, en: view.wordsEn };
      })
      .catch(() => (words = { vi: '', en: '' }));
  });
  return {
    get text() {
      return words[language()];
    },
  };
}
