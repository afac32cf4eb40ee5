import { announcer } from '~/kit/announcer.svelte';
import { m } from '~/paraglide/messages';

/** Whether it could be copied; where not, the screen shows it to be copied by hand. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    announcer.show(m.common_copied());
    return true;
  } catch {
    announcer.show(m.payment_copy_by_hand(), 'info');
    return false;
  }
}
