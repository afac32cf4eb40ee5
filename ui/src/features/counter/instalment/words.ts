/** The words of the instalment form. */
import { m } from '~/paraglide/messages';
import type { Field, Trouble } from './fields';

export function fieldLabel(field: Field): string {
  return m[`instalment_field_${field}`]();
}

/** What to do about a field, said beside it. */
export function sayTrouble(field: Field, trouble: Trouble): string {
  if (trouble === 'short') return m.instalment_name_short();
  if (trouble === 'wrong') {
    return field === 'phone' ? m.instalment_phone_wrong() : m.instalment_email_wrong();
  }
  return m.instalment_missing({ field: fieldLabel(field).toLocaleLowerCase('vi') });
}
