/** Settings, the part with Fundiin: its address, keys and ids, and the shop's own address. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import { FUNDIIN_CLIENT_ID, type Simulator } from '../support/simulator.ts';
import type { Window } from '../support/window.ts';
import { SHOP_ADDRESS } from './instalment.ts';
import { Settings } from './settings.ts';

/** What the double gives a merchant unless it is told otherwise. */
const IDS = {
  instalments_merchant_id: 'FD000000000000',
  instalments_store_id: 'STORE-01',
  instalments_platform_id: 'PLATFORM-01',
} as const;

const ADDRESS_LABELS = {
  instalments_house_number: SHOP_ADDRESS.houseNumber,
  instalments_street: SHOP_ADDRESS.street,
  instalments_ward: SHOP_ADDRESS.ward,
  instalments_district: SHOP_ADDRESS.district,
  instalments_city: SHOP_ADDRESS.city,
} as const;

export class Fundiin {
  private constructor(readonly window: Window) {}

  static async of(app: App): Promise<Fundiin> {
    return new Fundiin((await Settings.of(app, 'instalments')).window);
  }

  /** Every part saves itself with Enter, as a form does. */
  async setUp(gateway: Simulator): Promise<void> {
    await this.save({ environment_address: gateway.fundiinUrl });
    await this.save(IDS);
  }

  async enterShopAddress(): Promise<void> {
    await this.save(ADDRESS_LABELS);
  }

  async enterKeys(secret: string): Promise<void> {
    await this.window.fill(text('keys_client_id'), FUNDIIN_CLIENT_ID);
    await this.window.fill(text('keys_secret'), secret);
    await this.window.click('button', text('keys_save'));
  }

  async showsTestPassed(): Promise<void> {
    await this.window.shows(text('instalments_test_passed'), text('instalments_ready'));
  }

  /** Fills in one part of the page, and sends it. */
  private async save(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [key, value] of Object.entries(fields)) await this.window.fill(text(key), value);
    await this.window.press('Enter');
    await this.window.shows(text('common_saved'));
  }
}
