import { ApiError } from '~/api/api-error';
import type { ErrorBody } from '~/api/generated/contract';

/** One thing a person asked for: running, refused, or neither. It never runs twice at once. */
export class Task {
  isBusy = $state(false);
  problem = $state<ErrorBody>();

  async run<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
    if (this.isBusy) return undefined;
    this.isBusy = true;
    this.problem = undefined;
    try {
      return await work();
    } catch (cause) {
      this.problem = ApiError.from(cause).body;
      return undefined;
    } finally {
      this.isBusy = false;
    }
  }
}
