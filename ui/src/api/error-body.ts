import type { ErrorBody, ErrorCode } from './generated/contract';

/** An error that the page itself found, in the shape of the host's. */
export function errorBody(code: ErrorCode): ErrorBody {
  return { code, certainty: null, requestId: null, params: {} };
}
