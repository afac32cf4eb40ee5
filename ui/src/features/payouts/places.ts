import { router } from '~/app/router.svelte';

export const openList = (): void => router.go({ name: 'payouts' });

export const openPayout = (id: string): void =>
  router.go({ name: 'payouts', at: { kind: 'payout', id } });

/** After sending: going back leads to the list, not to a form that is used up. */
export const replaceByPayout = (id: string): void =>
  router.replace({ name: 'payouts', at: { kind: 'payout', id } });

export const openNew = (): void => router.go({ name: 'payouts', at: { kind: 'new' } });

export const openLike = (likeId: string): void =>
  router.go({ name: 'payouts', at: { kind: 'new', likeId } });
