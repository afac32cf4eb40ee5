import { call, listen } from './call';
import type {
  AccountView,
  AppView,
  ClockView,
  EnvironmentView,
  FreshnessView,
  InstalmentSettingsView,
  MethodView,
  Notice,
  PaymentView,
  PracticeView,
  ProgressView,
  SaleView,
  SettingsRequest,
  TillEvent,
} from './generated/contract';
import { forgetAccounts, forgetBooks, forgetPayments } from './queries/client';
import { keepBooks } from './queries/books';
import { forgetInvoices, keepInvoice } from './queries/invoices';
import { owner } from './owner.svelte';
import { forgetPayouts, hearOfPayout } from './queries/payouts';

type VerdictListener = (payment: PaymentView) => void;
type ProgressListener = (progress: ProgressView) => void;

let view = $state<AppView>();
let starts = 0;
let practice = $state<PracticeView>({ troubles: [], messages: [] });
const verdictListeners = new Set<VerdictListener>();
const progressListeners = new Set<ProgressListener>();
const bookListeners = new Set<() => void>();

function loaded(): AppView {
  if (!view) throw new Error('till.start() comes first.');
  return view;
}

/** The host's state as the page last heard it: one answer at the start, then events. */
export const till = {
  get app(): AppView {
    return loaded();
  },
  get settings() {
    return loaded().settings;
  },
  get environment() {
    return loaded().environment;
  },
  get isPractice(): boolean {
    return loaded().environment.kind === 'practice';
  },
  get sales(): SaleView[] {
    return loaded().sales;
  },
  get focusedSaleId(): string | null {
    return loaded().focusedSaleId;
  },
  get receivingAccount() {
    return loaded().receivingAccount;
  },
  get freshness() {
    return loaded().freshness;
  },
  /** When the counter last knew of instalment payments. */
  get instalmentFreshness() {
    return loaded().instalmentFreshness;
  },
  /** What the shop set up for instalments. */
  get instalments(): InstalmentSettingsView {
    return loaded().instalments;
  },
  get clock() {
    return loaded().clock;
  },
  get notices() {
    return loaded().notices;
  },
  get isDisplayOpen(): boolean {
    return loaded().isDisplayOpen;
  },
  get practice(): PracticeView {
    return practice;
  },

  /** When the counter last knew of what is paid this way. */
  freshnessOf(method: MethodView): FreshnessView {
    return method === 'instalment' ? loaded().instalmentFreshness : loaded().freshness;
  },

  /** Reads the state, then listens. Events that come in between are newer and win. */
  async start(): Promise<void> {
    starts += 1;
    const own = starts;
    const early: TillEvent[] = [];
    let isRead = false;
    await listen('till_watch', (event) => {
      // A start that was repeated leaves an older channel behind.
      if (own !== starts) return;
      if (isRead) apply(event);
      else early.push(event);
    });
    const first = await call('app_state');
    view = first;
    isRead = true;
    owner.forget();
    early.forEach(apply);
    if (first.environment.kind === 'practice') practice = await call('practice_get');
  },

  async focusSale(saleId: string | null): Promise<void> {
    loaded().focusedSaleId = saleId;
    await call('sale_focus', { saleId });
  },

  async updateSettings(change: SettingsRequest): Promise<void> {
    loaded().settings = await call('settings_update', change);
  },

  /** Takes a sale as an answer told it, without waiting for its event. */
  keepSale(sale: SaleView): void {
    apply({ kind: 'sale', sale });
  },

  /** Takes the environment as an answer told it. */
  keepEnvironment(environment: EnvironmentView): void {
    apply({ kind: 'environment', environment });
  },

  /** Takes the instalment settings as an answer told them. */
  keepInstalments(settings: InstalmentSettingsView): void {
    apply({ kind: 'instalmentSettings', settings });
  },

  /** Takes the clock as an answer told it. */
  keepClock(clock: ClockView): void {
    apply({ kind: 'clock', clock });
  },

  /** Takes the receiving account as an answer told it. */
  keepReceivingAccount(account: AccountView | null): void {
    apply({ kind: 'receivingAccount', account });
  },

  /** Calls back on every new verdict; returns how to stop. */
  onVerdict(listener: VerdictListener): () => void {
    verdictListeners.add(listener);
    return () => verdictListeners.delete(listener);
  },

  /** Hears how far imports and exports are, until the returned function is called. */
  onProgress(listener: ProgressListener): () => void {
    progressListeners.add(listener);
    return () => progressListeners.delete(listener);
  },

  /** Hears that customers or products changed, until the returned function is called. */
  onBooks(listener: () => void): () => void {
    bookListeners.add(listener);
    return () => bookListeners.delete(listener);
  },

  dismissNotice(notice: Notice): void {
    const app = loaded();
    app.notices = app.notices.filter((other) => other !== notice);
  },
};

/** Another world has other sales, and what was missed cannot be guessed. */
async function readAnew(): Promise<void> {
  forgetAccounts();
  forgetPayments();
  forgetBooks();
  forgetInvoices();
  bookListeners.forEach((listener) => listener());
  const fresh = await call('app_state').catch(() => null);
  if (fresh) view = fresh;
}

function apply(event: TillEvent): void {
  const app = loaded();
  switch (event.kind) {
    case 'sale': {
      const index = app.sales.findIndex((sale) => sale.id === event.sale.id);
      if (event.sale.closedAt) {
        if (index >= 0) app.sales.splice(index, 1);
      } else if (index >= 0) app.sales[index] = event.sale;
      else app.sales.push(event.sale);
      forgetPayments();
      break;
    }
    case 'saleClosed':
      app.sales = app.sales.filter((sale) => sale.id !== event.saleId);
      if (app.focusedSaleId === event.saleId) app.focusedSaleId = null;
      forgetPayments();
      break;
    case 'verdict':
      forgetPayments();
      verdictListeners.forEach((listener) => listener(event.payment));
      break;
    case 'freshness':
      if (event.method === 'instalment') app.instalmentFreshness = event.freshness;
      else app.freshness = event.freshness;
      break;
    case 'clock':
      app.clock = event.clock;
      break;
    case 'settings':
      app.settings = event.settings;
      break;
    case 'instalmentSettings':
      app.instalments = event.settings;
      break;
    case 'books':
      keepBooks(event.books);
      bookListeners.forEach((listener) => listener());
      break;
    case 'progress':
      progressListeners.forEach((listener) => listener(event.progress));
      break;
    case 'invoice':
      keepInvoice(event.invoice);
      break;
    case 'payout':
      hearOfPayout(event.payoutId);
      break;
    case 'owner':
      owner.keep(event.owner);
      break;
    case 'environment':
      app.environment = event.environment;
      owner.forget();
      void readAnew();
      break;
    case 'missed':
      forgetPayouts();
      void owner.read().catch(() => undefined);
      void readAnew();
      break;
    case 'receivingAccount':
      app.receivingAccount = event.account;
      forgetAccounts();
      break;
    case 'practice':
      practice = event.practice;
      break;
    case 'display':
      app.isDisplayOpen = event.isOpen;
      break;
  }
}
