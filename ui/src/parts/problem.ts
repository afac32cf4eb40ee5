import type { ActionName } from '~/api/error';
import { router } from '~/app/router.svelte';
import { m } from '~/paraglide/messages';

/** A button: its words and what it does. */
export interface Remedy {
  label: string;
  run: () => void;
}

/** What a screen itself can do; the rest leads to another screen. */
export type Remedies = Partial<Record<ActionName, Remedy>>;

/** The button for an error's one next action, if there is something to press. */
export function remedyFor(action: ActionName, own: Remedies): Remedy | undefined {
  return own[action] ?? elsewhere(action);
}

function elsewhere(action: ActionName): Remedy | undefined {
  switch (action) {
    case 'openKeys':
    case 'openEnvironment':
      return {
        label: m.problem_open_keys(),
        run: () => router.go({ name: 'settings', section: 'keys' }),
      };
    case 'openInstalments':
      return {
        label: m.problem_open_instalments(),
        run: () => router.go({ name: 'settings', section: 'instalments' }),
      };
    case 'openCodes':
      return {
        label: m.problem_open_codes(),
        run: () => router.go({ name: 'settings', section: 'codes' }),
      };
    case 'checkClock':
      return {
        label: m.problem_open_clock(),
        run: () => router.go({ name: 'settings', section: 'clock' }),
      };
    case 'openAccounts':
      return { label: m.problem_open_accounts(), run: () => router.go({ name: 'accounts' }) };
    case 'openPayments':
      return { label: m.problem_open_payments(), run: () => router.go({ name: 'payments' }) };
    case 'openOwner':
      return {
        label: m.problem_open_owner(),
        run: () => router.go({ name: 'settings', section: 'owner' }),
      };
    case 'openPayouts':
      return { label: m.problem_open_payouts(), run: () => router.go({ name: 'payouts' }) };
    default:
      return undefined;
  }
}
