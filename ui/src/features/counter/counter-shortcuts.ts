import type { Shortcut } from '~/app/shortcuts.svelte';
import { till } from '~/api/till.svelte';
import { m } from '~/paraglide/messages';
import type { Desk } from './desk.svelte';

/** How many sales have a key of their own. */
export const SALE_KEYS = 9;

/** The keys that work whatever the sale in front is at. */
export function counterShortcuts(desk: Desk): Shortcut[] {
  return [
    { keys: 'F6', label: m.counter_new_sale, group: 'counter', run: () => void desk.open() },
    ...Array.from({ length: SALE_KEYS }, (_, index) => saleShortcut(desk, index)),
  ];
}

function saleShortcut(desk: Desk, index: number): Shortcut {
  return {
    keys: `Ctrl+${index + 1}`,
    label: m.counter_keys_sale,
    group: 'counter',
    isHidden: index > 0,
    run() {
      const sale = till.sales[index];
      if (sale) void desk.focus(sale.id);
    },
  };
}
