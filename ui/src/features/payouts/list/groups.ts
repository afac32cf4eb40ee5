import type { PayoutStandingView } from '~/api/generated/contract';
import { m } from '~/paraglide/messages';

/** What the list can be narrowed to; a payout that a person closed shows under "all" alone. */
export const GROUPS = {
  code: ['awaitingCode'],
  working: ['notSent', 'processing'],
  unclear: ['unclear', 'undecided', 'codeUnclear', 'differs', 'odd'],
  done: ['succeeded'],
  failed: ['failed', 'refused'],
  settling: ['settling'],
} as const satisfies Record<string, readonly PayoutStandingView[]>;

export type Group = keyof typeof GROUPS;

export const GROUP_NAMES = Object.keys(GROUPS) as Group[];

export const groupWord = (group: Group): string => m[`payout_group_${group}`]();
