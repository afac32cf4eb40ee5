/** The payouts and beneficiaries that the in-memory shop remembers. */
import type {
  BeneficiaryView,
  DestinationView,
  PayoutReadBackView,
  PayoutStandingView,
  PayoutView,
  SourceAccountView,
  TimelineEntry,
} from '~/api/generated/contract';
import { startOfDay } from '~/format/time';
import { seedPayouts } from './payout-seed';
import { type World, Refusal, present } from './world';

export interface MemoryPayout {
  view: PayoutView;
  timeline: TimelineEntry[];
  /** The code that the bank sent. */
  code: string;
  /** When it did, as long as the code is good. */
  codeAt: string | null;
  /** Whether the gateway has it, whatever the till knows. */
  isAtGateway: boolean;
}

export interface PayoutBook {
  payouts: MemoryPayout[];
  beneficiaries: BeneficiaryView[];
  /** When a row's bank or number was changed. */
  changedAt: Map<string, string>;
  readBacks: Map<string, PayoutReadBackView>;
}

export const SOURCES: readonly [SourceAccountView, SourceAccountView] = [
  {
    id: 'acc-shinhan',
    name: 'HO KINH DOANH TIEM TRA BUOI',
    bankName: 'Shinhan',
    lastFour: '4821',
    balance: 86_450_000,
    isDocumented: true,
  },
  {
    id: 'acc-mb',
    name: 'HO KINH DOANH TIEM TRA BUOI',
    bankName: 'MB',
    lastFour: '5678',
    balance: null,
    isDocumented: false,
  },
];

const books = new WeakMap<World, PayoutBook>();

export function payoutBookOf(world: World): PayoutBook {
  const known = books.get(world);
  if (known) return known;
  const book: PayoutBook = {
    payouts: [],
    beneficiaries: [],
    changedAt: new Map(),
    readBacks: new Map(),
  };
  books.set(world, book);
  if (world.options.isSetUp) seedPayouts(world, book);
  return book;
}

export const payoutsOf = (world: World): MemoryPayout[] => payoutBookOf(world).payouts;

export function payoutOf(world: World, id: string): MemoryPayout {
  const payout = payoutsOf(world).find(({ view }) => view.id === id);
  if (!payout) throw new Refusal('payout_gone');
  return payout;
}

const MOVES_NOTHING: ReadonlySet<PayoutStandingView> = new Set(['failed', 'refused', 'closed']);

export function usedToday(payouts: readonly MemoryPayout[]): number {
  const today = startOfDay(new Date()).toISOString();
  return payouts
    .filter(({ view }) => view.createdAt >= today && !MOVES_NOTHING.has(view.standing))
    .reduce((sum, { view }) => sum + view.amount, 0);
}

export const isSameAccount = (one: DestinationView, other: DestinationView): boolean =>
  one.bankId === other.bankId && one.accountNumber === other.accountNumber;

export function notePayout(
  { timeline }: MemoryPayout,
  event: string,
  more: Partial<TimelineEntry> = {},
): void {
  timeline.push({
    at: present(),
    event,
    about: null,
    code: null,
    status: null,
    reason: null,
    message: null,
    received: null,
    requestId: null,
    ...more,
  });
}

/** What a person may do with it where it stands. */
export function settleFlags(view: PayoutView, needsSecond: boolean): PayoutView {
  const is = (...standings: PayoutStandingView[]) => standings.includes(view.standing);
  return Object.assign(view, {
    canEnterCode: is('awaitingCode'),
    canCheck: !is('notSent', 'succeeded', 'failed', 'refused', 'closed'),
    canSend: is('notSent', 'undecided'),
    canClose: is('notSent', 'undecided', 'awaitingCode', 'differs'),
    needsSecond,
  });
}
