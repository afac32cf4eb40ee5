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
    await this.unfolded(() => this.window.click('button', text(`practice_move_${move}`)));
  }

  /** Switches a trouble on or off. */
  async trouble(name: Trouble): Promise<void> {
    await this.unfolded(() => this.window.toggle('checkbox', text(`practice_trouble_${name}`)));
  }

  /** Arms a trouble that strikes once; one that has struck already may still be ticked. */
  async arm(name: Trouble): Promise<void> {
    const label = text(`practice_trouble_${name}`);
    await this.unfolded(async () => {
      if (await (await this.window.find('checkbox', label)).isSelected())
        await this.window.toggle('checkbox', label);
      await this.window.toggle('checkbox', label);
    });
  }

  /** On a small screen the hand is folded away; it is folded again when it has done its work. */
  private async unfolded(work: () => Promise<void>): Promise<void> {
    const wasFolded = await this.window.has('button', text('practice_expand'));
    if (wasFolded) await this.window.click('button', text('practice_expand'));
    await work();
    if (wasFolded) await this.window.click('button', text('practice_collapse'));
  }
}
