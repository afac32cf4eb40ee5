/** Payouts: the owner's lock, the four steps, and what became of one. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import type { Window } from '../support/window.ts';
import { dong } from './amount.ts';
import { goTo } from './rail.ts';

/** Whom the shop pays; `shown` is what the page and the gateway make of it. */
export interface Beneficiary {
  readonly bank: string;
  readonly number: string;
  readonly name: string;
  readonly shown: { readonly number: string; readonly name: string };
}

export interface Wanted {
  readonly to: Beneficiary;
  readonly amount: number;
  readonly words: string;
  readonly description: string;
  /** The description as it is sent. */
  readonly folded: string;
}

export type Standing =
  'unclear' | 'awaitingCode' | 'codeUnclear' | 'processing' | 'settling' | 'succeeded' | 'refused';

type Notice = 'first' | 'bank' | 'balance';

/** The first look comes two seconds after a lost answer, the next ones less often. */
const UNTIL_FOUND_MS = 30_000;

export class Payouts {
  private constructor(readonly window: Window) {}

  /** Whatever of it is on the screen. */
  static async onScreen(app: App): Promise<Payouts> {
    return new Payouts(await app.main());
  }

  /** The first visit: the owner's PIN is set, and payouts are open. */
  static async setUp(app: App, pin: string): Promise<Payouts> {
    const window = await app.main();
    await window.click('button', text('nav_payouts'));
    await window.find('heading', text('owner_set_title'));
    await window.fill(text('owner_pin_new'), pin);
    await window.fill(text('owner_pin_again'), pin);
    await window.click('button', text('owner_pin_save'));
    const payouts = new Payouts(window);
    await payouts.isOpen();
    return payouts;
  }

  /** A later visit, up to the lock. */
  static async behindTheLock(app: App): Promise<Payouts> {
    await goTo(app, 'payouts');
    const payouts = new Payouts(await app.main());
    await payouts.isLocked();
    return payouts;
  }

  async isOpen(): Promise<void> {
    await this.window.find('button', text('payout_new'));
  }

  async isLocked(): Promise<void> {
    await this.window.find('heading', text('payout_locked_title'));
  }

  async lock(): Promise<void> {
    await this.window.press('Control', 'l');
    await this.isLocked();
  }

  async tryToUnlock(pin: string): Promise<void> {
    await this.window.fill(text('owner_pin'), pin);
    await this.window.click('button', text('owner_unlock'));
  }

  async startNew(): Promise<void> {
    await this.window.click('button', text('payout_new'));
    await this.window.find('textbox', text('payout_paste'));
  }

  /** Pastes what somebody sent by chat. */
  async paste(message: string): Promise<void> {
    const field = text('payout_paste');
    await this.window.fill(field, message);
    await this.window.press('Control', 'a');
    await this.window.press('Control', 'x');
    await this.window.press('Control', 'v');
    await this.window.shows(text('payout_filled_in'));
  }

  async hasFilledIn({ bank, shown }: Beneficiary): Promise<void> {
    const sent = [shown.number, shown.name].map((value) => text('payout_sent_as', { text: value }));
    await this.window.shows(...sent);
    const found = await this.window.valueOf('combobox', text('payout_bank'));
    if (found !== bank) throw new Error(`the bank is "${found}", not "${bank}"`);
  }

  async toAmount(): Promise<void> {
    await this.window.click('button', text('payout_to_amount'));
  }

  async enterAmount({ amount, words, description, folded }: Wanted): Promise<void> {
    await this.window.fill(text('counter_amount_label'), String(amount));
    await this.window.fill(text('payout_description'), description);
    await this.window.shows(words, text('payout_sent_as', { text: folded }));
  }

  async toReadBack(): Promise<void> {
    await this.window.click('button', text('payout_to_read_back'));
    await this.window.find('heading', text('payout_read_back_title'));
  }

  async readsBack({ to, amount, words, folded }: Wanted): Promise<void> {
    const { number, name } = to.shown;
    await this.window.shows(dong(amount), words, number, name, to.bank, folded);
  }

  /** Ticks what deserves a second look. */
  async confirm(...notices: readonly Notice[]): Promise<void> {
    await this.window.shows(text('payout_confirm_first'));
    for (const notice of notices) {
      const [before = ''] = text(`payout_notice_${notice}`).split('{');
      await this.window.toggle('checkbox', before);
    }
    await this.window.shows(text('payout_no_money_before_code'));
  }

  async enterPin(pin: string): Promise<void> {
    await this.window.fill(text('owner_pin'), pin);
  }

  async send(wanted: Wanted): Promise<void> {
    await this.window.click('button', sendButton(wanted));
  }

  /** From the list to what is read back, everything confirmed and the PIN entered. */
  async prepare(wanted: Wanted, pin: string, ...others: Notice[]): Promise<void> {
    await this.startNew();
    const { number, bank, name } = wanted.to;
    await this.paste(`${number} - ${bank} - ${name}`);
    await this.hasFilledIn(wanted.to);
    await this.toAmount();
    await this.enterAmount(wanted);
    await this.toReadBack();
    await this.confirm('first', 'bank', ...others);
    await this.enterPin(pin);
  }

  /** Waits until the code can be entered beside what the gateway repeated. */
  async asksForCode({ to, amount }: Wanted): Promise<void> {
    const title = text('payout_title', { name: to.shown.name });
    await this.window.find('heading', title, UNTIL_FOUND_MS);
    await this.window.find('textbox', text('payout_code'), UNTIL_FOUND_MS);
    await this.window.find('heading', text('payout_told_title'));
    await this.window.shows(dong(amount), to.shown.number, to.shown.name, to.bank);
  }

  async enterCode(code: string, pin: string): Promise<void> {
    await this.window.fill(text('payout_code'), code);
    await this.enterPin(pin);
  }

  async handIn(): Promise<void> {
    await this.window.click('button', text('payout_hand_in'));
  }

  async handInTwice(): Promise<void> {
    await this.window.doubleClick('button', text('payout_hand_in'));
  }

  /** Waits until the page says where the payout stands. */
  async shows(standing: Standing): Promise<void> {
    await this.window.find('heading', text(`payout_is_${standing}`), UNTIL_FOUND_MS);
  }

  async checkNow(): Promise<void> {
    await this.window.click('button', text('common_check_now'));
  }

  async likeThis(): Promise<void> {
    await this.window.click('button', text('payout_like_this'));
  }

  async back(): Promise<void> {
    await this.window.press('Escape');
    await this.isOpen();
  }

  async open(wanted: Wanted, standing: Standing): Promise<void> {
    await this.window.click('button', row(wanted, standing));
  }

  async lists(wanted: Wanted, standing: Standing): Promise<void> {
    await this.window.find('button', row(wanted, standing));
  }
}

/** The words of the most dangerous button of all. */
export function sendButton({ to, amount }: Wanted): string {
  return text('payout_send', { amount: dong(amount), name: to.shown.name });
}

function row({ to, amount }: Wanted, standing: Standing): string {
  return text('payout_open', {
    amount: dong(amount),
    name: to.shown.name,
    standing: text(`payout_standing_${standing}`),
  });
}
