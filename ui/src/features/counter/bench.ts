/** The counter on the in-memory host, driven by the keyboard, for tests. */
import { cleanup, render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { useTransport } from '~/api/call';
import type { ErrorBody, PracticeMove, PracticeTrouble } from '~/api/generated/contract';
import type { MemoryOptions } from '~/api/memory/options';
import { till } from '~/api/till.svelte';
import type { CommandName, RequestOf, Transport } from '~/api/transport';
import { memoryTransport } from '~/api/transport.memory';
import { shortcuts } from '~/app/shortcuts.svelte';
import Counter from './Counter.svelte';

type Call = { command: CommandName; request: unknown };

const handleKey = (event: KeyboardEvent) => shortcuts.handle(event);

/** A host that writes down what it is asked and can be told to refuse. */
export class Bench {
  readonly calls: Call[] = [];
  readonly user = userEvent.setup();
  readonly #refusals = new Map<CommandName, ErrorBody>();

  private constructor(private readonly host: Transport) {}

  /** Opens the counter in a practising shop. */
  static async open(options: Partial<MemoryOptions> = {}): Promise<Bench> {
    const bench = new Bench(
      memoryTransport({ latencyMs: 0, paymentCount: 0, hasBooks: false, ...options }),
    );
    useTransport(bench.#transport());
    await till.start();
    return bench;
  }

  /** Puts the counter on the page, with the keys of the shell. */
  show(): this {
    window.addEventListener('keydown', handleKey);
    render(Counter);
    return this;
  }

  /** Takes the counter off the page. */
  static close(): void {
    cleanup();
    window.removeEventListener('keydown', handleKey);
  }

  /** Presses keys where the focus is. */
  keys(keys: string): Promise<void> {
    return this.user.keyboard(keys);
  }

  /** What a command was asked, each time. */
  asked(command: CommandName): unknown[] {
    return this.calls.filter((call) => call.command === command).map(({ request }) => request);
  }

  /** Lets the host refuse a command from now on. */
  refuse(command: CommandName, body: Partial<ErrorBody> & Pick<ErrorBody, 'code'>): void {
    this.#refusals.set(command, { certainty: null, requestId: null, params: {}, ...body });
  }

  /** The customer of the newest payment in front, or of another one, does something. */
  async customer(what: PracticeMove, paymentId = newestId()): Promise<void> {
    await this.host.call('practice_pay', { paymentId, what });
  }

  /** Something goes wrong, or right again. */
  async trouble(trouble: PracticeTrouble, isOn = true): Promise<void> {
    await this.host.call('practice_trouble', { trouble, isOn });
  }

  #transport(): Transport {
    return {
      call: async <Name extends CommandName>(command: Name, request: RequestOf<Name>) => {
        this.calls.push({ command, request });
        const refusal = this.#refusals.get(command);
        // The host rejects with a plain body.
        if (refusal) throw refusal;
        return this.host.call(command, request);
      },
      listen: (name, onEvent) => this.host.listen(name, onEvent),
    };
  }
}

const newestId = () =>
  till.sales.find(({ id }) => id === till.focusedSaleId)?.payments[0]?.id ?? '';
