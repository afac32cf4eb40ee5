import { call } from './call';
import type { ErrorBody, OwnerView } from './generated/contract';
import { dropPayouts } from './queries/client';

let view = $state.raw<OwnerView>();

const isPast = (time: string | null, now: Date) =>
  time === null || Date.parse(time) <= now.getTime();

/** The owner's guard as the page last heard it. While it is locked, nothing of payouts stays on the page. */
export const owner = {
  /** Nothing until it was read once. */
  get view(): OwnerView | undefined {
    return view;
  },

  /** Whether payouts can be seen at this moment. */
  isOpen(now: Date): boolean {
    return view !== undefined && !isPast(view.unlockedUntil, now);
  },

  /** Whether no PIN is tried at this moment. */
  isWaiting(now: Date): boolean {
    return view !== undefined && !isPast(view.waitUntil, now);
  },

  /** Takes the guard as an answer or an event told it. */
  keep(next: OwnerView): void {
    if (next.unlockedUntil === null) dropPayouts();
    view = next;
  },

  async read(): Promise<void> {
    owner.keep(await call('owner_get'));
  },

  /** Another world has another owner's guard. */
  forget(): void {
    dropPayouts();
    view = undefined;
  },

  /** A refusal that says more about the guard than the page knew. */
  heed({ code }: ErrorBody): void {
    if (SAYS_MORE.has(code)) void owner.read().catch(() => undefined);
  },
};

const SAYS_MORE: ReadonlySet<string> = new Set<ErrorBody['code']>([
  'owner_locked',
  'pin_missing',
  'pin_wrong',
  'pin_wait',
]);
