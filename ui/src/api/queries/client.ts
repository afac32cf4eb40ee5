import { QueryClient } from '@tanstack/svelte-query';

/** The host owns repeats and freshness, so a query asks once and never by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export function forgetPayments(): void {
  void queryClient.invalidateQueries({ queryKey: ['payments'] });
}

export function forgetAccounts(): void {
  void queryClient.invalidateQueries({ queryKey: ['accounts'] });
}

/** Customers, products and how fresh they are. */
export function forgetBooks(): void {
  void queryClient.invalidateQueries({ queryKey: ['books'] });
}

/** Nothing of payouts stays in memory once they are locked. */
export function dropPayouts(): void {
  queryClient.removeQueries({ queryKey: ['payouts'] });
}
