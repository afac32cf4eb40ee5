/** The invoices on the in-memory host, driven by the keyboard, for tests. */
import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { call, useTransport } from '~/api/call';
import type { InvoiceContentView, InvoiceView } from '~/api/generated/contract';
import type { MemoryOptions } from '~/api/memory/options';
import { till } from '~/api/till.svelte';
import { router } from '~/app/router.svelte';
import { shortcuts } from '~/app/shortcuts.svelte';
import { setLanguage } from '~/i18n/language.svelte';
import { RecordingHost } from '~/testing/recording-host';
import { editors } from './edit/editors';
import Shown from './Shown.svelte';

const handleKey = (event: KeyboardEvent) => shortcuts.handle(event);

/** The page on a host that writes down what it is asked. */
export class Bench extends RecordingHost {
  readonly user = userEvent.setup();

  static async open(options: Partial<MemoryOptions> = {}): Promise<Bench> {
    setLanguage('vi');
    const bench = new Bench(options);
    useTransport(bench.transport);
    await till.start();
    window.addEventListener('keydown', handleKey);
    return bench;
  }

  /** Puts the list on the page, with the keys of the shell. */
  show(): this {
    router.replace({ name: 'invoices' });
    render(Shown);
    return this;
  }

  static close(): void {
    cleanup();
    editors.unsaved.forEach((editor) => editors.forget(editor));
    window.removeEventListener('keydown', handleKey);
  }

  keys(keys: string): Promise<void> {
    return this.user.keyboard(keys);
  }

  /** An invoice that was sent: one product of the shop for one of its customers. */
  async sent(change: Partial<InvoiceContentView> = {}): Promise<InvoiceView> {
    const { id } = await this.drafted(change);
    return call('invoice_create', { invoiceId: id });
  }

  async drafted(change: Partial<InvoiceContentView> = {}) {
    return call('invoice_draft_save', {
      invoiceId: null,
      code: '',
      content: { ...CONTENT, ...change },
    });
  }

  /** A field of the editor by its label. */
  static field(label: string): Promise<HTMLInputElement> {
    return screen.findByLabelText<HTMLInputElement>(label);
  }
}

const DAY_MS = 86_400_000;

export const CONTENT: InvoiceContentView = {
  customer: {
    customerId: 'customer-0',
    code: 'CTY001',
    name: 'Công ty Góc Phố',
    phone: '02438251234',
    email: '',
    taxId: '0101234567',
    address: '12 Hàng Bạc',
  },
  taxType: 'priceExcludingTax',
  lines: [
    {
      productId: null,
      sku: 'TRA-DAO',
      name: 'Trà đào',
      unit: 'ly',
      quantity: 10,
      unitPrice: 35_000,
      taxCode: 'TAX_CODE_8',
      note: '',
    },
  ],
  discount: { kind: 'none' },
  note: '',
  transactionDate: new Date().toISOString(),
  dueDate: new Date(Date.now() + 7 * DAY_MS).toISOString(),
  paymentMethods: ['bank_transfer'],
  accountId: null,
};
