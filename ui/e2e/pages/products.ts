/** What the shop sells: the list, the form, the quick keys. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import { until } from '../support/until.ts';
import type { Window } from '../support/window.ts';
import { goTo } from './rail.ts';

export interface Product {
  readonly name: string;
  readonly sku: string;
  readonly unit: string;
  /** Before tax. */
  readonly price: number;
  readonly tax: string;
}

export class Products {
  private constructor(readonly window: Window) {}

  static async of(app: App): Promise<Products> {
    await goTo(app, 'products');
    return new Products(await app.main());
  }

  /** Waits until the list has so many. */
  async has(count: number): Promise<void> {
    await this.window.shows(text('products_count', { count }));
  }

  async create({ name, sku, unit, price, tax }: Product): Promise<void> {
    const { window } = this;
    await window.press('Control', 'n');
    await window.find('dialog', text('products_new'));
    await window.fill(text('book_field_name'), name);
    await window.fill(text('book_field_sku'), sku);
    await window.fill(text('products_price_before_tax'), String(price));
    await window.choose(text('book_field_sale_tax'), tax);
    await window.fill(text('book_field_unit'), unit);
    await window.click('button', text('common_save'));
    await window.shows(text('books_saved', { name }));
  }

  /** Puts a product on a key of the counter. */
  async putOnQuickKey(number: number, name: string): Promise<void> {
    const { window } = this;
    await window.click('button', text('quick_keys'));
    await window.click('button', text('quick_key_free', { number }));
    await window.fill(text('quick_key_choose', { number }), name);
    await window.press('Enter');
    await window.find('button', text('quick_key_name', { number, name }));
    await window.press('Escape');
    await until('no dialog is open', async () => !(await window.has('dialog', '')));
  }
}
