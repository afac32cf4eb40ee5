import { ApiError } from '~/api/api-error';
import { call } from '~/api/call';
import type { ProductView, SaleLineView, SaleView } from '~/api/generated/contract';
import type { Draft } from '~/features/counter/draft.svelte';
import { textOf } from '~/features/counter/logic/entry';
import { Bill } from '~/features/counter/products/bill.svelte';
import { withOneMore } from '~/features/counter/products/lines';
import { Scanner } from '~/features/counter/products/scanner';
import { formatDong } from '~/format/money';
import { announcer } from '~/kit/announcer.svelte';
import { m } from '~/paraglide/messages';
import { Reading } from './reading';

/** A scanner's first keys look like typing; only what rests is. */
const REPLACE_AFTER_MS = 300;

/** What makes the bill: the products on it, or what is typed or scanned in their place. */
export class BillEntry {
  readonly reading: Reading;
  /** What is typed in the place of products that are on the bill. */
  replacing = $state<string | null>(null);

  readonly #bill: Bill;
  readonly #scanner: Scanner;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was there before a scanner wrote over it. */
  #before: { text: string; replacing: string | null } = { text: '', replacing: null };

  constructor(
    private readonly sale: () => SaleView,
    private readonly draft: Draft,
    /** What is typed over products has come to rest: a person is to say which counts. */
    private readonly onasked: () => void,
  ) {
    this.#bill = new Bill(sale, draft);
    this.reading = new Reading(sale, draft, () => this.hasLines);
    this.#scanner = new Scanner(
      () => (this.#before = { text: draft.text, replacing: this.replacing }),
    );
  }

  /** Once money was asked for, the bill stands whatever made it. */
  get lines(): readonly SaleLineView[] {
    return this.sale().payments.length === 0 ? this.#bill.lines : [];
  }

  get hasLines(): boolean {
    return this.lines.length > 0;
  }

  /** What the products come to, as the host last said. */
  get sum(): number {
    return this.hasLines ? (this.sale().amount ?? 0) : 0;
  }

  /** The text that a key of the keypad goes on from; in the place of products it starts an empty amount. */
  get keyed(): string {
    return this.hasLines && this.replacing === null ? '' : this.draft.text;
  }

  /** Waits until the text was read and the host has the lines; false when it refused them. */
  async settled(): Promise<boolean> {
    await this.reading.settled();
    return (await this.#bill.settled()) || !this.hasLines;
  }

  async setLines(next: readonly SaleLineView[]): Promise<void> {
    this.#bill.set(next);
    this.replacing = null;
    await this.#bill.settled();
    if (this.replacing === null) this.#showSum();
  }

  async add(product: ProductView): Promise<void> {
    await this.setLines(withOneMore(this.lines, product));
    announcer.say(m.goods_added({ name: product.facts.name, sum: formatDong(this.sum) }));
  }

  typeOver(text: string): void {
    const { replacing } = this;
    const old = textOf(this.sum);
    if (replacing === null && text === old) return;
    // A key after the sum starts an amount of its own.
    const isAppended = replacing === null && text.length > old.length && text.startsWith(old);
    this.replacing = isAppended ? text.slice(old.length) : text;
    this.draft.text = this.replacing;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.replacing !== null) this.onasked();
    }, REPLACE_AFTER_MS);
  }

  /** Takes the products off; answers what was typed in their place. */
  async takeOver(): Promise<string> {
    const text = this.replacing ?? '';
    this.replacing = null;
    this.#bill.set([]);
    await this.#bill.settled();
    return text;
  }

  keepLines(): void {
    this.replacing = null;
    this.#showSum();
  }

  /** Takes a key, pressed at this time; true when it ended a scanned code, which then goes on the bill. */
  scan(key: string, at: number): boolean {
    const code = this.#scanner.press(key, at);
    if (code === null) return false;
    clearTimeout(this.#timer);
    ({ text: this.draft.text, replacing: this.replacing } = this.#before);
    void this.reading.read(this.draft.text);
    void this.#addScanned(code);
    return true;
  }

  /** The cashier looks at another sale now. */
  stop(): void {
    clearTimeout(this.#timer);
    if (this.replacing !== null) this.draft.text = textOf(this.sum);
    this.reading.stop();
  }

  #showSum(): void {
    this.draft.text = this.hasLines ? textOf(this.sum) : '';
    void this.reading.read(this.draft.text);
  }

  async #addScanned(code: string): Promise<void> {
    try {
      const product = await call('product_by_code', { code });
      if (product) await this.add(product);
      else announcer.show(m.goods_no_code({ code }), 'danger');
    } catch (cause) {
      this.draft.problem = ApiError.from(cause).body;
    }
  }
}
