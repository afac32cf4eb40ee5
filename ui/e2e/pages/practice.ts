/** The hand of practice mode: the customer and the network. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import type { Window } from '../support/window.ts';

export type Move = 'full' | 'tiny' | 'half' | 'more';

/** What the customer of an instalment payment does on the phone. */
export type InstalmentMove = 'begin' | 'accept' | 'firstPartHere' | 'refuse' | 'letExpire';

export type Trouble =
  | 'noNetwork'
  | 'lostAnswer'
  | 'wrongAmount'
  | 'wrongCrc'
  | 'strangeLink'
  | 'instalmentLimit'
  | 'instalmentDenied'
  | 'lostRefundAnswer';

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

  async instalment(move: InstalmentMove): Promise<void> {
    await this.window.click('button', text(`practice_move_${move}`));
  }

  /** Switches a trouble on or off. */
  async trouble(name: Trouble): Promise<void> {
    await this.window.toggle('checkbox', text(`practice_trouble_${name}`));
  }
}
