/** A place in the main window. Kept in memory: nothing on the page navigates. */
export type Place =
  | { name: 'counter' }
  | { name: 'payments'; paymentId?: string }
  | { name: 'invoices'; at?: InvoicesAt }
  | { name: 'customers'; customerId?: string; isImporting?: boolean }
  | { name: 'products'; productId?: string; isImporting?: boolean }
  | { name: 'accounts'; accountId?: string }
  | { name: 'payouts'; at?: PayoutsAt }
  | { name: 'settings'; section?: SettingsSection };

/** One invoice that was sent, or one that is being written. */
export type InvoicesAt = { kind: 'invoice'; id: string } | { kind: 'editor'; key: string };

/** One payout, or one that is being entered, perhaps like another. */
export type PayoutsAt = { kind: 'payout'; id: string } | { kind: 'new'; likeId?: string };

export type SettingsSection =
  'shop' | 'look' | 'amounts' | 'owner' | 'keys' | 'instalments' | 'codes' | 'clock';

/** What fills the window at a place; one entry of a list is a dialog over it, and no screen of its own. */
export function screenOf(place: Place): string {
  switch (place.name) {
    case 'invoices':
      return `invoices ${place.at?.kind === 'editor' ? place.at.key : (place.at?.id ?? '')}`;
    case 'settings':
      return `settings ${place.section ?? ''}`;
    case 'customers':
    case 'products':
      return place.isImporting ? `${place.name} import` : place.name;
    default:
      return place.name;
  }
}

const REMEMBERED = 20;

let place = $state<Place>({ name: 'counter' });
const before: Place[] = [];

export const router = {
  get place(): Place {
    return place;
  },

  go(next: Place): void {
    before.push($state.snapshot(place));
    if (before.length > REMEMBERED) before.shift();
    place = next;
  },

  /** Another part of the same place: going back skips it. */
  replace(next: Place): void {
    place = next;
  },

  /** Where the person came from, else the counter. */
  back(): void {
    place = before.pop() ?? { name: 'counter' };
  },
};
