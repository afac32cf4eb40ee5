import { owner } from '~/api/owner.svelte';
import type { ErrorBody } from '~/api/generated/contract';
import { Task } from '~/parts/task.svelte';

/** A task behind the owner's PIN: a refusal may tell that the guard changed. */
export class GuardTask extends Task {
  override async run<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
    const answer = await super.run(work);
    if (this.problem) owner.heed(this.problem);
    return answer;
  }

  /** A refusal that is said beside the PIN. */
  get ofPin(): ErrorBody | undefined {
    return this.problem?.code.startsWith('pin_') ? this.problem : undefined;
  }

  /** Any other refusal. */
  get general(): ErrorBody | undefined {
    return this.ofPin ? undefined : this.problem;
  }
}
