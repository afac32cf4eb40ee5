import type { ErrorBody, QrProblem } from '~/api/generated/contract';

/** A QR that the guard held back, as an error for people. */
export function problemOfQr({ code }: QrProblem): ErrorBody {
  return { code, certainty: null, requestId: null, params: {} };
}
