import { till } from '~/api/till.svelte';
import { Bell } from './bell';

/** Lets every new verdict sound until the returned function is called. */
export function ringVerdicts(): () => void {
  const bell = new Bell(() => till.settings.hasSound);
  return till.onVerdict((payment) => bell.ring(payment));
}
