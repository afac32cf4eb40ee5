/** The list of invoices and drafts, and one invoice that was sent. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import type { GatewayInvoice } from '../support/simulator.ts';
import { until } from '../support/until.ts';
import type { Window } from '../support/window.ts';
import { dong } from './amount.ts';
import { goTo } from './rail.ts';

type Standing = 'waiting' | 'unclear' | 'paid' | 'refused';

/** A look at the gateway, a second one some seconds later, and sending again. */
const UNTIL_CLEAR_MS = 30_000;

export class Invoices {
  private constructor(readonly window: Window) {}

  /** The list. */
  static async of(app: App): Promise<Invoices> {
    await goTo(app, 'invoices');
    return Invoices.onScreen(app);
  }

  /** Whatever of it is on the screen: after sending, the invoice itself. */
  static async onScreen(app: App): Promise<Invoices> {
    return new Invoices(await app.main());
  }

  async lists(invoice: GatewayInvoice, customer: string, standing: Standing): Promise<void> {
    const { invoice_code: code, total } = invoice;
    const amount = dong(total);
    const word = text(`invoice_standing_${standing}`);
    const label = text('invoice_open', { code, customer, amount, standing: word });
    await this.window.find('button', label);
  }

  async openDraft(code: string): Promise<void> {
    await this.window.find('heading', text('invoice_drafts'));
    await this.window.click('button', code);
    await this.window.find('heading', text('invoice_draft_title', { code }));
  }

  async shows(code: string): Promise<void> {
    await this.window.find('heading', text('invoice_title', { code }));
  }

  async showsStanding(standing: Standing): Promise<void> {
    await this.window.shows(text(`invoice_standing_${standing}`));
  }

  /** Waits until the link and its QR can be given to the customer. */
  async showsLink({ total, payment_link: link }: GatewayInvoice): Promise<void> {
    await this.window.find('img', text('invoice_link_qr', { amount: dong(total) }));
    await this.window.shows(link);
  }

  /** Waits until there is a link to give away; meanwhile nothing may call the invoice refused. */
  async becomesClear(): Promise<void> {
    const refused = [text('invoice_standing_refused'), text('invoice_is_refused')];
    const [label = ''] = text('invoice_link_qr').split('{');
    const wrong: string[] = [];
    const isClear = async () => {
      for (const words of refused) if (await this.window.isShowing(words)) wrong.push(words);
      return wrong.length > 0 || this.window.has('img', label.trim());
    };
    await until('the invoice has a link', isClear, UNTIL_CLEAR_MS);
    if (wrong.length > 0) throw new Error(`reported as failed: ${wrong.join(', ')}`);
  }

  async showToCustomer(): Promise<void> {
    await this.window.click('button', text('invoice_show'));
    await this.window.find('button', text('invoice_hide'));
  }

  async makeAgain(): Promise<void> {
    await this.window.click('button', text('invoice_make_again'));
  }
}
