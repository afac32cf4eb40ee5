import { createInfiniteQuery, createQuery } from '@tanstack/svelte-query';
import { call } from '~/api/call';
import type {
  BooksView,
  CodesView,
  CustomerListRequest,
  ProductListRequest,
  QuickKeysView,
} from '~/api/generated/contract';
import { forgetBooks, queryClient } from './client';

const PAGE_ROWS = 100;
const STATE = ['books', 'state'];
const CODES = ['codes'];
const QUICK_KEYS = ['books', 'quick-keys'];

export type CustomerFilter = Omit<CustomerListRequest, 'cursor' | 'limit'>;
export type ProductFilter = Omit<ProductListRequest, 'cursor' | 'limit'>;

const pageAfter = (cursor: string | null) => ({
  ...(cursor === null ? {} : { cursor }),
  limit: PAGE_ROWS,
});

/** Customers by name, page by page. */
export function customerList(filter: () => CustomerFilter) {
  return createInfiniteQuery(() => ({
    queryKey: ['books', 'customers', filter()],
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      call('customer_list', { ...filter(), ...pageAfter(pageParam) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  }));
}

export function customerDetail(customerId: () => string) {
  return createQuery(() => ({
    queryKey: ['books', 'customer', customerId()],
    queryFn: () => call('customer_get', { customerId: customerId() }),
  }));
}

/** Products by name, page by page. */
export function productList(filter: () => ProductFilter) {
  return createInfiniteQuery(() => ({
    queryKey: ['books', 'products', filter()],
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      call('product_list', { ...filter(), ...pageAfter(pageParam) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  }));
}

/** How fresh the books are. */
export function booksState() {
  return createQuery(() => ({ queryKey: STATE, queryFn: () => call('books_get') }));
}

/** The tables of tax codes and categories. */
export function codeTables() {
  return createQuery(() => ({ queryKey: CODES, queryFn: () => call('codes_get') }));
}

export function quickKeys() {
  return createQuery(() => ({ queryKey: QUICK_KEYS, queryFn: () => call('quick_keys_get') }));
}

/** Takes the state as an answer or an event told it; lists are read anew. */
export function keepBooks(books: BooksView): void {
  forgetBooks();
  queryClient.setQueryData(STATE, books);
}

export function keepCodes(codes: CodesView): void {
  queryClient.setQueryData(CODES, codes);
}

export function keepQuickKeys(keys: QuickKeysView): void {
  queryClient.setQueryData(QUICK_KEYS, keys);
}
