import type { DisplayState, InvoiceListRequest, InvoicePage } from '~/api/generated/contract';
import type { CommandName, RequestOf, ViewOf } from '~/api/transport';
import { readAmount } from './amount';
import {
  type MemoryInvoice,
  bookOf,
  countView,
  draftOf,
  draftRow,
  draftView,
  invoiceOf,
  invoiceRow,
  invoiceView,
  newCode,
} from './invoice-book';
import { drawPaper } from './invoice-paper';
import { changeInvoice, checkInvoice, deleteInvoice, sendDraft } from './invoice-send';
import { type MemoryPayment, type World, Refusal, newId, present } from './world';

type InvoiceCommand = Extract<CommandName, `invoice_${string}`>;
type InvoiceHandlers = { [Name in InvoiceCommand]: (request: RequestOf<Name>) => ViewOf<Name> };

/** The commands about invoices, over one world. */
export function invoiceHandlers(world: World): InvoiceHandlers {
  const told = (invoice: MemoryInvoice) => {
    const view = invoiceView(world, invoice);
    world.tell({ kind: 'invoice', invoice: view });
    return view;
  };

  return {
    invoice_list: (request) => list(world, request),
    invoice_get: ({ invoiceId }) => invoiceView(world, invoiceOf(world, invoiceId)),
    invoice_draft_get: ({ invoiceId }) => draftView(world, draftOf(world, invoiceId)),
    invoice_draft_save: ({ invoiceId, code, content }) => {
      const book = bookOf(world);
      const old = invoiceId === null ? null : draftOf(world, invoiceId);
      const draft = {
        id: old?.id ?? newId('inv'),
        code: code.trim() || old?.code || newCode(),
        content: structuredClone(content),
        updatedAt: present(),
      };
      book.drafts = [draft, ...book.drafts.filter(({ id }) => id !== draft.id)];
      return draftView(world, draft);
    },
    invoice_count: ({ content }) => countView(world, content),
    invoice_draft_delete: ({ invoiceId }) => {
      const book = bookOf(world);
      const gone = draftOf(world, invoiceId);
      book.drafts = book.drafts.filter((draft) => draft !== gone);
      return null;
    },
    invoice_create: ({ invoiceId }) => {
      const book = bookOf(world);
      const known = book.invoices.find(({ payment }) => payment.view.id === invoiceId);
      if (known) return invoiceView(world, known);
      const draft = draftOf(world, invoiceId);
      if (book.invoices.some(({ code }) => code === draft.code)) {
        throw new Refusal('code_taken', { params: { field: 'code' } });
      }
      const invoice = sendDraft(world, draft);
      book.drafts = book.drafts.filter((other) => other !== draft);
      book.invoices.unshift(invoice);
      world.payments.unshift(invoice.payment);
      return told(invoice);
    },
    invoice_duplicate: ({ invoiceId }) => {
      const book = bookOf(world);
      const invoice = book.invoices.find(({ payment }) => payment.view.id === invoiceId);
      const { content } = invoice ?? draftOf(world, invoiceId);
      const now = present();
      const time = Math.max(0, Date.parse(content.dueDate) - Date.parse(content.transactionDate));
      const draft = {
        id: newId('inv'),
        code: newCode(),
        content: {
          ...structuredClone(content),
          transactionDate: now,
          dueDate: new Date(Date.parse(now) + time).toISOString(),
        },
        updatedAt: now,
      };
      book.drafts.unshift(draft);
      return draftView(world, draft);
    },
    invoice_update: ({ invoiceId, content }) => {
      const invoice = invoiceOf(world, invoiceId);
      changeInvoice(world, invoice, content);
      return told(invoice);
    },
    invoice_delete: ({ invoiceId }) => {
      const invoice = invoiceOf(world, invoiceId);
      deleteInvoice(world, invoice);
      return told(invoice);
    },
    invoice_paper: ({ invoiceId, size }) => ({ pages: drawPaper(paperOf(world, invoiceId), size) }),
    invoice_save_file: ({ invoiceId, format }) => ({
      file: `${paperOf(world, invoiceId).code}.${format}`,
      folder: 'Documents',
    }),
    invoice_show: ({ invoiceId }) => {
      if (invoiceId !== null) invoiceOf(world, invoiceId);
      bookOf(world).shownId = invoiceId;
      return null;
    },
  };
}

/** To be called after a payment moved: tells of the invoice, when it is one's. */
export function tellInvoiceOf(world: World, payment: MemoryPayment): void {
  if (payment.view.method !== 'invoice') return;
  world.tell({ kind: 'invoice', invoice: invoiceView(world, invoiceOf(world, payment.view.id)) });
}

/** To be called when a payment is looked up: lets what is unclear be answered. */
export function checkInvoiceOf(world: World, payment: MemoryPayment): void {
  if (payment.view.method === 'invoice') checkInvoice(world, invoiceOf(world, payment.view.id));
}

/** The invoice that was put on the customer display, while its link is of use. */
export function invoiceOnDisplay(world: World): DisplayState | null {
  const { shownId } = bookOf(world);
  if (shownId === null) return null;
  const { code, linkQr, payment } = invoiceView(world, invoiceOf(world, shownId));
  if (payment.verdict === 'paid') return { kind: 'paid', amount: payment.amount };
  return linkQr && { kind: 'invoice', drawing: linkQr, code, amount: payment.amount };
}

function paperOf(world: World, id: string) {
  const draft = bookOf(world).drafts.find((one) => one.id === id);
  return draft
    ? { code: draft.code, content: draft.content, isDraft: true }
    : { ...invoiceOf(world, id), isDraft: false };
}

function list(world: World, request: InvoiceListRequest): InvoicePage {
  const { search = '', standings = [], cursor, limit = 50 } = request;
  const wanted = fold(search.trim());
  const amount = wanted === '' ? null : readAmount(wanted).amount;
  const book = bookOf(world);
  const matching = book.invoices
    .map((invoice) => ({ row: invoiceRow(invoice), text: textOf(invoice) }))
    .filter(({ row }) => standings.length === 0 || standings.includes(row.standing))
    .filter(({ row, text }) => text.includes(wanted) || (amount !== null && row.total === amount))
    .map(({ row }) => row)
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt));
  const start = cursor === undefined ? 0 : Number(cursor);
  const end = start + limit;
  const isPlain = start === 0 && wanted === '' && standings.length === 0;
  return {
    rows: matching.slice(start, end),
    nextCursor: end < matching.length ? String(end) : null,
    count: matching.length,
    asked: matching.reduce((sum, row) => sum + row.total, 0),
    received: matching.reduce((sum, row) => sum + (row.received ?? 0), 0),
    drafts: isPlain ? book.drafts.map((draft) => draftRow(world, draft)) : [],
  };
}

function textOf({ code, content, payment }: MemoryInvoice): string {
  const { name = '', phone = '' } = content.customer ?? {};
  const goods = content.lines.map((line) => `${line.sku} ${line.name}`).join(' ');
  return fold(`${code} ${name} ${phone} ${goods} ${payment.view.amount}`);
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}
