/** The counter: amount, QR, verdict, next step. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import { until } from '../support/until.ts';
import type { Window } from '../support/window.ts';
import { dong } from './amount.ts';

export class Counter {
  private constructor(readonly window: Window) {}

  static async of(app: App): Promise<Counter> {
    return new Counter(await app.main());
  }

  /** Waits until an amount can be typed. */
  async isReady(): Promise<void> {
    await this.window.find('textbox', text('counter_amount_label'));
  }

  async type(amount: string): Promise<void> {
    await this.window.fill(text('counter_amount_label'), amount);
  }

  async take(amount: number): Promise<void> {
    await this.window.click('button', text('counter_take_amount', { amount: dong(amount) }));
  }

  /** Types an amount and asks for it; the QR may not be there yet. */
  async ask(amount: number): Promise<void> {
    await this.type(String(amount));
    await this.take(amount);
  }

  async showsQr(amount: number): Promise<void> {
    const [before = ''] = text('counter_qr_label', { amount: dong(amount) }).split(',');
    await this.window.find('img', before);
  }

  /** Types an amount, asks for it and waits for the QR. */
  async charge(amount: number): Promise<void> {
    await this.ask(amount);
    await this.showsQr(amount);
  }

  async checkNow(): Promise<void> {
    await this.window.click('button', text('counter_check_now'));
  }

  async reissue(): Promise<void> {
    await this.window.click('button', text('counter_reissue'));
  }

  async askForRest(missing: number): Promise<void> {
    await this.window.click('button', text('counter_rest_qr', { amount: dong(missing) }));
  }

  async nextCustomer(): Promise<void> {
    await this.window.click('button', text('counter_next_customer'));
  }

  /** Waits until Enter leads on: keys that were on their way when the verdict came are not taken. */
  async takesNextByKey(): Promise<void> {
    const name = text('counter_next_customer');
    await this.window.hasFocus('button', name);
    await until(`the button "${name}" takes keys`, async () => {
      const button = await this.window.find('button', name, 0);
      return (await button.getAttribute('data-takes-keys')) === 'true';
    });
  }

  async givenBack(): Promise<void> {
    await this.window.click('button', text('counter_given_back'));
  }

  async showsPaid(): Promise<void> {
    await this.window.shows(text('counter_paid_text'));
  }

  async showsLate(): Promise<void> {
    await this.window.shows(text('counter_late_word'), text('counter_late_text'));
  }

  async showsShort(received: number, missing: number): Promise<void> {
    await this.window.shows(text('counter_short_word'), dong(received), dong(missing));
  }

  async showsOver(...sums: readonly number[]): Promise<void> {
    await this.window.shows(text('counter_over_text'), ...sums.map(dong));
  }

  /** Waits until the gateway answers again. */
  async isFresh(): Promise<void> {
    const [before = ''] = text('freshness_fresh').split('{');
    await this.window.shows(before);
  }

  async showsExpired(): Promise<void> {
    await this.window.shows(text('counter_expired_title'));
  }
}
