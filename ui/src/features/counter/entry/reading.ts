import { ApiError } from '~/api/api-error';
import { call } from '~/api/call';
import type { AmountView, SaleView } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import type { Draft } from '~/features/counter/draft.svelte';
import { amountToTake } from '~/features/counter/logic/entry';
import { Latest } from '~/features/counter/logic/latest';

const RECORD_AFTER_MS = 300;

/** Has Rust read what is typed, and records the bill once the typing rests. */
export class Reading {
  readonly #latest = new Latest((text: string) => call('amount_read', { text }));
  #newest: Promise<AmountView | null> | null = null;
  #recorded: number | null | undefined;
  #isHandedOver = false;
  #planned: { timer: ReturnType<typeof setTimeout>; run: () => void } | null = null;

  constructor(
    private readonly sale: () => SaleView,
    private readonly draft: Draft,
    /** Whether products make the bill: what they sum up to is no amount that was typed. */
    private readonly hasLines: () => boolean = () => false,
  ) {
    this.#recorded = sale().amount;
  }

  /** Reads the text; the draft follows when no newer text came meanwhile. */
  read(text: string): Promise<AmountView | null> {
    this.#isHandedOver = false;
    this.#newest = this.#ask(text);
    return this.#newest;
  }

  /** What the newest text means, once it is known. */
  async settled(): Promise<AmountView | null> {
    await this.#newest;
    return this.draft.view;
  }

  /** Records at once what was still to be recorded: the cashier looks at another sale now. */
  stop(): void {
    this.#latest.forget();
    const planned = this.#planned;
    this.#forget();
    planned?.run();
  }

  /** Records nothing more: the bill goes along with what is asked now. */
  handOver(): void {
    this.#isHandedOver = true;
    this.#forget();
  }

  async #ask(text: string): Promise<AmountView | null> {
    try {
      const view = await this.#latest.of(text);
      if (!view) return null;
      this.draft.view = view;
      this.#record(view);
      return view;
    } catch (cause) {
      this.draft.problem = ApiError.from(cause).body;
      return null;
    }
  }

  /** A sale that has asked for money keeps its bill until the next request. */
  #record(view: AmountView): void {
    this.#forget();
    if (this.hasLines()) {
      this.#recorded = undefined;
      return;
    }
    const { id, payments } = this.sale();
    const amount = amountToTake(view, till.settings.entersThousands)?.amount ?? null;
    if (this.#isHandedOver || amount === this.#recorded || payments.length > 0) return;
    const run = () => {
      this.#planned = null;
      this.#recorded = amount;
      // The bill goes along with the request for money anyway; this is for the customer and for a restart.
      call('sale_amount', { saleId: id, amount }).catch(() => undefined);
    };
    this.#planned = { timer: setTimeout(run, RECORD_AFTER_MS), run };
  }

  #forget(): void {
    if (this.#planned) clearTimeout(this.#planned.timer);
    this.#planned = null;
  }
}
