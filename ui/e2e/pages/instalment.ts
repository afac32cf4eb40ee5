/** Instalments at the counter: form, QR, the first part in the shop, cancel, how it ended. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import type { Window } from '../support/window.ts';
import { dong } from './amount.ts';
import { Counter } from './counter.ts';

export interface Buyer {
  readonly phone: string;
  readonly name: string;
  readonly email: string;
}

export const LAN: Buyer = {
  phone: '0912345678',
  name: 'Trần Ngọc Lan',
  email: 'lan@example.vn',
};

export const SHOP_ADDRESS = {
  houseNumber: '12',
  street: 'Nguyễn Trãi',
  ward: 'Phường Bến Thành',
  district: 'Quận 1',
  city: 'TP. Hồ Chí Minh',
} as const;

export type End = 'refused' | 'expired' | 'cancelled' | 'rejected';
export type Tender = 'cash' | 'card' | 'bankTransfer' | 'wallet';

export class Instalment {
  private constructor(
    readonly window: Window,
    private readonly counter: Counter,
  ) {}

  static async of(app: App): Promise<Instalment> {
    return new Instalment(await app.main(), await Counter.of(app));
  }

  /** Types an amount and opens the form by its key. */
  async open(amount: number): Promise<void> {
    await this.counter.type(String(amount));
    await this.window.press('F7');
    await this.hasForm();
  }

  async hasForm(): Promise<void> {
    await this.window.find('textbox', text('instalment_field_phone'));
  }

  async fill({ phone, name, email }: Buyer): Promise<void> {
    await this.window.fill(text('instalment_field_phone'), phone);
    await this.window.fill(text('instalment_field_name'), name);
    await this.window.fill(text('instalment_field_email'), email);
  }

  /** The address that is asked once, where the shop has none yet. */
  async fillShopAddress(): Promise<void> {
    for (const [field, value] of Object.entries(SHOP_ADDRESS)) {
      await this.window.fill(text(`instalment_field_${field}`), value);
    }
  }

  /** Chooses the plan that is offered first. */
  async choosePlan(): Promise<void> {
    await this.window.click('radio', text('instalment_plan_today'));
  }

  async send(amount: number): Promise<void> {
    await this.window.click('button', text('instalment_send', { amount: dong(amount) }));
  }

  /** From an empty counter to the request. */
  async ask(amount: number, buyer: Buyer = LAN): Promise<void> {
    await this.open(amount);
    await this.fill(buyer);
    await this.send(amount);
  }

  /** The same for a customer who was here before. */
  async askAgain(amount: number, buyer: Buyer = LAN): Promise<void> {
    await this.open(amount);
    await this.window.fill(text('instalment_field_phone'), buyer.phone);
    await this.window.shows(text('instalment_known'));
    await this.send(amount);
  }

  async showsQr(amount: number, { name }: Buyer = LAN): Promise<void> {
    await this.window.find('img', text('instalment_qr_label', { amount: dong(amount), name }));
  }

  async showsWaiting(): Promise<void> {
    await this.window.shows(text('instalment_waiting'));
  }

  async showsBusy(): Promise<void> {
    await this.window.shows(text('instalment_busy'));
  }

  async showsAccepted(amount: number): Promise<void> {
    await this.window.shows(text('instalment_accepted'), dong(amount));
  }

  async showsEnd(end: End): Promise<void> {
    await this.window.shows(text(`instalment_end_${end}`));
  }

  /** Asks to cancel; nothing is cancelled before `cancelForSure`. */
  async cancel(amount: number): Promise<void> {
    await this.window.click('button', text('instalment_cancel'));
    await this.window.shows(text('instalment_cancel_title', { amount: dong(amount) }));
  }

  async keep(): Promise<void> {
    await this.window.click('button', text('instalment_cancel_keep'));
  }

  async cancelForSure(): Promise<void> {
    await this.window.click('button', text('instalment_cancel_yes'));
  }

  /** Pays what an instalment payment did not bring by VietQR instead. */
  async takeByQr(): Promise<void> {
    await this.window.click('button', text('instalment_take_by_qr'));
  }

  /** Opens the form again after an instalment payment that came to nothing. */
  async again(): Promise<void> {
    await this.window.click('button', text('instalment_again'));
    await this.hasForm();
  }

  async openFirstPart(): Promise<void> {
    await this.window.press('F1');
    await this.window.find('textbox', text('instalment_first_amount'));
  }

  async firstPartAmount(): Promise<string> {
    const field = await this.window.find('textbox', text('instalment_first_amount'));
    return field.getValue();
  }

  async takeFirstPart(amount: number, tender: Tender, receipt: string): Promise<void> {
    await this.window.click('radio', text(`instalment_tender_${tender}`));
    await this.window.fill(text('instalment_receipt'), receipt);
    await this.window.click('button', text('instalment_first_confirm', { amount: dong(amount) }));
  }
}
