/** The accounts of the shop at the gateway. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import type { Window } from '../support/window.ts';
import { goTo } from './rail.ts';

export class Accounts {
  private constructor(readonly window: Window) {}

  static async of(app: App): Promise<Accounts> {
    await goTo(app, 'accounts');
    return new Accounts(await app.main());
  }

  async refresh(): Promise<void> {
    await this.window.click('button', text('accounts_refresh'));
  }

  /** Lets this till receive into the account that is shown first. */
  async receiveIntoFirst(): Promise<void> {
    await this.window.click('button', text('accounts_choose'));
    await this.window.shows(text('accounts_is_receiving'));
  }
}
