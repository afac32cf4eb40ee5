/** Two hands on a keyboard: what they do is counted, and timed from the first key on. */

import type { Window } from './window.ts';

export class Hands {
  #steps = 0;
  #began: number | undefined;

  constructor(private readonly window: Window) {}

  /** A text typed in one go is one step, like one key. */
  get steps(): number {
    return this.#steps;
  }

  get seconds(): number {
    return this.#began === undefined ? 0 : (Date.now() - this.#began) / 1000;
  }

  async type(text: string): Promise<void> {
    this.count();
    await this.window.type(text);
  }

  async press(key: string): Promise<void> {
    this.count();
    await this.window.press(key);
  }

  private count(): void {
    this.#began ??= Date.now();
    this.#steps += 1;
  }
}
