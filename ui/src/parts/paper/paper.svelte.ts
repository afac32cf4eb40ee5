import type { PaperSize } from '~/api/generated/contract';

export const SIZES = ['a4', 'a5', 'slip80'] as const satisfies readonly PaperSize[];

/** The sheet chosen last, for the next paper too. */
export const paper = $state<{ size: PaperSize }>({ size: 'a4' });
