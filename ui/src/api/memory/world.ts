import type {
  EnvironmentKind,
  ErrorBody,
  ErrorCode,
  FreshnessView,
  InstalmentCustomerView,
  InstalmentSettingsView,
  PaymentView,
  PracticeTrouble,
  SaleLineView,
  SettingsView,
  TillEvent,
  TimelineEntry,
} from '~/api/generated/contract';
import type { MemoryBooks } from './books';
import type { MemoryOptions } from './options';

export interface MemorySale {
  id: string;
  number: number;
  name: string;
  amount: number | null;
  lines: SaleLineView[];
  cash: number;
  nextIntentId: string;
  openedAt: string;
  closedAt: string | null;
}

export interface MemoryPayment {
  view: PaymentView;
  timeline: TimelineEntry[];
}

/** What the shop set up for instalments, and the customers it met. */
export interface MemoryInstalments {
  /** As {@link World.keys}. */
  keys: World['keys'];
  customBaseUrl: string | null;
  own: Pick<
    InstalmentSettingsView,
    | 'merchantId'
    | 'storeId'
    | 'platformId'
    | 'minimum'
    | 'maximum'
    | 'successUrl'
    | 'unsuccessUrl'
    | 'category'
    | 'address'
  >;
  known: InstalmentCustomerView[];
}

/** Everything the in-memory app remembers. */
export interface World {
  options: MemoryOptions;
  settings: SettingsView;
  environment: EnvironmentKind;
  customBaseUrl: string | null;
  /** Client ids by environment; the secret itself is forgotten at once. */
  keys: Partial<Record<EnvironmentKind, { clientId: string; isRight: boolean }>>;
  receivingId: string | null;
  accountsFetchedAt: string | null;
  sales: MemorySale[];
  payments: MemoryPayment[];
  focusedSaleId: string | null;
  troubles: PracticeTrouble[];
  freshness: FreshnessView;
  instalmentFreshness: FreshnessView;
  instalments: MemoryInstalments;
  books: MemoryBooks;
  isDisplayOpen: boolean;
  nextSaleNumber: number;
  tell: (event: TillEvent) => void;
}

export const present = (): string => new Date().toISOString();

export const minutesFrom = (time: string, minutes: number): string =>
  new Date(Date.parse(time) + minutes * 60_000).toISOString();

let counter = 0;

export function newId(kind: string): string {
  counter += 1;
  return `${kind}-${Date.now().toString(36)}-${counter}`;
}

export function errorBody(code: ErrorCode, more: Partial<ErrorBody> = {}): ErrorBody {
  return { code, certainty: null, requestId: null, params: {}, ...more };
}

/** Stops a command as the host would: with an error body. */
export class Refusal extends Error {
  readonly body: ErrorBody;

  constructor(code: ErrorCode, more: Partial<ErrorBody> = {}) {
    super(code);
    this.body = errorBody(code, more);
  }
}
