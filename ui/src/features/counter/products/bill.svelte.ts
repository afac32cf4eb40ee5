import { ApiError } from '~/api/api-error';
import { call } from '~/api/call';
import type { SaleLineView, SaleView } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import type { Draft } from '~/features/counter/draft.svelte';

/** The lines of a sale as the cashier wants them; the host hears the newest, one call after the other. */
export class Bill {
  #wanted = $state.raw<readonly SaleLineView[] | null>(null);
  #sending: Promise<void> | null = null;

  constructor(
    private readonly sale: () => SaleView,
    private readonly draft: Draft,
  ) {}

  get lines(): readonly SaleLineView[] {
    return this.#wanted ?? this.sale().lines;
  }

  set(lines: readonly SaleLineView[]): void {
    this.#wanted = lines;
    this.draft.problem = null;
    this.#sending ??= this.#send(this.sale().id);
  }

  /** Waits until the host knows; false when it refused. */
  async settled(): Promise<boolean> {
    await this.#sending;
    return this.draft.problem === null;
  }

  async #send(saleId: string): Promise<void> {
    while (this.#wanted !== null) {
      const lines = this.#wanted;
      try {
        till.keepSale(await call('sale_set_lines', { saleId, lines: [...lines] }));
        if (this.#wanted === lines) this.#wanted = null;
      } catch (cause) {
        // What the host kept is what counts.
        this.#wanted = null;
        this.draft.problem = ApiError.from(cause).body;
      }
    }
    this.#sending = null;
  }
}
