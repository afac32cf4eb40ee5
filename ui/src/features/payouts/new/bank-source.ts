/** Where a code was read: the page's address alone, which needs no translation; without one the words as they are. */
export function sourceAddress(source: string): string {
  return /https?:\/\/([^\s,;)]+)/.exec(source)?.[1] ?? source;
}
