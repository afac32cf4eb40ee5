import { SvelteSet } from 'svelte/reactivity';
import { ApiError } from '~/api/api-error';
import { call } from '~/api/call';
import type {
  AddressView,
  ErrorBody,
  InstalmentCustomerView,
  InstalmentFormView,
  InstalmentReadView,
  PlansView,
} from '~/api/generated/contract';
import { Latest } from '~/features/counter/logic/latest';
import { NO_ADDRESS, type Field, type Typed } from './fields';

const READ_AFTER_MS = 180;

/** Where the goods go. */
export type Where = 'counter' | 'elsewhere';

/** What is typed into the form of one sale, what Rust reads in it, and the plans on offer. */
export class InstalmentForm {
  phone = $state('');
  name = $state('');
  email = $state('');
  goods = $state('');
  where = $state<Where>('counter');
  /** Where goods go that are not taken at the counter. */
  delivery = $state<AddressView>({ ...NO_ADDRESS });
  /** The shop's own address, asked once where it was never entered. */
  shop = $state<AddressView>({ ...NO_ADDRESS });
  /** What the form starts from; none until Rust has answered. */
  view = $state.raw<InstalmentFormView | null>(null);
  read = $state.raw<InstalmentReadView | null>(null);
  /** Why it could not be read. */
  problem = $state.raw<ErrorBody | null>(null);
  /** The fields whose problems are said: those that were left, or all once it was to be sent. */
  readonly told = new SvelteSet<Field>();
  /** The field that a refusal was about. */
  refused = $state<Field | null>(null);
  /** The plan chosen beforehand; none lets the customer choose. */
  planId = $state<string | null>(null);
  plans = $state.raw<PlansView | null>(null);
  plansState = $state<'none' | 'loading' | 'ready' | 'failed'>('none');

  readonly #reads = new Latest((typed: Pick<Typed, 'phone' | 'name' | 'email'>) =>
    call('instalment_read', typed),
  );
  readonly #offers = new Latest(
    (asked: { saleId: string; amount: number; firstPercent: number | null }) =>
      call('instalment_plans', asked),
  );
  #timer: ReturnType<typeof setTimeout> | undefined;
  #filled: InstalmentCustomerView | null = null;

  /** The customer with this phone, met before. */
  get known(): InstalmentCustomerView | null {
    return this.read?.known ?? null;
  }

  /** The address that is asked for now. */
  get address(): AddressView | null {
    if (this.where === 'elsewhere') return this.delivery;
    return this.view?.shopAddress === null ? this.shop : null;
  }

  get typed(): Typed {
    const { phone, name, email, goods, address } = this;
    return { phone, name, email, goods, address };
  }

  /** Takes what the form starts from; what was typed before stays. */
  begin(view: InstalmentFormView): void {
    const isOther = this.view?.amount !== view.amount;
    this.view = view;
    if (this.goods.trim() === '') this.goods = view.goods;
    if (view.customer && [this.phone, this.name, this.email].every((text) => text === '')) {
      this.#fill(view.customer);
    }
    void this.settled();
    if (view.problem === null && (isOther || this.plansState !== 'ready')) void this.offer(null);
  }

  /** Has Rust read it once the typing rests. */
  changed(field: Field): void {
    if (this.refused === field) this.refused = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settled(), READ_AFTER_MS);
  }

  /** Has Rust read it now; whether a known customer was filled in. */
  settled(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#read();
  }

  /** Asks for the plans; without them the customer chooses on the phone, so a failure stops nothing. */
  async offer(firstPercent: number | null): Promise<void> {
    if (!this.view) return;
    const { saleId, amount } = this.view;
    this.plansState = 'loading';
    try {
      const plans = await this.#offers.of({ saleId, amount, firstPercent });
      if (!plans) return;
      this.plans = plans;
      this.plansState = 'ready';
      if (!plans.plans.some(({ id }) => id === this.planId)) this.planId = null;
    } catch {
      this.plans = null;
      this.planId = null;
      this.plansState = 'failed';
    }
  }

  async #read(): Promise<boolean> {
    const { phone, name, email } = this;
    try {
      const view = await this.#reads.of({ phone, name, email });
      if (!view) return false;
      this.read = view;
      this.problem = null;
      return view.known !== null && (await this.#take(view.known));
    } catch (cause) {
      this.problem = ApiError.from(cause).body;
      return false;
    }
  }

  /** Fills in a known customer; what the cashier typed stays. */
  async #take(known: InstalmentCustomerView): Promise<boolean> {
    const before = this.#filled;
    if (before?.phone === known.phone) return false;
    this.#filled = known;
    const isOwn = (typed: string, filled: string | undefined) =>
      typed.trim() !== '' && typed !== filled;
    const isFilling = !isOwn(this.name, before ? fullName(before) : undefined);
    if (isFilling) this.name = fullName(known);
    if (!isOwn(this.email, before?.email)) this.email = known.email;
    await this.#read();
    return isFilling;
  }

  #fill(customer: InstalmentCustomerView): void {
    this.#filled = customer;
    this.phone = customer.phone;
    this.name = fullName(customer);
    this.email = customer.email;
  }
}

const fullName = ({ lastName, firstName }: InstalmentCustomerView) =>
  `${lastName} ${firstName}`.trim();
