/** Which fields of the instalment form are asked, and what is wrong with each. What the texts mean is asked of Rust. */
import type {
  AddressView,
  ErrorBody,
  InstalmentReadView,
  InstalmentResult,
} from '~/api/generated/contract';

export type AddressField = keyof AddressView;
export type Field = 'phone' | 'name' | 'email' | 'goods' | AddressField;

/** In the order in which a Vietnamese address is said. */
export const ADDRESS_FIELDS = [
  'houseNumber',
  'street',
  'ward',
  'district',
  'city',
] as const satisfies readonly AddressField[];

export const NO_ADDRESS: AddressView = {
  houseNumber: '',
  street: '',
  ward: '',
  district: '',
  city: '',
};

const OPTIONAL: ReadonlySet<Field> = new Set<Field>(['houseNumber', 'ward']);

/** What the form holds. `address` is the one that is asked for; none when nothing is. */
export interface Typed {
  phone: string;
  name: string;
  email: string;
  goods: string;
  address: AddressView | null;
}

export type Trouble = 'missing' | 'wrong' | 'short';

/** The fields in the order of the keyboard. */
export function fieldsOf(typed: Typed): Field[] {
  return ['phone', 'name', 'email', ...(typed.address ? ADDRESS_FIELDS : []), 'goods'];
}

/** What is wrong with a field; nothing while Rust has not read it. */
export function troubleOf(
  field: Field,
  typed: Typed,
  read: InstalmentReadView | null,
): Trouble | null {
  if (OPTIONAL.has(field)) return null;
  if (textOf(field, typed).trim() === '') return 'missing';
  switch (field) {
    case 'phone':
      return read?.isPhoneWrong ? 'wrong' : null;
    case 'name':
      return read?.isNameShort ? 'short' : null;
    case 'email':
      return read?.isEmailWrong ? 'wrong' : null;
    default:
      return null;
  }
}

/** The first field that keeps the form from being sent. */
export function firstMissing(typed: Typed, read: InstalmentReadView | null): Field | null {
  return fieldsOf(typed).find((field) => troubleOf(field, typed, read) !== null) ?? null;
}

function textOf(field: Field, typed: Typed): string {
  if (field === 'phone' || field === 'name' || field === 'email' || field === 'goods') {
    return typed[field];
  }
  return typed.address?.[field] ?? '';
}

const WIRE_FIELDS: Record<string, Field> = {
  phone: 'phone',
  phoneNumber: 'phone',
  name: 'name',
  lastName: 'name',
  firstName: 'name',
  email: 'email',
  goods: 'goods',
  items: 'goods',
  productName: 'goods',
  houseNumber: 'houseNumber',
  street: 'street',
  ward: 'ward',
  district: 'district',
  city: 'city',
};

const RESULT_FIELDS: Partial<Record<InstalmentResult, Field>> = {
  PHONE_NUMBER_INVALID: 'phone',
  PHONE_NUMBER_UNAVAILABLE: 'phone',
};

/** The field that a refusal is about, when it names one. */
export function fieldOf(body: ErrorBody | null): Field | null {
  if (body?.code === 'instalment_field_refused') {
    // A dotted name such as `customer.phoneNumber` ends with the field.
    return WIRE_FIELDS[body.params['field']?.split('.').at(-1) ?? ''] ?? null;
  }
  if (body?.code !== 'instalment_refused') return null;
  return RESULT_FIELDS[body.params['result'] as InstalmentResult] ?? null;
}
