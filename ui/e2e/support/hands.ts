/** Two hands on a keyboard: what they do is counted, and timed from the first key on. */

import type { Role } from './locate.ts';
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

  /** One key, or one together with others that are held. */
  async press(...keys: string[]): Promise<void> {
    this.count();
    await this.window.press(...keys);
  }

  /** Presses a key until something has the focus. */
  async go(key: string, role: Role, name: string, mostSteps: number): Promise<void> {
    for (let step = 0; step < mostSteps; step += 1) {
      await this.press(key);
      if (await this.window.isFocused(role, name)) return;
    }
    throw new Error(`${mostSteps} times ${key} did not lead to the ${role} "${name}"`);
  }

  private count(): void {
    this.#began ??= Date.now();
    this.#steps += 1;
  }
}
