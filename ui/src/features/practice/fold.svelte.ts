import { till } from '~/api/till.svelte';

/** Below this the panel starts folded, so that it takes nothing from the QR. */
const ROOMY = '(min-width: 1100px) and (min-height: 600px)';

const isRoomy = () => typeof matchMedia !== 'function' || matchMedia(ROOMY).matches;

let chosen = $state<boolean | null>(null);

/** Whether the panel is folded away; what a person chose is remembered while the app runs. */
export const fold = {
  get isFolded(): boolean {
    return chosen ?? (till.settings.isLargeType || !isRoomy());
  },
  toggle(): void {
    chosen = !fold.isFolded;
  },
};
