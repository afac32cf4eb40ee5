import Banknote from '@lucide/svelte/icons/banknote-arrow-up';
import FileText from '@lucide/svelte/icons/file-text';
import HandCoins from '@lucide/svelte/icons/hand-coins';
import Landmark from '@lucide/svelte/icons/landmark';
import Package from '@lucide/svelte/icons/package';
import ReceiptText from '@lucide/svelte/icons/receipt-text';
import Settings from '@lucide/svelte/icons/settings';
import Users from '@lucide/svelte/icons/users';
import { m } from '~/paraglide/messages';

/** The screens of the main window, in the order of the rail. */
export const PLACES = [
  { name: 'counter', keys: 'Alt+1', label: m.nav_counter, icon: HandCoins },
  { name: 'payments', keys: 'Alt+2', label: m.nav_payments, icon: ReceiptText },
  { name: 'invoices', keys: 'Alt+3', label: m.nav_invoices, icon: FileText },
  { name: 'customers', keys: 'Alt+4', label: m.nav_customers, icon: Users },
  { name: 'products', keys: 'Alt+5', label: m.nav_products, icon: Package },
  { name: 'accounts', keys: 'Alt+6', label: m.nav_accounts, icon: Landmark },
  { name: 'payouts', keys: 'Alt+7', label: m.nav_payouts, icon: Banknote },
  { name: 'settings', keys: 'Alt+8', label: m.nav_settings, icon: Settings },
] as const;
