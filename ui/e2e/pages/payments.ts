/** The list of payments, and one of them with its history. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import type { Window } from '../support/window.ts';
import { dong } from './amount.ts';
import { goTo } from './rail.ts';

export class Payments {
  private constructor(readonly window: Window) {}

  static async of(app: App): Promise<Payments> {
    await goTo(app, 'payments');
    return new Payments(await app.main());
  }

  /** Opens the payment of this amount; the list must have one only. */
  async open(amount: number): Promise<void> {
    await this.window.click('button', `, ${dong(amount)}`);
    await this.window.find('dialog', '');
  }

  /** Asks for the money to be given back; nothing is given back before the dialog's own button. */
  async askRefund(): Promise<void> {
    await this.window.click('button', text('payment_refund'));
  }

  /** Leaves the question as it is. */
  async keep(): Promise<void> {
    await this.window.click('button', text('payment_refund_keep'));
  }

  /** Closes the payment that is open. */
  async close(): Promise<void> {
    await this.window.press('Escape');
    await this.window.find('heading', text('nav_payments'));
  }
}

/** The words of the button that gives the money back. */
export function refundButton(amount: number, name: string): string {
  const upper = name.toLocaleUpperCase('vi');
  return text('payment_refund_do', { amount: dong(amount), name: upper });
}
