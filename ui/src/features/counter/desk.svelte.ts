import { ApiError } from '~/api/api-error';
import { call } from '~/api/call';
import type {
  ErrorBody,
  MethodView,
  PaymentView,
  PictureView,
  SaleView,
} from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import { draftOf, forgetDraft, type Draft, type Work } from './draft.svelte';
import { textOf } from './logic/entry';
import { canChooseWay, stageBefore, stageOf, type Stage } from './logic/stage';
import { openForm } from './instalment/hands';
import { doFor, draftWith, payFor, showRefusal } from './work';

/** The stage on screen: that of the sale, unless the cashier went back, fills in a form, or a request has just left. */
export type DeskStage = Stage | { kind: 'creating'; method: MethodView } | { kind: 'form' };

/** The counter's hands: the sale in front and what can be done with it. */
export class Desk {
  /** Whether a sale is being opened. */
  isOpening = $state(false);

  get sale(): SaleView | null {
    return till.sales.find((sale) => sale.id === till.focusedSaleId) ?? null;
  }

  get draft(): Draft | null {
    return this.sale && draftOf(this.sale);
  }

  /** What is being done with the sale in front. */
  get work(): Work | null {
    return this.draft?.work ?? null;
  }

  get stage(): DeskStage {
    const { sale, draft } = this;
    if (!sale || !draft) return { kind: 'entry', rejected: null };
    if (draft.work === 'create') return { kind: 'creating', method: 'transfer' };
    if (draft.work === 'instalment') return { kind: 'creating', method: 'instalment' };
    if (draft.isForm && canChooseWay(sale)) return { kind: 'form' };
    const stage = stageOf(sale);
    const canGoBack = stage.kind === 'qr' || stage.kind === 'expired' || stage.kind === 'refused';
    return draft.isBack && canGoBack ? stageBefore(sale) : stage;
  }

  /** Puts a sale in front, and opens one when none is there. */
  async settle(): Promise<void> {
    if (this.sale) return;
    const last = till.sales.at(-1);
    if (last) await this.focus(last.id);
    else await this.open();
  }

  async focus(saleId: string): Promise<void> {
    await till.focusSale(saleId).catch((cause: unknown) => showRefusal(cause, saleId));
  }

  async open(): Promise<void> {
    if (this.isOpening) return;
    this.isOpening = true;
    try {
      await this.#fresh();
    } catch (cause) {
      showRefusal(cause, this.sale?.id);
    }
    this.isOpening = false;
  }

  /**
   * Asks for money. Once money was asked for, the bill of a sale stands: another amount is another sale, and what the
   * old one asked for stays watched.
   */
  async create(amount: number): Promise<void> {
    const { sale } = this;
    if (!sale) return;
    const next = await this.#billOf(sale, amount);
    if (next) await this.#create(next, amount);
  }

  /** Opens the form of an instalment payment; a bill that stands makes way as in {@link create}. */
  async chooseInstalment(amount: number): Promise<void> {
    const { sale } = this;
    if (!sale) return;
    const next = await this.#billOf(sale, amount);
    if (next) await openForm(next, amount);
  }

  /** Asks the gateway now; `null` when it could not be asked, which says nothing about the money. */
  async check(payment: PaymentView): Promise<PaymentView | null> {
    const answer = await payFor(payment.saleId, 'check', () =>
      call('payment_check', { paymentId: payment.id }),
    );
    const draft = draftWith(payment.saleId);
    if (!draft?.problem || answer) return answer;
    const { code, params } = draft.problem;
    draft.missed = { code, params, heardBefore: payment.checkedAt };
    draft.problem = null;
    return null;
  }

  reissue(payment: PaymentView): Promise<PaymentView | null> {
    return payFor(payment.saleId, 'reissue', () =>
      call('payment_reissue', { paymentId: payment.id }),
    );
  }

  /** The QR for the rest; where one runs already, that one. */
  async rest(sale: SaleView): Promise<void> {
    const asked = await payFor(sale.id, 'rest', () => call('payment_rest', { saleId: sale.id }));
    if (asked) draftOf(sale).isBack = false;
  }

  async cash(sale: SaleView, amount: number): Promise<void> {
    await doFor(sale.id, 'cash', async () =>
      till.keepSale(await call('sale_cash', { saleId: sale.id, amount })),
    );
  }

  confirmAccount(payment: PaymentView): Promise<PaymentView | null> {
    return payFor(payment.saleId, 'confirm', () =>
      call('payment_confirm_account', { paymentId: payment.id }),
    );
  }

  async openLink(payment: PaymentView): Promise<void> {
    await doFor(payment.saleId, 'link', () => call('payment_open_link', { paymentId: payment.id }));
  }

  savePicture(payment: PaymentView): Promise<PictureView | null> {
    return doFor(payment.saleId, 'picture', () =>
      call('payment_save_picture', { paymentId: payment.id }),
    );
  }

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
    if (!sale || this.isOpening) return;
    this.isOpening = true;
    await doFor(sale.id, 'close', async () => {
      await call('sale_close', { saleId: sale.id, acceptsOpen });
      await this.#fresh();
      forgetDraft(sale.id);
    });
    this.isOpening = false;
  }

  /** The sale that can ask for this amount: this one, or a new one where the bill stands. */
  async #billOf(sale: SaleView, amount: number): Promise<SaleView | null> {
    const stands = sale.payments.length > 0 && amount !== sale.missing;
    return stands ? doFor(sale.id, 'close', () => this.#replace(sale, amount)) : sale;
  }

  async #create(sale: SaleView, amount: number): Promise<void> {
    const request = { saleId: sale.id, intentId: sale.nextIntentId, amount };
    const asked = await payFor(sale.id, 'create', () => call('payment_create', request));
    if (asked) draftOf(sale).isBack = false;
  }

  /** A new sale in the place of one whose bill stands. */
  async #replace(old: SaleView, amount: number): Promise<SaleView> {
    await call('sale_close', { saleId: old.id, acceptsOpen: true });
    let sale = await call('sale_open');
    if (old.name !== '') sale = await call('sale_rename', { saleId: sale.id, name: old.name });
    till.keepSale(sale);
    draftOf(sale).text = textOf(amount);
    await till.focusSale(sale.id);
    return sale;
  }

  /** Puts an unused sale in front, a new one if need be. */
  async #fresh(): Promise<void> {
    const sale = await call('sale_open');
    till.keepSale(sale);
    await till.focusSale(sale.id);
  }
}
