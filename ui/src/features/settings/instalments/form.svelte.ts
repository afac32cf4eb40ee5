import type { ErrorBody } from '~/api/generated/contract';
import { Task } from '~/parts/task.svelte';
import { type FieldNames, besideText, fieldOf } from './beside';

/** One section that is saved by itself: its task, and which input a problem belongs to. */
export class Section extends Task {
  readonly #names: FieldNames;

  constructor(names: FieldNames) {
    super();
    this.#names = names;
  }

  /** The text beside this input, when the host refused it. */
  beside(input: string): string | undefined {
    const { problem } = this;
    return problem && fieldOf(problem, this.#names) === input ? besideText(problem) : undefined;
  }

  /** A problem that belongs to no input of this form. */
  get general(): ErrorBody | undefined {
    return fieldOf(this.problem, this.#names) === undefined ? this.problem : undefined;
  }
}
