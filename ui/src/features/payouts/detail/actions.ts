import type { PayoutStandingView, PayoutView } from '~/api/generated/contract';
import { isOver } from './outcome';

/** The bank took it up; what is certain stands on the paper. */
const HAS_RECEIPT: ReadonlySet<PayoutStandingView> = new Set<PayoutStandingView>([
  'processing',
  'settling',
  'succeeded',
]);

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
    receipt: HAS_RECEIPT.has(standing),
    again: isOver(payout),
  };
}
