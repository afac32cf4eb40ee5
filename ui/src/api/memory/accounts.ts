import type { AccountDetailView, AccountView, AccountsView } from '~/api/generated/contract';
import { drawQr, grouped } from './qr';

export interface MemoryAccount {
  id: string;
  kind: AccountView['kind'];
  name: string;
  bankName: string;
  bin: string;
  number: string;
  hasStaticQr: boolean;
}

export const ACCOUNTS: readonly MemoryAccount[] = [
  {
    id: 'acc-mb',
    kind: 'master',
    name: 'HO KINH DOANH TIEM TRA BUOI',
    bankName: 'MB Bank',
    bin: '970422',
    number: '0386912345678',
    hasStaticQr: true,
  },
  {
    id: 'acc-vcb',
    kind: 'master',
    name: 'NGUYEN THI HONG NHUNG',
    bankName: 'Vietcombank',
    bin: '970436',
    number: '0071000123456',
    hasStaticQr: true,
  },
  {
    id: 'acc-ocb',
    kind: 'virtual',
    name: 'TIEM TRA BUOI QUAY 1',
    bankName: 'OCB',
    bin: '970448',
    number: 'CASS0038691234',
    hasStaticQr: false,
  },
];

export function accountView(account: MemoryAccount, receivingId: string | null): AccountView {
  return {
    id: account.id,
    kind: account.kind,
    name: account.name,
    bankName: account.bankName,
    lastFour: account.number.slice(-4),
    isReceiving: account.id === receivingId,
    hasStaticQr: account.hasStaticQr,
  };
}

export function accountsView(receivingId: string | null, fetchedAt: string | null): AccountsView {
  const accounts = fetchedAt === null ? [] : ACCOUNTS.map((one) => accountView(one, receivingId));
  accounts.sort((a, b) => Number(b.isReceiving) - Number(a.isReceiving));
  return { accounts, fetchedAt };
}

export function accountDetail(
  account: MemoryAccount,
  receivingId: string | null,
  fetchedAt: string | null,
): AccountDetailView {
  return {
    account: accountView(account, receivingId),
    numberGrouped: grouped(account.number),
    qr: account.hasStaticQr ? drawQr(account, null, null) : null,
    qrProblem: account.hasStaticQr ? null : { code: 'qr_missing', found: null, canConfirm: false },
    fetchedAt,
  };
}
