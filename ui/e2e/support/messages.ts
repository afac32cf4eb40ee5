/** The page's own words, from the catalogue it is built with, so that specs and page cannot drift apart. */

import { readFileSync, readdirSync } from 'node:fs';

export type Language = 'vi' | 'en';

const catalogues = { vi: read('vi'), en: read('en') };

/** A text of the page in Vietnamese, or in English where asked. */
export function text(
  key: string,
  values: Record<string, string | number> = {},
  language: Language = 'vi',
): string {
  const found = catalogues[language][key];
  if (found === undefined) throw new Error(`no message "${key}"`);
  return found.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));
}

/** The catalogue of one language is split over the areas of the page: `vi.json`, `counter.vi.json`, … */
function read(language: Language): Record<string, string> {
  const folder = new URL('../../messages/', import.meta.url);
  const texts: Record<string, string> = {};
  for (const name of readdirSync(folder)) {
    if (name !== `${language}.json` && !name.endsWith(`.${language}.json`)) continue;
    const all = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, unknown>;
    for (const [key, found] of Object.entries(all))
      if (typeof found === 'string') texts[key] = found;
  }
  return texts;
}
