import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Texts = Record<string, string>;

const read = (name: string): Texts =>
  JSON.parse(readFileSync(`messages/${name}.json`, 'utf8')) as Texts;
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
const entries = (texts: Texts) => Object.entries(texts).filter(([key]) => key !== '$schema');

describe.each([
  '',
  'errors.',
  'results.',
  'counter.',
  'instalment.',
  'books.',
  'invoices.',
  'payouts.',
])('messages %s', (file) => {
  const vi = read(`${file}vi`);
  const en = read(`${file}en`);

  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  });

  it('take the same values in both languages', () => {
    for (const [key, text] of entries(vi)) {
      expect(placeholders(en[key] ?? ''), key).toEqual(placeholders(text));
    }
  });

  it('say something', () => {
    for (const [key, text] of [...entries(vi), ...entries(en)]) {
      expect(text.trim(), key).not.toBe('');
    }
  });
});
