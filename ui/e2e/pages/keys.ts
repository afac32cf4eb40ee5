/** Settings, the part with the environment and its keys. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import type { Window } from '../support/window.ts';
import { goTo } from './rail.ts';

export class Keys {
  private constructor(readonly window: Window) {}

  static async of(app: App): Promise<Keys> {
    await goTo(app, 'settings');
    const window = await app.main();
    await window.click('button', text('settings_section_keys'));
    return new Keys(window);
  }

  /** Chooses an address of one's own and enters keys for it. */
  async enter(baseUrl: string, clientId: string, secret: string): Promise<void> {
    await this.window.click('radio', text('environment_custom'));
    await this.window.fill(text('environment_address'), baseUrl);
    await this.window.click('button', text('environment_use'));
    await this.window.fill(text('keys_client_id'), clientId);
    await this.window.fill(text('keys_secret'), secret);
    await this.window.click('button', text('keys_save'));
  }

  async showsTestPassed(): Promise<void> {
    await this.window.shows(text('test_passed'));
  }
}
