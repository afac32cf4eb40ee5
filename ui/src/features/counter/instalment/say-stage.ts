/** The words of an instalment payment's stages. */
import type { InstalmentView, PaymentView, StepView } from '~/api/generated/contract';
import { m } from '~/paraglide/messages';

/** Whether a step was decided and is not answered yet. */
export function isUnderWay(step: StepView | null | undefined): boolean {
  return step?.phase === 'sending' || step?.phase === 'unclear';
}

/** What goes on now, in one line. */
export function sayStage(instalment: InstalmentView): string {
  if (isUnderWay(instalment.cancel)) return m.instalment_cancelling();
  if (isUnderWay(instalment.firstPart?.confirmation)) return m.instalment_confirming();
  switch (instalment.stage) {
    case 'inProgress':
      return m.instalment_busy();
    case 'firstPart':
      return m.instalment_first_here();
    default:
      return m.instalment_waiting();
  }
}

/** How an instalment payment ended without money. */
export type End = 'refused' | 'expired' | 'cancelled' | 'rejected' | 'refunded';

export function endOf({ phase, isRefunded, instalment }: PaymentView): End {
  if (isRefunded) return 'refunded';
  if (phase === 'rejected') return 'rejected';
  if (phase === 'expired' || instalment?.stage === 'expired') return 'expired';
  return instalment?.stage === 'cancelled' ? 'cancelled' : 'refused';
}

export function sayEnd(end: End): string {
  return m[`instalment_end_${end}`]();
}

/** What a check told that brought no money. */
export function sayChecked(instalment: InstalmentView): string {
  return m.instalment_checked({ stage: sayStage(instalment) });
}
