import { errorMessage } from '~/api/error';
import type { ErrorBody } from '~/api/generated/contract';
import { fieldReason } from '~/api/instalment-fields';

/** The inputs of one form and the names under which the host may refuse each. */
export type FieldNames = Record<string, readonly string[]>;

/** The input a problem is about, when it is about one of this form's. */
export function fieldOf(problem: ErrorBody | undefined, names: FieldNames): string | undefined {
  if (!problem) return undefined;
  if (problem.code === 'base_url_refused') return 'baseUrl' in names ? 'baseUrl' : undefined;
  const inputs = Object.keys(names);
  if (problem.code === 'text_refused' && inputs.length === 1) return inputs[0];
  const refused = problem.params.field?.split('.').at(-1);
  return inputs.find((input) => names[input]?.some((name) => name === refused));
}

/** What is said beside that input. */
export function besideText(problem: ErrorBody): string {
  const { code, params } = problem;
  if (code !== 'instalment_field_refused') return errorMessage(code, params);
  const reason = fieldReason(params.reason ?? '');
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}
