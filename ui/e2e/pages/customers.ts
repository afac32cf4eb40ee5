/** The shop's customers: the list, and the form that makes and changes one. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import { until } from '../support/until.ts';
import type { Window } from '../support/window.ts';
import { goTo } from './rail.ts';

export interface Person {
  readonly phone: string;
  readonly name: string;
}

export interface Company extends Person {
  readonly email: string;
  readonly taxId: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  readonly code: string;
  readonly street: string;
}

export class Customers {
  private constructor(readonly window: Window) {}

  static async of(app: App): Promise<Customers> {
    await goTo(app, 'customers');
    return new Customers(await app.main());
  }

  /** Waits until the list has so many. */
  async has(count: number): Promise<void> {
    await this.window.shows(text('customers_count', { count }));
  }

  async openForm(): Promise<void> {
    await this.window.press('Control', 'n');
    await this.window.find('dialog', text('customers_new'));
  }

  async fillPerson({ phone, name }: Person): Promise<void> {
    await this.window.fill(text('book_field_phone'), phone);
    await this.window.fill(text('book_field_name'), name);
  }

  async fillCompany({ phone, name, email, taxId, contact, code, street }: Company): Promise<void> {
    const { window } = this;
    await window.fill(text('book_field_phone'), phone);
    await window.click('radio', text('customers_company'));
    await window.fill(text('customers_company_name'), name);
    await window.fill(text('book_field_email'), email);
    await window.fill(text('book_field_tax_id'), taxId);
    await window.fill(text('book_field_name'), contact.name);
    // The contact's other fields are called as the company's; they come next.
    await window.press('Tab');
    await window.type(contact.phone);
    await window.press('Tab');
    await window.type(contact.email);
    await this.fillCode(code);
    await window.fill(text('book_field_address'), street);
  }

  /** The code stands where only those look who need it. */
  async fillCode(code: string): Promise<void> {
    await this.window.click('button', text('customers_more'));
    await this.changeCode(code);
  }

  async changeCode(code: string): Promise<void> {
    await this.window.fill(text('book_field_code'), code);
  }

  async save(): Promise<void> {
    await this.window.click('button', text('common_save'));
  }

  async showsSaved(name: string): Promise<void> {
    await this.window.shows(text('books_saved', { name }));
  }

  /** Saves the form that is open, and closes what it leads to. */
  async saveAndClose(name: string): Promise<void> {
    await this.save();
    await this.showsSaved(name);
    await this.close();
  }

  async open(name: string): Promise<void> {
    await this.window.click('button', text('books_open', { name }));
    await this.window.find('dialog', name);
  }

  async edit(): Promise<void> {
    await this.window.click('button', text('books_edit'));
  }

  async close(): Promise<void> {
    await this.window.press('Escape');
    await until('no dialog is open', async () => !(await this.window.has('dialog', '')));
  }

  async search(typed: string): Promise<void> {
    await this.window.fill(text('customers_search'), typed);
  }

  /** Opens the screen that reads files. */
  async import(): Promise<void> {
    await this.window.click('button', text('books_import'));
    await this.window.find('heading', text('imports_customers'));
  }
}
