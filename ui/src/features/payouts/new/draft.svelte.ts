import { ApiError } from '~/api/api-error';
import { call } from '~/api/call';
import type {
  BeneficiaryReadView,
  BeneficiaryView,
  DestinationView,
  ErrorBody,
  PayoutDraftRequest,
  PayoutDraftView,
  PayoutView,
} from '~/api/generated/contract';
import { owner } from '~/api/owner.svelte';

/** The fields of the first and of the second step, as the host names them. */
export const WHO_FIELDS = ['bank', 'accountNumber', 'accountName'] as const;
export const AMOUNT_FIELDS = ['account', 'amount', 'description'] as const;

export type DraftField = (typeof WHO_FIELDS)[number] | (typeof AMOUNT_FIELDS)[number];

type Entered = Omit<PayoutDraftRequest, 'beneficiaryId'>;

const EMPTY: Entered = {
  bankId: '',
  accountNumber: '',
  accountName: '',
  accountId: '',
  amount: '',
  description: '',
};

/** A payout while it is entered; what it comes to is the host's to say. */
export class PayoutDraft {
  beneficiary = $state.raw<BeneficiaryView | null>(null);
  entered = $state<Entered>({ ...EMPTY });
  view = $state.raw<PayoutDraftView | null>(null);
  /** Why the host could not say. */
  problem = $state.raw<ErrorBody | null>(null);
  #asked = 0;

  get request(): PayoutDraftRequest {
    return { beneficiaryId: this.beneficiary?.id ?? null, ...this.entered };
  }

  /** Whether it differs from the row of the book that it was filled in from. */
  get isOtherThanBook(): boolean {
    const to = this.beneficiary?.destination;
    if (!to || !this.view) return false;
    const { bankId } = this.entered;
    const { accountNumber, accountName } = this.view;
    return (
      bankId !== to.bankId || accountNumber !== to.accountNumber || accountName !== to.accountName
    );
  }

  set(change: Partial<Entered>): Promise<void> {
    Object.assign(this.entered, change);
    return this.read();
  }

  /** Only the answer to the newest text counts, however the answers come in. */
  async read(): Promise<void> {
    const own = (this.#asked += 1);
    try {
      const view = await call('payout_read', this.request);
      if (own !== this.#asked) return;
      this.view = view;
      this.problem = null;
    } catch (cause) {
      if (own !== this.#asked) return;
      this.problem = ApiError.from(cause).body;
      owner.heed(this.problem);
    }
  }

  problemOf(field: DraftField): ErrorBody | undefined {
    return this.view?.problems.find((one) => one.field === field)?.problem;
  }

  isReady(fields: readonly DraftField[]): boolean {
    return this.view !== null && fields.every((field) => this.problemOf(field) === undefined);
  }

  choose(row: BeneficiaryView): Promise<void> {
    this.beneficiary = row;
    return this.#fill(row.destination);
  }

  /** Takes what was understood in a text or a picture; what was not said stays as it is. */
  take(read: BeneficiaryReadView): Promise<void> {
    const { bank, accountNumber, accountName, amount, description } = read;
    this.beneficiary = read.beneficiary;
    const { entered } = this;
    return this.set({
      bankId: bank?.bankId ?? '',
      accountNumber: accountNumber ?? '',
      accountName: accountName ?? '',
      ...(amount === null || entered.amount !== '' ? {} : { amount: String(amount) }),
      ...(!description || entered.description !== '' ? {} : { description }),
    });
  }

  /** Starts from another payout. */
  like({ destination, amount, description, account }: PayoutView): Promise<void> {
    Object.assign(this.entered, { amount: String(amount), description, accountId: account.id });
    return this.#fill(destination);
  }

  startNew(): Promise<void> {
    this.beneficiary = null;
    return this.set({ bankId: '', accountNumber: '', accountName: '' });
  }

  #fill({ bankId, accountNumber, accountName }: DestinationView): Promise<void> {
    return this.set({ bankId, accountNumber, accountName });
  }
}
