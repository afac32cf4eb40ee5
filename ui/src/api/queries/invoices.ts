import { createInfiniteQuery, createQuery } from '@tanstack/svelte-query';
import { call } from '~/api/call';
import type { InvoiceListRequest, InvoiceView } from '~/api/generated/contract';
import { queryClient } from './client';

const PAGE_ROWS = 50;

export type InvoiceFilter = Omit<InvoiceListRequest, 'cursor' | 'limit'>;

/** Invoices, newest first, page by page; the drafts come with the first page. */
export function invoiceList(filter: () => InvoiceFilter) {
  return createInfiniteQuery(() => ({
    queryKey: ['invoices', 'list', filter()],
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      call('invoice_list', {
        ...filter(),
        ...(pageParam === null ? {} : { cursor: pageParam }),
        limit: PAGE_ROWS,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  }));
}

export function invoiceDetail(invoiceId: () => string) {
  return createQuery(() => ({
    queryKey: ['invoices', 'detail', invoiceId()],
    queryFn: () => call('invoice_get', { invoiceId: invoiceId() }),
  }));
}

/** Lists and details are read anew when they are next looked at. */
export function forgetInvoices(): void {
  void queryClient.invalidateQueries({ queryKey: ['invoices'] });
}

/** Takes an invoice as an answer or an event told it. */
export function keepInvoice(invoice: InvoiceView): void {
  queryClient.setQueryData(['invoices', 'detail', invoice.id], invoice);
  void queryClient.invalidateQueries({ queryKey: ['invoices', 'list'] });
  void queryClient.invalidateQueries({ queryKey: ['payments'] });
}
