import type {
  CustomerFactsView,
  CustomerListRequest,
  CustomerPage,
  CustomerView,
  MirrorView,
} from '~/api/generated/contract';
import type { CommandName } from '~/api/transport';
import { cleanMirror, tellBooks } from './books';
import { fold } from '~/format/fold';
import type { Handlers } from './handlers';
import { bookOf, invoiceRow } from './invoice-book';
import { listPayments } from './list';
import { type World, Refusal, newId } from './world';

/** Domestic digits, however they were grouped. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^84(?=\d{9}$)/, '0');
}

export const needsAttention = ({ state }: MirrorView): boolean =>
  state === 'refused' || state === 'gone';

const refused = (field: string, reason: string) =>
  new Refusal('field_refused', { params: { field, reason } });

/** Those that match, by name. */
export function findCustomers(world: World, request: CustomerListRequest): CustomerView[] {
  const wanted = fold((request.search ?? '').trim());
  const digits = digitsOf(wanted);
  const isNumber = wanted !== '' && /^[\d\s.+()-]+$/.test(wanted);
  return world.books.customers
    .filter(({ facts }) => request.kind === undefined || facts.kind === request.kind)
    .filter(({ mirror }) => !request.needsAttention || needsAttention(mirror))
    .filter(({ facts }) => {
      if (wanted === '') return true;
      if (isNumber && digits !== '' && facts.phone.includes(digits)) return true;
      return fold(`${facts.name} ${facts.code} ${facts.taxId} ${facts.email}`).includes(wanted);
    })
    .sort((a, b) => a.facts.name.localeCompare(b.facts.name, 'vi'));
}

/** One page of a list that was found whole. */
export function pageOf<Row>(
  rows: readonly Row[],
  { cursor, limit = 50 }: { cursor?: string | null; limit?: number | null },
): { rows: Row[]; nextCursor: string | null; count: number } {
  const start = Number(cursor ?? 0);
  const end = start + (limit ?? 50);
  return {
    rows: rows.slice(start, end),
    nextCursor: end < rows.length ? String(end) : null,
    count: rows.length,
  };
}

/** The facts as they are kept. */
export function checkedCustomer(
  world: World,
  facts: CustomerFactsView,
  id: string | null,
): CustomerFactsView {
  const name = facts.name.trim();
  const phone = digitsOf(facts.phone);
  if (name === '') throw refused('name', 'missing');
  if (phone === '') throw refused('phone', 'missing');
  if (!/^0\d{9,10}$/.test(phone)) throw refused('phone', 'not_a_phone');
  if (facts.email !== '' && !/^\S+@\S+\.\S+$/.test(facts.email)) {
    throw refused('email', 'not_an_email');
  }
  if (facts.kind === 'company' && facts.contacts.length === 0) throw new Refusal('contact_missing');
  facts.contacts.forEach((contact, index) => {
    if (contact.name.trim() === '') throw refused(`contacts[${index}].name`, 'missing');
    if (digitsOf(contact.phone) === '') throw refused(`contacts[${index}].phone`, 'missing');
  });
  const code = facts.code.trim() || nextCode(world);
  const others = world.books.customers.filter((other) => other.id !== id);
  const taken = (field: string) => new Refusal('code_taken', { params: { field } });
  if (others.some((other) => other.facts.code === code)) throw taken('code');
  if (others.some((other) => other.facts.phone === phone)) throw taken('phone');
  return { ...facts, name, phone, code };
}

function nextCode({ books }: World): string {
  return `KH${String(books.customers.length + 1).padStart(4, '0')}`;
}

/** Made or changed here; the gateway is told later. */
export function changed<Row extends { mirror: MirrorView }>(row: Row): Row {
  return { ...row, mirror: { ...row.mirror, state: 'pending', problem: null, message: null } };
}

const invoiceRowsOf = (world: World, code: string) =>
  bookOf(world)
    .invoices.filter(({ content }) => content.customer?.code === code)
    .slice(0, 5)
    .map(invoiceRow);

type CustomerCommand = Extract<CommandName, `customer_${string}`>;

/** The handlers of customers, over one world. */
export function customerHandlers(world: World): Pick<Handlers, CustomerCommand> {
  const { books } = world;
  const find = (customerId: string) => {
    const found = books.customers.find(({ id }) => id === customerId);
    if (!found) throw new Refusal('customer_gone');
    return found;
  };
  return {
    customer_list: (request): CustomerPage => pageOf(findCustomers(world, request), request),
    customer_get: ({ customerId }) => {
      const customer = find(customerId);
      return {
        customer,
        invoices: invoiceRowsOf(world, customer.facts.code),
        payments: listPayments(world.payments, { search: customer.facts.name, limit: 5 }).rows,
      };
    },
    customer_save: ({ customerId, facts }) => {
      const kept = checkedCustomer(world, facts, customerId);
      const old = customerId === null ? null : find(customerId);
      const saved = changed({
        id: old?.id ?? newId('customer'),
        facts: kept,
        mirror: old?.mirror ?? { ...cleanMirror(null), fetchedAt: null },
      });
      books.customers = [...books.customers.filter(({ id }) => id !== saved.id), saved];
      tellBooks(world);
      return saved;
    },
    customer_delete: ({ customerId }) => {
      const old = find(customerId);
      books.customers = books.customers.filter(({ id }) => id !== customerId);
      if (old.mirror.gatewayId !== null && old.mirror.state !== 'gone') {
        books.customers.push({ ...old, mirror: { ...old.mirror, state: 'deleting' } });
      }
      tellBooks(world);
      return null;
    },
  };
}
