import { createQuery } from '@tanstack/svelte-query';
import { call } from '~/api/call';
import type { AccountsView } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import { forgetAccounts, queryClient } from './client';

const LIST = ['accounts', 'list'] as const;

/** What is known of the accounts; asks the gateway when nothing is known yet. */
export function accountList() {
  return createQuery(() => ({
    queryKey: LIST,
    queryFn: async () => {
      const known = await call('account_list');
      return known.fetchedAt === null ? call('account_refresh') : known;
    },
  }));
}

export function accountDetail(accountId: () => string) {
  return createQuery(() => ({
    queryKey: ['accounts', 'detail', accountId()],
    queryFn: () => call('account_get', { accountId: accountId() }),
  }));
}

export async function refreshAccounts(): Promise<AccountsView> {
  const accounts = await call('account_refresh');
  forgetAccounts();
  queryClient.setQueryData(LIST, accounts);
  return accounts;
}

export async function chooseAccount(accountId: string): Promise<AccountsView> {
  const accounts = await call('account_choose', { accountId });
  till.keepReceivingAccount(accounts.accounts.find((account) => account.isReceiving) ?? null);
  queryClient.setQueryData(LIST, accounts);
  return accounts;
}
