import { createInfiniteQuery, createQuery } from '@tanstack/svelte-query';
import { call } from '~/api/call';
import type { PaymentListRequest } from '~/api/generated/contract';

const PAGE_ROWS = 50;

export type PaymentFilter = Omit<PaymentListRequest, 'cursor' | 'limit'>;

/** Payments, newest first, page by page. */
export function paymentList(filter: () => PaymentFilter) {
  return createInfiniteQuery(() => ({
    queryKey: ['payments', 'list', filter()],
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      call('payment_list', {
        ...filter(),
        ...(pageParam === null ? {} : { cursor: pageParam }),
        limit: PAGE_ROWS,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  }));
}

export function paymentDetail(paymentId: () => string) {
  return createQuery(() => ({
    queryKey: ['payments', 'detail', paymentId()],
    queryFn: () => call('payment_get', { paymentId: paymentId() }),
  }));
}
