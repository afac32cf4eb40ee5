/** The page's own words, from the catalogue it is built with, so that specs and page cannot drift apart. */

import { readFileSync, readdirSync } from 'node:fs';

export type Language = 'vi' | 'en';

const catalogues = { vi: catalogue('vi'), en: catalogue('en') };

let spoken: Language = 'vi';

/** From here on the page is read in this language. */
export function read(language: Language): void {
  spoken = language;
}

/** A text of the page in the language it is read in. */
export function text(key: string, values: Record<string, string | number> = {}): string {
  const found = catalogues[spoken][key];
  if (found === undefined) throw new Error(`no message "${key}"`);
  return found.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));
}

/** The catalogue of one language is split over the areas of the page: `vi.json`, `counter.vi.json`, … */
function catalogue(language: Language): Record<string, string> {
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
