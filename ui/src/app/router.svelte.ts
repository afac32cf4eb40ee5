/** A place in the main window. Kept in memory: nothing on the page navigates. */
export type Place =
  | { name: 'counter' }
  | { name: 'payments'; paymentId?: string }
  | { name: 'accounts'; accountId?: string }
  | { name: 'settings'; section?: SettingsSection };

export type SettingsSection = 'shop' | 'look' | 'amounts' | 'keys' | 'instalments' | 'clock';

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
