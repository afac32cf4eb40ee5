/** The hand of practice mode: the customer and the network. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import type { Window } from '../support/window.ts';

export type Move = 'full' | 'tiny' | 'half' | 'more';

export class Practice {
  private constructor(private readonly window: Window) {}

  static async of(app: App): Promise<Practice> {
    return new Practice(await app.main());
  }

  async pay(move: Move): Promise<void> {
    await this.window.click('button', text(`practice_pay_${move}`));
  }

  async letExpire(): Promise<void> {
    await this.window.click('button', text('practice_expire'));
  }

  /** Switches a trouble on or off. */
  async trouble(name: 'noNetwork' | 'lostAnswer' | 'wrongAmount' | 'wrongCrc'): Promise<void> {
    await this.window.click('checkbox', text(`practice_trouble_${name}`));
  }
}
