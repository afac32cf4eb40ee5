/** The customer display. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import type { Window } from '../support/window.ts';
import { dong } from './amount.ts';

export class Customer {
  private constructor(readonly window: Window) {}

  static async of(app: App): Promise<Customer> {
    return new Customer(await app.display());
  }

  async showsQr(amount: number): Promise<void> {
    await this.window.find('img', text('display_qr_label', { amount: dong(amount) }));
  }

  async showsChecking(): Promise<void> {
    await this.window.shows(text('display_checking'));
  }

  async showsPaid(amount: number): Promise<void> {
    await this.window.shows(text('display_paid'), dong(amount));
  }

  async showsShort(missing: number): Promise<void> {
    await this.window.shows(text('display_short'), dong(missing));
  }

  async showsOver(giveBack: number): Promise<void> {
    await this.window.shows(text('display_over'), dong(giveBack));
  }

  async showsExpired(): Promise<void> {
    await this.window.shows(text('display_expired'));
  }

  async showsNoNetwork(): Promise<void> {
    await this.window.shows(text('display_no_network'), text('display_no_network_hint'));
  }

  async showsThanks(): Promise<void> {
    await this.window.shows(text('display_thank_you'));
  }
}
