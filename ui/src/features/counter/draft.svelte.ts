import type { AmountView, ErrorBody, ErrorCode, SaleView } from '~/api/generated/contract';
import { InstalmentForm } from './instalment/form.svelte';
import { textOf } from './logic/entry';

/** What can be under way for a sale. */
export type Work =
  | 'create'
  | 'check'
  | 'reissue'
  | 'rest'
  | 'cash'
  | 'confirm'
  | 'link'
  | 'picture'
  | 'close'
  | 'form'
  | 'instalment'
  | 'firstPart'
  | 'cancel';

/** A check that failed; it is old news once the payment was heard of again. */
export interface Missed {
  code: ErrorCode;
  params: ErrorBody['params'];
  heardBefore: string | null;
}

/** What the page knows of one sale and Rust does not: typed, under way, refused. It outlives a look at another screen. */
export class Draft {
  /** The text as typed. */
  text = $state('');
  /** What Rust read in it; `null` while nothing was read yet. */
  view = $state.raw<AmountView | null>(null);
  /** Whether the cashier went back a step although a QR is open. */
  isBack = $state(false);
  /** Whether the form of an instalment payment is open. */
  isForm = $state(false);
  /** What was typed into it; kept while other sales are in front. */
  readonly form = new InstalmentForm();
  /** What is being done now. */
  work = $state<Work | null>(null);
  /** The odd amount a person has already said yes to. */
  confirmedOdd = $state<number | null>(null);
  /** The last refusal, until the next step. */
  problem = $state.raw<ErrorBody | null>(null);

  /** The last check that a person asked for and nobody answered. */
  missed = $state.raw<Missed | null>(null);

  constructor(text: string) {
    this.text = text;
  }
}

const drafts = new Map<string, Draft>();

/** The draft of a sale; a new one starts from the bill that Rust kept. */
export function draftOf(sale: Pick<SaleView, 'id' | 'amount'>): Draft {
  const known = drafts.get(sale.id);
  if (known) return known;
  const draft = new Draft(sale.amount === null ? '' : textOf(sale.amount));
  drafts.set(sale.id, draft);
  return draft;
}

/** Forgets a finished sale. */
export function forgetDraft(saleId: string): void {
  drafts.delete(saleId);
}
