/** The counter's products: by search, by scanner, by quick key. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import { until } from '../support/until.ts';
import type { Window } from '../support/window.ts';
import { amountOf } from './amount.ts';

export class Goods {
  private constructor(readonly window: Window) {}

  static async of(app: App): Promise<Goods> {
    return new Goods(await app.main());
  }

  /** Opens the search by its key, and takes the first that is found. */
  async find(typed: string): Promise<void> {
    await this.window.press('F3');
    await this.window.hasFocus('combobox', text('goods_find'));
    await this.window.type(typed);
    await this.window.press('Enter');
  }

  async pressQuickKey(name: string): Promise<void> {
    await this.window.click('button', name);
  }

  async oneLess(name: string): Promise<void> {
    await this.window.click('button', text('goods_less', { name }));
  }

  /** Waits until the bill comes to this. */
  async comeTo(amount: number): Promise<void> {
    const label = text('counter_amount_label');
    await until(`the bill is ${amount}`, async () => {
      const typed = await this.window.valueOf('textbox', label);
      return amountOf(typed) === amount || Promise.reject(new Error(`it is ${typed}`));
    });
  }
}
