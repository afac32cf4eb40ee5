/** The invoices on the in-memory host, driven by the keyboard, for tests. */
import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { call, useTransport } from '~/api/call';
import type {
  CommandMap,
  ErrorBody,
  InvoiceContentView,
  InvoiceView,
} from '~/api/generated/contract';
import type { MemoryOptions } from '~/api/memory/options';
import { till } from '~/api/till.svelte';
import type { CommandName, RequestOf, Transport, ViewOf } from '~/api/transport';
import { memoryTransport } from '~/api/transport.memory';
import { router } from '~/app/router.svelte';
import { shortcuts } from '~/app/shortcuts.svelte';
import { setLanguage } from '~/i18n/language.svelte';
import { editors } from './edit/editors';
import Shown from './Shown.svelte';

type Change<Name extends CommandName> = (view: ViewOf<Name>) => ViewOf<Name>;

const handleKey = (event: KeyboardEvent) => shortcuts.handle(event);

/** A host that writes down what it is asked; it can be slow, refuse, or answer something else. */
export class Bench {
  readonly calls: { command: CommandName; request: unknown }[] = [];
  readonly user = userEvent.setup();
  readonly #refusals = new Map<CommandName, ErrorBody>();
  readonly #changes = new Map<CommandName, (view: never) => unknown>();
  #hold: Promise<void> | null = null;

  private constructor(private readonly host: Transport) {}

  static async open(options: Partial<MemoryOptions> = {}): Promise<Bench> {
    setLanguage('vi');
    const bench = new Bench(memoryTransport({ latencyMs: 0, paymentCount: 0, ...options }));
    useTransport(bench.#transport());
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

  asked<Name extends CommandName>(command: Name): CommandMap[Name]['request'][] {
    return this.calls
      .filter((one) => one.command === command)
      .map(({ request }) => request as CommandMap[Name]['request']);
  }

  refuse(command: CommandName, body: Partial<ErrorBody> & Pick<ErrorBody, 'code'>): void {
    this.#refusals.set(command, { certainty: null, requestId: null, params: {}, ...body });
  }

  allow(command: CommandName): void {
    this.#refusals.delete(command);
  }

  /** Lets the host answer something else from now on. */
  answer<Name extends CommandName>(command: Name, change: Change<Name>): void {
    this.#changes.set(command, change as (view: never) => unknown);
  }

  /** Keeps every answer back until the returned function is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.#hold = new Promise((resolve) => {
      release = () => {
        this.#hold = null;
        resolve();
      };
    });
    return release;
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

  #transport(): Transport {
    return {
      call: async <Name extends CommandName>(command: Name, request: RequestOf<Name>) => {
        this.calls.push({ command, request: structuredClone(request) });
        const refusal = this.#refusals.get(command);
        // The host rejects with a plain body.
        if (refusal) throw refusal;
        const view = await this.host.call(command, request);
        if (this.#hold) await this.#hold;
        const change = this.#changes.get(command) as Change<Name> | undefined;
        return change ? change(view) : view;
      },
      listen: (name, onEvent) => this.host.listen(name, onEvent),
    };
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
