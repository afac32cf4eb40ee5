import { createInfiniteQuery, createQuery } from '@tanstack/svelte-query';
import { ApiError } from '~/api/api-error';
import { call } from '~/api/call';
import type {
  PayoutBanksView,
  PayoutDetailView,
  PayoutListRequest,
  PayoutView,
} from '~/api/generated/contract';
import { owner } from '~/api/owner.svelte';
import { queryClient } from './client';

const PAGE_ROWS = 50;

export type PayoutListFilter = Omit<PayoutListRequest, 'cursor' | 'limit'>;

/** Asks; when payouts turn out to be locked, the page learns so. */
async function heeding<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (cause) {
    owner.heed(ApiError.from(cause).body);
    throw cause;
  }
}

/** Payouts, newest first, page by page. */
export function payoutList(filter: () => PayoutListFilter) {
  return createInfiniteQuery(() => ({
    queryKey: ['payouts', 'list', filter()],
    queryFn: ({ pageParam }: { pageParam: string | null }) =>
      heeding(
        call('payout_list', {
          ...filter(),
          ...(pageParam === null ? {} : { cursor: pageParam }),
          limit: PAGE_ROWS,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
  }));
}

export function payoutDetail(payoutId: () => string) {
  return createQuery(() => ({
    queryKey: ['payouts', 'detail', payoutId()],
    queryFn: () => heeding(call('payout_get', { payoutId: payoutId() })),
  }));
}

/** Source accounts, banks and limits; a balance is asked for anew with each form. */
export function payoutForm() {
  return createQuery(() => ({
    queryKey: ['payouts', 'form'],
    queryFn: () => heeding(call('payout_form')),
    gcTime: 0,
    staleTime: 0,
  }));
}

/** The book of beneficiaries, those paid last first. */
export function beneficiaryList(search: () => string) {
  return createQuery(() => ({
    queryKey: ['payouts', 'beneficiaries', search()],
    queryFn: () => heeding(call('beneficiary_list', search() === '' ? {} : { search: search() })),
    placeholderData: (previous) => previous,
  }));
}

export function payoutBanks() {
  return createQuery(() => ({
    queryKey: ['payouts', 'banks'],
    queryFn: () => heeding(call('payout_bank_list')),
  }));
}

export function keepPayoutBanks(banks: PayoutBanksView): void {
  queryClient.setQueryData(['payouts', 'banks'], banks);
  void queryClient.invalidateQueries({ queryKey: ['payouts', 'form'] });
}

export function forgetBeneficiaries(): void {
  void queryClient.invalidateQueries({ queryKey: ['payouts', 'beneficiaries'] });
}

/** Takes a payout as an answer told it; its history is read anew. */
export function keepPayout(payout: PayoutView): void {
  queryClient.setQueryData<PayoutDetailView>(
    ['payouts', 'detail', payout.id],
    (known) => known && { ...known, payout },
  );
  hearOfPayout(payout.id);
}

/** Whatever is shown of payouts is read anew. */
export function forgetPayouts(): void {
  void queryClient.invalidateQueries({ queryKey: ['payouts'] });
}

/** A payout changed: whoever looks at it reads it anew. */
export function hearOfPayout(payoutId: string): void {
  for (const key of [['detail', payoutId], ['list'], ['form'], ['beneficiaries']]) {
    void queryClient.invalidateQueries({ queryKey: ['payouts', ...key] });
  }
}
