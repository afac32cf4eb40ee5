import { afterEach, describe, expect, it } from 'vitest';
import { type AppLanguage, setLanguage } from '~/i18n/language.svelte';
import { INSTALMENT_RESULTS } from './generated/contract';
import { describeResult } from './instalment-results';

afterEach(() => setLanguage('vi'));

const inBoth = <Answer>(work: (language: AppLanguage) => Answer): Answer[] =>
  (['vi', 'en'] as const).map((language) => {
    setLanguage(language);
    return work(language);
  });

describe("the table of Fundiin's words", () => {
  it('has a message of its own for each', () => {
    inBoth((language) => {
      const messages = INSTALMENT_RESULTS.map((word) => describeResult(word).message);
      expect(new Set(messages).size, language).toBe(INSTALMENT_RESULTS.length);
    });
  });

  it.each(INSTALMENT_RESULTS)('%s is told in both languages', (word) => {
    const [vietnamese, english] = inBoth(() => describeResult(word));
    for (const part of ['message', 'meaning', 'next'] as const) {
      expect(vietnamese?.[part]).not.toContain(word);
      expect(english?.[part], part).not.toBe(vietnamese?.[part]);
    }
  });

  it('shows a word that no page lists as it came', () => {
    inBoth(() => {
      const text = describeResult('FROZEN_BY_PARTNER');
      expect(text.message).toContain('FROZEN_BY_PARTNER');
      expect(text.next).toContain('Fundiin');
    });
  });

  it('never calls a word that leaves the effect open harmless', () => {
    const harmless = describeResult('INVALID_AMOUNT').meaning;
    for (const open of [
      'DUPLICATE_REFERENCE_ID',
      'REQUEST_PROCESSING',
      'DOWNSTREAM_ERROR',
      'ERROR_GENERAL',
      'NEVER_SEEN',
    ]) {
      expect(describeResult(open).meaning, open).not.toBe(harmless);
    }
  });
});
