import { bookField } from '~/api/book-fields';
import { errorMessage } from '~/api/error';
import { fieldReason } from '~/api/instalment-fields';
import type { ErrorBody } from '~/api/generated/contract';
import { Task } from '~/parts/task.svelte';

/** Saving one entry of a book: its task, and which field a refusal belongs to. */
export class BookForm extends Task {
  readonly #fields: ReadonlySet<string>;

  /** @param fields The fields that have a place of their own on the form. */
  constructor(fields: readonly string[]) {
    super();
    this.#fields = new Set(fields);
  }

  /** The text beside this field, when it was refused. */
  beside(field: string, index: number | null = null): string | undefined {
    const { problem } = this;
    if (!problem) return undefined;
    const refused = placeOf(problem);
    if (refused?.name !== field) return undefined;
    return index === null || (refused.index ?? 0) === index ? textOf(problem) : undefined;
  }

  /** A refusal that belongs to no field of this form. */
  get general(): ErrorBody | undefined {
    const place = this.problem && placeOf(this.problem);
    return place && this.#fields.has(place.name) ? undefined : this.problem;
  }
}

function placeOf({ code, params }: ErrorBody): ReturnType<typeof bookField> | null {
  if (code === 'contact_missing') return { name: 'contacts', index: null };
  if (params.field === undefined) return null;
  const isOfField =
    code === 'field_refused' || code === 'code_taken' || code === 'tax_code_unknown';
  return isOfField ? bookField(params.field) : null;
}

function textOf({ code, params }: ErrorBody): string {
  if (code !== 'field_refused' || params.reason === undefined) return errorMessage(code, params);
  const words = fieldReason(params.reason);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
