/** The in-memory host for tests: it writes down what it is asked, and can be slow, refuse, or answer something else. */
import type { CommandMap, ErrorBody } from '~/api/generated/contract';
import type { MemoryOptions } from '~/api/memory/options';
import type { CommandName, RequestOf, Transport, ViewOf } from '~/api/transport';
import { memoryTransport } from '~/api/transport.memory';

type Change<Name extends CommandName> = (view: ViewOf<Name>) => ViewOf<Name>;

export class RecordingHost {
  readonly calls: { command: CommandName; request: unknown }[] = [];
  readonly #host: Transport;
  readonly #refusals = new Map<CommandName, ErrorBody>();
  readonly #changes = new Map<CommandName, (view: never) => unknown>();
  #hold: Promise<void> | null = null;

  constructor(options: Partial<MemoryOptions> = {}) {
    this.#host = memoryTransport({ latencyMs: 0, paymentCount: 0, ...options });
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

  get transport(): Transport {
    return {
      call: async <Name extends CommandName>(command: Name, request: RequestOf<Name>) => {
        this.calls.push({ command, request: structuredClone(request) });
        const refusal = this.#refusals.get(command);
        // The host rejects with a plain body.
        if (refusal) throw refusal;
        const view = await this.#host.call(command, request);
        if (this.#hold) await this.#hold;
        const change = this.#changes.get(command) as Change<Name> | undefined;
        return change ? change(view) : view;
      },
      listen: (name, onEvent) => this.#host.listen(name, onEvent),
    };
  }
}
