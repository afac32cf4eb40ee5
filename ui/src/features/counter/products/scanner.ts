/** Codes from a barcode scanner: a burst of keys that no hand types, ended by Enter. */

const LEAST = 6;
const MOST_MS_PER_KEY = 40;

export class Scanner {
  #keys = '';
  #startedAt = 0;
  #lastAt = 0;

  /** @param onstart Called with the first key of what may become a burst. */
  constructor(private readonly onstart: () => void) {}

  /** Takes a key; answers the code when it ends one. */
  press(key: string, at: number): string | null {
    if (key === 'Enter') {
      const code = this.#keys;
      const isQuick = at - this.#startedAt <= (code.length + 1) * MOST_MS_PER_KEY;
      this.#keys = '';
      return code.length >= LEAST && isQuick ? code : null;
    }
    // A scanner holds Shift for a capital.
    if (key === 'Shift') return null;
    if (!/^[\dA-Za-z._-]$/.test(key)) {
      this.#keys = '';
      return null;
    }
    if (this.#keys === '' || at - this.#lastAt > MOST_MS_PER_KEY * 2) {
      this.#keys = '';
      this.#startedAt = at;
      this.onstart();
    }
    this.#keys += key;
    this.#lastAt = at;
    return null;
  }
}
