/** The customer display. */

import type { Desktop } from '../support/desktop.ts';
import { text } from '../support/messages.ts';
import type { Window } from '../support/window.ts';
import { dong } from './amount.ts';

/** A part of the window's title that the cashier's window does not have. */
const TITLE = 'màn hình khách';

export class Customer {
  private constructor(readonly window: Window) {}

  /** Opens the display by its key and puts it on the customer's monitor. */
  static async open(desktop: Desktop): Promise<Customer> {
    await (await desktop.app.main()).press('F11');
    const display = await desktop.app.display();
    await desktop.screen.moveToCustomer(TITLE);
    return new Customer(display);
  }

  /** The display that is open already. */
  static async of(desktop: Desktop): Promise<Customer> {
    return new Customer(await desktop.app.display());
  }

  async showsQr(amount: number): Promise<void> {
    await this.window.find('img', text('display_qr_label', { amount: dong(amount) }));
  }

  async showsInvoice(amount: number, code: string): Promise<void> {
    await this.window.find('img', text('display_invoice_qr', { amount: dong(amount) }));
    await this.window.shows(code);
  }

  async showsInstalment(amount: number): Promise<void> {
    await this.window.find('img', text('display_instalment_qr', { amount: dong(amount) }));
  }

  async showsInstalmentBusy(): Promise<void> {
    await this.window.shows(text('display_instalment_busy'));
  }

  async showsFirstPart(amount: number): Promise<void> {
    await this.window.shows(text('display_first_part'), dong(amount));
  }

  async showsInstalmentEnded(end: 'refused' | 'expired' | 'cancelled'): Promise<void> {
    await this.window.shows(text(`display_instalment_${end}`));
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
