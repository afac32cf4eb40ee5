import type { PracticeTrouble } from '~/api/generated/contract';

/** What can go wrong at the counter. */
export const COUNTER_TROUBLES = [
  'noNetwork',
  'gatewayDown',
  'captivePortal',
  'tooManyRequests',
  'lostAnswer',
  'unknownStatus',
  'wrongAmount',
  'wrongAccount',
  'wrongCrc',
  'imageAddress',
  'strangeLink',
  'instalmentLimit',
  'instalmentDenied',
  'lostRefundAnswer',
] as const satisfies readonly PracticeTrouble[];

/** What can go wrong with payouts. */
export const PAYOUT_TROUBLES = [
  'noNetwork',
  'gatewayDown',
  'captivePortal',
  'tooManyRequests',
  'lostPayoutAnswer',
  'lostPayoutRequest',
  'lostCodeAnswer',
  'addressNotListed',
  'lowBalance',
  'payoutRepeatedWrong',
  'unknownStatus',
] as const satisfies readonly PracticeTrouble[];
