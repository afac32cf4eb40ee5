import * as v from 'valibot';
import { ERROR_CODES, type ErrorBody } from './generated/contract';

const bodySchema = v.object({
  code: v.picklist(ERROR_CODES),
  certainty: v.nullable(v.picklist(['notSent', 'refused', 'unknown'])),
  requestId: v.nullable(v.string()),
  params: v.record(v.string(), v.string()),
});

/** A refusal of the host, with what is certain about the money. */
export class ApiError extends Error {
  constructor(readonly body: ErrorBody) {
    super(body.code);
    this.name = 'ApiError';
  }

  /** Anything that is not an error body is a fault of our own. */
  static from(cause: unknown): ApiError {
    if (cause instanceof ApiError) return cause;
    const parsed = v.safeParse(bodySchema, cause);
    if (parsed.success) return new ApiError(parsed.output);
    return new ApiError({ code: 'internal', certainty: null, requestId: null, params: {} });
  }
}
