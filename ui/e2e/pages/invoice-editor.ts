/** An invoice under the pen. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import type { Window } from '../support/window.ts';
import { goTo } from './rail.ts';

type Cell = 'quantity' | 'price' | 'total' | 'note';
export type TaxType = 'priceExcludingTax' | 'priceIncludingTax' | 'taxNotApplicable';
export type Way = 'bank_transfer' | 'card' | 'ewallet_momo';
type DiscountKind = 'none' | 'percent' | 'amount';

export class InvoiceEditor {
  private constructor(readonly window: Window) {}

  /** A new one. */
  static async open(app: App): Promise<InvoiceEditor> {
    await goTo(app, 'invoices');
    const window = await app.main();
    await window.click('button', text('invoice_new'));
    return InvoiceEditor.of(app);
  }

  /** The one that is open. */
  static async of(app: App): Promise<InvoiceEditor> {
    const editor = new InvoiceEditor(await app.main());
    await editor.window.find('combobox', text('invoice_line_add'));
    return editor;
  }

  /** `shown` tells the one that was found from the offer to make another. */
  async chooseCustomer(typed: string, shown: string): Promise<void> {
    await this.window.fill(text('invoice_customer'), typed);
    await this.window.click('option', shown);
    await this.window.hasFocus('combobox', text('invoice_line_add'));
  }

  /** Adds a line; the quantity has the focus then. */
  async addLine(place: number, typed: string, shown: string): Promise<void> {
    await this.window.fill(text('invoice_line_add'), typed);
    await this.window.click('option', shown);
    await this.window.hasFocus('textbox', cell('quantity', place));
  }

  async setCell(name: Cell, place: number, typed: string): Promise<void> {
    await this.window.fill(cell(name, place), typed);
  }

  async dueIn(days: number): Promise<void> {
    await this.window.click('radio', text('invoice_days', { count: days }));
  }

  async taxType(type: TaxType): Promise<void> {
    await this.window.click('radio', text(`invoice_tax_${type}`));
  }

  async discount(kind: 'percent' | 'amount', typed: string): Promise<void> {
    await this.window.click('radio', text(`invoice_discount_${kind}`));
    await this.window.fill(text(`invoice_discount_${kind}_label`), typed);
  }

  async toggleWay(way: Way): Promise<void> {
    await this.window.toggle('checkbox', text(`invoice_way_${way}`));
  }

  async note(typed: string): Promise<void> {
    await this.window.fill(text('invoice_note'), typed);
  }

  async code(typed: string): Promise<void> {
    await this.window.fill(text('invoice_code'), typed);
  }

  /** Waits until the host has everything that was typed. */
  async isSaved(): Promise<void> {
    await this.window.shows(text('invoice_saved'));
  }

  async send(): Promise<void> {
    await this.window.click('button', text('invoice_send'));
  }

  valueOf(name: Cell, place: number): Promise<string> {
    return this.window.valueOf('textbox', cell(name, place));
  }

  taxCodeOf(place: number): Promise<string> {
    const label = text('invoice_line_label', { word: text('invoice_line_tax'), number: place });
    return this.window.valueOf('combobox', label);
  }

  /** The name of the product on a line. */
  async hasProduct(place: number, name: string): Promise<void> {
    const label = text('invoice_line_label', { word: text('invoice_line_product'), number: place });
    await this.window.find('button', text('invoice_line_other', { label, name }));
  }

  isDueIn(days: number): Promise<boolean> {
    return this.window.isChosen('radio', text('invoice_days', { count: days }));
  }

  isOfTaxType(type: TaxType): Promise<boolean> {
    return this.window.isChosen('radio', text(`invoice_tax_${type}`));
  }

  hasDiscount(kind: DiscountKind): Promise<boolean> {
    return this.window.isChosen('radio', text(`invoice_discount_${kind}`));
  }

  takes(way: Way): Promise<boolean> {
    return this.window.isChosen('checkbox', text(`invoice_way_${way}`));
  }
}

export function cell(name: Cell, place: number): string {
  return text('invoice_line_label', { word: text(`invoice_line_${name}`), number: place });
}
