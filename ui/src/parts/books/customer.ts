import type { ContactPersonView, CustomerFactsView } from '~/api/generated/contract';
import { formatPhone, isPhoneLike } from './phone';

/** The fields of the form that a refusal can name. */
export const CUSTOMER_FIELDS = [
  'code',
  'name',
  'phone',
  'email',
  'taxId',
  'tag',
  'contacts',
  'contactName',
  'contactPhone',
  'contactEmail',
  'country',
  'province',
  'district',
  'ward',
  'address',
  'zipCode',
] as const;

export const newContact = (): ContactPersonView => ({ name: '', phone: '', email: '' });

/** An empty customer, or one that starts from what was searched. */
export function newCustomer(typed = ''): CustomerFactsView {
  const isPhone = isPhoneLike(typed);
  return {
    code: '',
    name: isPhone ? '' : typed.trim(),
    phone: isPhone ? typed.trim() : '',
    kind: 'person',
    email: '',
    taxId: '',
    tag: '',
    contacts: [],
    address: { country: '', province: '', district: '', ward: '', address: '', zipCode: '' },
  };
}

/** What the form starts from: phones grouped as people read them. */
export function readable(facts: CustomerFactsView): CustomerFactsView {
  return {
    ...facts,
    phone: formatPhone(facts.phone),
    contacts: facts.contacts.map((one) => ({ ...one, phone: formatPhone(one.phone) })),
    address: { ...facts.address },
  };
}

/** What is sent: a person has no contact persons, and rows that were left empty do not count. */
export function factsToSend(facts: CustomerFactsView): CustomerFactsView {
  const isFilled = ({ name, phone, email }: ContactPersonView) =>
    `${name}${phone}${email}`.trim() !== '';
  return {
    ...facts,
    name: facts.name.trim(),
    phone: facts.phone.trim(),
    email: facts.email.trim(),
    contacts: facts.kind === 'company' ? facts.contacts.filter(isFilled) : [],
  };
}
