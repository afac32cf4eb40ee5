import type { PayoutView } from '~/api/generated/contract';
import { isOver } from './outcome';

interface PayoutActions {
  check: boolean;
  send: boolean;
  close: boolean;
  receipt: boolean;
  /** Another payout like it. */
  again: boolean;
}

/** What a screen offers. Where the answer is open, the gateway is asked and nothing else is done. */
export function actionsOf(payout: PayoutView): PayoutActions {
  const { standing, canCheck, canSend, canClose } = payout;
  const isOpen = standing === 'unclear' || standing === 'codeUnclear';
  return {
    check: canCheck,
    send: canSend && !isOpen,
    close: canClose && !isOpen,
    receipt: standing === 'succeeded',
    again: isOver(payout),
  };
}
