import { ApiError } from '~/api/api-error';
import { call } from '~/api/call';
import type { ErrorBody, PaymentView, SaleView } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import { draftOf, forgetDraft, type Draft } from './draft.svelte';
import { stageOf, type Stage } from './logic/stage';

/** What the counter is busy with; one thing at a time, and Rust guards the money anyway. */
export type Work =
  | 'open'
  | 'create'
  | 'check'
  | 'reissue'
  | 'rest'
  | 'cash'
  | 'confirm'
  | 'link'
  | 'picture'
  | 'close';

/** The stage on screen: that of the sale, unless the cashier is typing or a request has just left. */
export type DeskStage = Stage | { kind: 'creating' };

/** The counter's hands: the sale in front and what can be done with it. */
export class Desk {
  /** What is being done now. */
  work = $state<Work | null>(null);

  get sale(): SaleView | null {
    return till.sales.find((sale) => sale.id === till.focusedSaleId) ?? null;
  }

  get draft(): Draft | null {
    return this.sale && draftOf(this.sale);
  }

  get stage(): DeskStage {
    const { sale, draft } = this;
    if (!sale || !draft) return { kind: 'entry', rejected: null };
    if (draft.isCreating) return { kind: 'creating' };
    const stage = stageOf(sale);
    const canEdit = stage.kind === 'qr' || stage.kind === 'expired' || stage.kind === 'refused';
    return draft.isEditing && canEdit ? { kind: 'entry', rejected: null } : stage;
  }

  /** Puts a sale in front, and opens one when none is there. */
  async settle(): Promise<void> {
    if (this.sale) return;
    const last = till.sales.at(-1);
    if (last) await this.focus(last.id);
    else await this.open();
  }

  async focus(saleId: string): Promise<void> {
    await this.#try(() => till.focusSale(saleId));
  }

  open = () => this.#do('open', () => this.#fresh());

  async create(amount: number): Promise<void> {
    const { sale, draft } = this;
    if (!sale || !draft || draft.isCreating) return;
    draft.isCreating = true;
    await this.#do('create', async () => {
      const request = { saleId: sale.id, intentId: sale.nextIntentId, amount };
      keepPayment(await call('payment_create', request));
      draft.isEditing = false;
    });
    draft.isCreating = false;
  }

  /** Asks the gateway now; `null` when it could not be asked. */
  async check(paymentId: string): Promise<PaymentView | null> {
    let payment: PaymentView | null = null;
    await this.#do('check', async () => {
      payment = await call('payment_check', { paymentId });
      keepPayment(payment);
    });
    return payment;
  }

  reissue = (paymentId: string) =>
    this.#do('reissue', async () => keepPayment(await call('payment_reissue', { paymentId })));

  rest = (saleId: string) =>
    this.#do('rest', async () => keepPayment(await call('payment_rest', { saleId })));

  cash = (saleId: string, amount: number) =>
    this.#do('cash', async () => till.keepSale(await call('sale_cash', { saleId, amount })));

  confirmAccount = (paymentId: string) =>
    this.#do('confirm', async () =>
      keepPayment(await call('payment_confirm_account', { paymentId })),
    );

  openLink = (paymentId: string) =>
    this.#do('link', async () => {
      await call('payment_open_link', { paymentId });
    });

  savePicture = (paymentId: string) =>
    this.#do('picture', () => call('payment_save_picture', { paymentId }));

  async rename(saleId: string, name: string): Promise<ErrorBody | null> {
    try {
      till.keepSale(await call('sale_rename', { saleId, name }));
      return null;
    } catch (cause) {
      return ApiError.from(cause).body;
    }
  }

  /** Finishes the sale in front and makes room for the next customer. */
  async close(acceptsOpen: boolean): Promise<void> {
    const { sale } = this;
    if (!sale) return;
    await this.#do('close', async () => {
      await call('sale_close', { saleId: sale.id, acceptsOpen });
      forgetDraft(sale.id);
      await this.#fresh();
    });
  }

  /** Puts an unused sale in front, a new one if need be. */
  async #fresh(): Promise<void> {
    const unused = till.sales.find(isUntouched) ?? (await call('sale_open'));
    till.keepSale(unused);
    await till.focusSale(unused.id);
  }

  async #do<Answer>(work: Work, run: () => Promise<Answer>): Promise<Answer | null> {
    if (this.work) return null;
    this.work = work;
    const answer = await this.#try(run);
    this.work = null;
    return answer;
  }

  async #try<Answer>(run: () => Promise<Answer>): Promise<Answer | null> {
    const { draft } = this;
    if (draft) draft.problem = null;
    try {
      return await run();
    } catch (cause) {
      const { body } = ApiError.from(cause);
      const shown = draft ?? this.draft;
      if (shown) shown.problem = body;
      return null;
    }
  }
}

function isUntouched(sale: SaleView): boolean {
  return sale.amount === null && sale.payments.length === 0 && sale.cash === 0 && sale.name === '';
}

/** Takes a payment as an answer told it: the event that carries its sale may come a moment later. */
function keepPayment(payment: PaymentView): void {
  const sale = till.sales.find((candidate) => candidate.id === payment.saleId);
  if (!sale || sale.payments.some((known) => known.id === payment.id)) return;
  till.keepSale({ ...sale, payments: [payment, ...sale.payments] });
}
