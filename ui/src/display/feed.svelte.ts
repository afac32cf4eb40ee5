import type { DisplayView } from '~/api/generated/contract';

/** What the window was last told; nothing before the first answer. */
export const feed = $state<{ view: DisplayView | null }>({ view: null });
