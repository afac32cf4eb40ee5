import HandCoins from '@lucide/svelte/icons/hand-coins';
import Landmark from '@lucide/svelte/icons/landmark';
import ReceiptText from '@lucide/svelte/icons/receipt-text';
import Settings from '@lucide/svelte/icons/settings';
import { m } from '~/paraglide/messages';

/** The screens of the main window, in the order of the rail. */
export const PLACES = [
  { name: 'counter', keys: 'Alt+1', label: m.nav_counter, icon: HandCoins },
  { name: 'payments', keys: 'Alt+2', label: m.nav_payments, icon: ReceiptText },
  { name: 'accounts', keys: 'Alt+3', label: m.nav_accounts, icon: Landmark },
  { name: 'settings', keys: 'Alt+4', label: m.nav_settings, icon: Settings },
] as const;
