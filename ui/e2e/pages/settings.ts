/** Settings: looks. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import type { Window } from '../support/window.ts';
import { goTo } from './rail.ts';

export type Section = 'shop' | 'look' | 'amounts' | 'keys' | 'instalments' | 'codes' | 'clock';

export class Settings {
  private constructor(readonly window: Window) {}

  static async of(app: App, section: Section): Promise<Settings> {
    await goTo(app, 'settings');
    const window = await app.main();
    await window.click('button', text(`settings_section_${section}`));
    return new Settings(window);
  }

  async theme(name: 'light' | 'dark'): Promise<void> {
    await this.window.click('radio', text(`theme_${name}`));
  }

  async largeType(): Promise<void> {
    await this.window.click('switch', text('settings_large_type'));
  }
}
