import { SvelteSet } from 'svelte/reactivity';
import { ApiError } from '~/api/api-error';
import { call } from '~/api/call';
import { errorMessage } from '~/api/error';
import type {
  CodesView,
  ErrorBody,
  InvoiceCountView,
  InvoiceDraftView,
  InvoiceProblem,
  InvoiceView,
  ProductView,
  TotalsView,
} from '~/api/generated/contract';
import { forgetInvoices, keepInvoice } from '~/api/queries/invoices';
import { Task } from '~/parts/task.svelte';
import { InvoiceForm } from './form.svelte';
import { LineForm } from './line.svelte';

/** A draft is saved while it is typed; an invoice that was sent is counted while it is typed, and changed in one go. */
export type Mode = 'draft' | 'change';

/** What was refused before, and the words for it. */
export interface Refusal {
  field: string;
  text: string;
}

/** How long a hand rests before the draft is saved, or the change counted. */
export const PAUSE_MS = 400;

/** One invoice under the pen. The host's answers never touch what was typed: they only add sums and problems. */
export class Editor {
  readonly form = new InvoiceForm();
  readonly loading = new Task();
  readonly sending = new Task();

  /** The host's id; none before the first save. */
  id = $state<string | null>(null);
  /** The code as the host keeps it. */
  code = $state('');
  codes = $state.raw<CodesView | null>(null);
  isLoaded = $state(false);
  isShown = false;

  totals = $state.raw<TotalsView | null>(null);
  saveProblem = $state.raw<ErrorBody | null>(null);
  isSaving = $state(false);

  #typed = $state(0);
  #saved = $state(0);
  #isOver = $state(false);
  #problems = $state.raw<readonly InvoiceProblem[]>([]);
  #refused = $state.raw<InvoiceProblem | null>(null);
  #carried = $state.raw<Refusal | null>(null);
  #tellsAll = $state(false);
  readonly #told = new SvelteSet<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  readonly #readings = new Set<Promise<unknown>>();

  constructor(
    readonly key: string,
    readonly mode: Mode,
    id: string | null,
  ) {
    this.id = id;
    this.isLoaded = id === null;
  }

  /** Whether the sums belong to what is on the screen. */
  get isUpToDate(): boolean {
    return this.#typed === this.#saved;
  }

  /** Whether something was typed that the host does not have. */
  get isAtRisk(): boolean {
    return !this.#isOver && (this.mode === 'draft' ? !this.isUpToDate : this.isTouched);
  }

  get isTouched(): boolean {
    return this.#typed > 0;
  }

  /** Reads what the host has, once. */
  async open(): Promise<void> {
    const { id } = this;
    this.codes ??= await call('codes_get').catch(() => null);
    if (this.isLoaded || id === null) return;
    await this.loading.run(async () => {
      if (this.mode === 'draft') this.#load(await call('invoice_draft_get', { invoiceId: id }));
      else {
        const { code, content, totals } = await call('invoice_get', { invoiceId: id });
        this.form.load(content);
        this.code = code;
        this.totals = totals;
      }
      this.isLoaded = true;
    });
  }

  /** Something was typed or chosen. */
  changed(): void {
    this.#typed += 1;
    this.#refused = null;
    this.#carried = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE_MS);
  }

  /** Waits for an amount that the host still reads, then counts it as typed. */
  async read(reading: Promise<unknown>): Promise<void> {
    this.changed();
    this.#readings.add(reading);
    await reading;
    this.#readings.delete(reading);
    this.changed();
  }

  /** A field was left: from now on it says what is wrong with it. */
  leave(field: string): void {
    this.#told.add(field);
    void this.flush();
  }

  /** Saves now what waits to be saved. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await Promise.all(this.#readings);
    await this.save();
  }

  /** Saves, or only counts, until the host heard everything, one call at a time. */
  save(): Promise<void> {
    if (this.#isOver) return Promise.resolve();
    this.#running ??= this.#saveAll().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  addLine(product: ProductView): LineForm {
    const line = new LineForm();
    this.form.lines.push(line);
    this.fillLine(line, product);
    return line;
  }

  /** Puts a product on a line. */
  fillLine(line: LineForm, product: ProductView): void {
    void this.read(line.take(product, this.codes, this.form.taxType));
  }

  removeLine(line: LineForm): void {
    this.form.lines = this.form.lines.filter((other) => other !== line);
    this.changed();
  }

  moveLine(line: LineForm, by: 1 | -1): void {
    const lines = [...this.form.lines];
    const from = lines.indexOf(line);
    const other = lines[from + by];
    if (!other) return;
    lines[from] = other;
    lines[from + by] = line;
    this.form.lines = lines;
    this.changed();
  }

  /** Says at its field why an invoice that this one is made from was refused, until something is typed. */
  carry(refusal: Refusal): void {
    this.#carried = refusal;
  }

  /** Whether a refusal came along with it. */
  get isCarrying(): boolean {
    return this.#carried !== null;
  }

  /** What a field has to say about itself, once it was left or the invoice was to be sent. */
  problemAt(field: string): string | undefined {
    if (this.#refused?.field === field) return saying(this.#refused.problem);
    const carried = this.#carried;
    if (carried && keyed(carried.field, this.#keys()) === field) return carried.text;
    if (!this.#tellsAll && !this.#told.has(field)) return undefined;
    const own = this.form.local.get(field);
    if (own !== undefined) return own;
    const host = this.#problems.find((problem) => problem.field === field);
    return host && saying(host.problem);
  }

  /** How many things keep it from being sent. */
  get problemCount(): number {
    return this.#problems.length + this.form.local.size;
  }

  get tellsAll(): boolean {
    return this.#tellsAll;
  }

  /** Sends it: once, whatever is pressed. `null` when something is to be mended first. */
  async send(): Promise<InvoiceView | null> {
    if (this.#isOver) return null;
    this.#tellsAll = true;
    const answer = await this.sending.run(async () => {
      if (this.id === null && !this.isTouched) this.#typed += 1;
      await this.flush();
      const { id } = this;
      if (id === null || this.problemCount > 0) return null;
      // A change goes in one go, counted or not; a draft goes as it was saved.
      if (this.mode === 'draft' && !this.isUpToDate) return null;
      const invoice = await this.#ask(id);
      this.#isOver = true;
      keepInvoice(invoice);
      return invoice;
    });
    this.#point();
    return answer ?? null;
  }

  /** Throws the draft away. */
  async discard(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#running;
    const { id } = this;
    const isGone = await this.sending.run(async () => {
      if (id !== null) await call('invoice_draft_delete', { invoiceId: id }).catch(unlessGone);
      return true;
    });
    if (isGone) this.#isOver = true;
    forgetInvoices();
    return isGone ?? false;
  }

  #ask(id: string): Promise<InvoiceView> {
    return this.mode === 'draft'
      ? call('invoice_create', { invoiceId: id })
      : call('invoice_update', { invoiceId: id, content: this.form.content() });
  }

  /** A refusal that names a field is shown there as well. */
  #point(): void {
    const problem = this.sending.problem;
    const field = problem?.params.field;
    if (problem && field) {
      this.#refused = { field: keyed(field, this.#keys()), problem };
    }
  }

  #keys(): string[] {
    return this.form.lines.map(({ key }) => key);
  }

  async #saveAll(): Promise<void> {
    while (!this.#isOver && !this.isUpToDate) {
      const typed = this.#typed;
      const keys = this.#keys();
      this.isSaving = true;
      try {
        await this.#tell(keys);
        this.#saved = typed;
        this.saveProblem = null;
      } catch (cause) {
        this.saveProblem = ApiError.from(cause).body;
        return;
      } finally {
        this.isSaving = false;
      }
    }
    if (this.mode === 'draft') forgetInvoices();
  }

  async #tell(keys: readonly string[]): Promise<void> {
    const content = this.form.content();
    if (this.mode === 'change') {
      this.#count(await call('invoice_count', { content }), keys);
      return;
    }
    const code = this.form.code.trim();
    this.#hear(await call('invoice_draft_save', { invoiceId: this.id, code, content }), keys);
  }

  #load(draft: InvoiceDraftView): void {
    this.form.load(draft.content);
    this.#hear(draft, this.#keys());
  }

  #hear(draft: InvoiceDraftView, keys: readonly string[]): void {
    this.id = draft.id;
    this.code = draft.code;
    this.#count(draft, keys);
  }

  #count({ totals, problems }: InvoiceCountView, keys: readonly string[]): void {
    this.totals = totals;
    this.#problems = problems.map(({ field, problem }) => ({ field: keyed(field, keys), problem }));
  }
}

/** What is gone already needs no throwing away. */
function unlessGone(cause: unknown): void {
  if (ApiError.from(cause).body.code !== 'invoice_gone') throw cause;
}

const saying = ({ code, params }: ErrorBody): string => errorMessage(code, params);

/** Lines move while the host thinks, so a place among them becomes the line's own key. */
function keyed(field: string, keys: readonly string[]): string {
  return field.replace(
    /^lines\.(\d+)\./,
    (whole, place: string) => `lines.${keys[Number(place)] ?? whole}.`,
  );
}
