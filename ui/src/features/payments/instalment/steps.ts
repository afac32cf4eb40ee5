import type { StepView } from '~/api/generated/contract';

/** Whether no clear answer is there: the host asks again with the very request, nobody else does. */
export function isUndecided({ phase }: StepView): boolean {
  return phase === 'sending' || phase === 'unclear';
}
