/** The invoices and drafts of the in-memory shop. */
import type {
  InvoiceCountView,
  InvoiceContentView,
  InvoiceDraftRow,
  InvoiceDraftView,
  InvoiceRow,
  InvoiceStandingView,
  InvoiceView,
  StepView,
} from '~/api/generated/contract';
import { addUp, problemsOf } from './invoice-totals';
import { seedInvoices } from './invoice-seed';
import { drawText } from './qr';
import { type MemoryPayment, type World, Refusal, newId, present } from './world';

export interface MemoryDraft {
  id: string;
  code: string;
  content: InvoiceContentView;
  updatedAt: string;
}

export interface MemoryInvoice {
  code: string;
  content: InvoiceContentView;
  payment: MemoryPayment;
  gatewayTax: number | null;
  update: StepView | null;
  deletion: StepView | null;
}

export interface InvoiceBook {
  drafts: MemoryDraft[];
  invoices: MemoryInvoice[];
  /** On the customer display. */
  shownId: string | null;
}

const books = new WeakMap<World, InvoiceBook>();

/** Seeded on the first look, so that a shop that makes no invoices has none among its payments. */
export function bookOf(world: World): InvoiceBook {
  const known = books.get(world);
  if (known) return known;
  const book: InvoiceBook = { drafts: [], invoices: [], shownId: null };
  books.set(world, book);
  if (world.options.isSetUp && world.options.paymentCount > 0) seedInvoices(world, book);
  return book;
}

export function draftOf(world: World, id: string): MemoryDraft {
  const found = bookOf(world).drafts.find((draft) => draft.id === id);
  if (!found) throw new Refusal('invoice_gone');
  return found;
}

export function invoiceOf(world: World, id: string): MemoryInvoice {
  const found = bookOf(world).invoices.find(({ payment }) => payment.view.id === id);
  if (!found) throw new Refusal('invoice_gone');
  return found;
}

export function newCode(): string {
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(2, 10).replaceAll('-', '');
  const tail = newId('').replaceAll('-', '').slice(-4).toUpperCase();
  return `PT-${day}-${tail}`;
}

export function draftView(
  world: World,
  { id, code, content, updatedAt }: MemoryDraft,
): InvoiceDraftView {
  return {
    id,
    code,
    content: structuredClone(content),
    ...countView(world, content),
    updatedAt,
  };
}

/** What it comes to, and what keeps it from being sent. */
export function countView(world: World, content: InvoiceContentView): InvoiceCountView {
  const counted = addUp(content, world.books.codes.tax);
  return {
    totals: 'code' in counted ? null : counted,
    problems: problemsOf(content, counted),
  };
}

export function draftRow(world: World, draft: MemoryDraft): InvoiceDraftRow {
  const { id, code, content, totals, updatedAt } = draftView(world, draft);
  return {
    id,
    code,
    customerName: content.customer?.name ?? '',
    total: totals?.total ?? null,
    lines: content.lines.length,
    updatedAt,
  };
}

const isOpen = (step: StepView | null) => step?.phase === 'sending' || step?.phase === 'unclear';

export function standingOf({ content, payment, deletion }: MemoryInvoice): InvoiceStandingView {
  const { phase, verdict } = payment.view;
  if (phase === 'rejected') return 'refused';
  if (verdict === 'paid' || verdict === 'over' || verdict === 'late') return 'paid';
  if (verdict === 'short') return 'short';
  if (verdict === 'unknown') return 'unclear';
  if (deletion?.phase === 'done') return 'deleted';
  return content.dueDate < present() ? 'overdue' : 'waiting';
}

export function mayChange(invoice: MemoryInvoice): boolean {
  const { phase, verdict } = invoice.payment.view;
  return (
    phase === 'open' &&
    verdict === 'unpaid' &&
    invoice.deletion?.phase !== 'done' &&
    !isOpen(invoice.update) &&
    !isOpen(invoice.deletion)
  );
}

export function invoiceView(world: World, invoice: MemoryInvoice): InvoiceView {
  const { code, content, payment, gatewayTax, update, deletion } = invoice;
  const { view } = payment;
  const counted = addUp(content, world.books.codes.tax);
  const isLinkOfUse = view.phase === 'open' && !view.received && deletion?.phase !== 'done';
  return structuredClone({
    id: view.id,
    code,
    standing: standingOf(invoice),
    content,
    totals: 'code' in counted ? null : counted,
    gatewayTotal: gatewayTax === null ? null : view.amount,
    gatewayTax,
    payment: view,
    linkQr: isLinkOfUse && view.paymentUrl !== null ? drawText(view.paymentUrl) : null,
    update,
    deletion,
    canUpdate: mayChange(invoice),
    canDelete: mayChange(invoice),
  });
}

export function invoiceRow(invoice: MemoryInvoice): InvoiceRow {
  const { view } = invoice.payment;
  return {
    id: view.id,
    code: invoice.code,
    customerName: invoice.content.customer?.name ?? '',
    total: view.amount,
    received: view.received,
    standing: standingOf(invoice),
    createdAt: view.createdAt,
    dueDate: invoice.content.dueDate,
  };
}
