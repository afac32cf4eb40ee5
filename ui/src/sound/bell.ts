/** Rings when a payment's verdict becomes another one: once for each change, and only when the shop wants sound. */
import type { PaymentView } from '~/api/generated/contract';
import { Player } from './player';
import { notesOf } from './tones';

/** How many payments are remembered, so that a long day does not grow the list. */
const REMEMBERED = 200;

type Said = Pick<PaymentView, 'verdict' | 'received'>;

/** One till's bell. */
export class Bell {
  readonly #rung = new Map<string, Said>();

  constructor(
    private readonly hasSound: () => boolean,
    private readonly player: Pick<Player, 'play'> = new Player(),
  ) {}

  /** Takes a payment as its newest verdict event told it. */
  ring(payment: PaymentView): void {
    const before = this.#rung.get(payment.id);
    this.#remember(payment.id, { verdict: payment.verdict, received: payment.received });
    if (before && !isNews(before, payment)) return;
    if (this.hasSound()) void this.player.play(notesOf(payment.verdict));
  }

  #remember(id: string, said: Said): void {
    this.#rung.delete(id);
    this.#rung.set(id, said);
    const oldest = this.#rung.keys().next();
    if (this.#rung.size > REMEMBERED && !oldest.done) this.#rung.delete(oldest.value);
  }
}

/** Another verdict, or more money under the same one; a figure that was only missing before is no news. */
function isNews(before: Said, now: Said): boolean {
  if (before.verdict !== now.verdict) return true;
  return before.received !== null && now.received !== null && before.received !== now.received;
}
