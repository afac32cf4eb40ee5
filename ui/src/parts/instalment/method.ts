import type { MethodView } from '~/api/generated/contract';
import { m } from '~/paraglide/messages';

export const METHODS = [
  'transfer',
  'instalment',
  'invoice',
] as const satisfies readonly MethodView[];

export function methodWord(method: MethodView): string {
  return m[`method_${method}`]();
}
