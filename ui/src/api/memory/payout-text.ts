/** How the in-memory host reads what is typed for a payout. */
import type {
  BeneficiaryReadView,
  DestinationView,
  PayoutDraftRequest,
  PayoutDraftView,
  PayoutProblem,
} from '~/api/generated/contract';
import { readAmount } from './amount';
import { limitsOf } from './owner';
import { banksNamed, banksOf } from './payout-banks';
import { SOURCES, isSameAccount, payoutBookOf } from './payout-book';
import { grouped } from './qr';
import { type World, Refusal, errorBody } from './world';

const LONGEST = 30;

/** Upper-case ASCII. */
export const foldName = (text: string): string => ascii(text).toUpperCase();

function ascii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\x20-\x7e]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export const plainNumber = (text: string): string => text.replace(/[\s.-]/g, '').toUpperCase();

export function destinationOf(
  world: World,
  draft: Pick<PayoutDraftRequest, 'bankId' | 'accountNumber' | 'accountName'>,
): DestinationView {
  const bank = banksOf(world).find(({ bankId }) => bankId === draft.bankId);
  const accountNumber = plainNumber(draft.accountNumber);
  return {
    bankId: draft.bankId,
    bankBin: bank?.bin ?? null,
    bankName: bank?.shortName ?? draft.bankId,
    accountNumber,
    accountGrouped: grouped(accountNumber),
    accountName: foldName(draft.accountName),
  };
}

export function destinationProblems(world: World, to: DestinationView): PayoutProblem[] {
  const problems: PayoutProblem[] = [];
  if (!banksOf(world).some(({ bankId }) => bankId === to.bankId)) {
    problems.push({ field: 'bank', problem: errorBody('bank_unknown') });
  }
  if (!/^[A-Z0-9]{3,24}$/.test(to.accountNumber)) {
    problems.push({ field: 'accountNumber', problem: errorBody('account_number_refused') });
  }
  if (to.accountName === '' || to.accountName.length > 70) {
    problems.push({ field: 'accountName', problem: errorBody('account_name_refused') });
  }
  return problems;
}

export function readDraft(world: World, draft: PayoutDraftRequest): PayoutDraftView {
  const to = destinationOf(world, draft);
  const { amount, problem, wordsVi, wordsEn } = readAmount(draft.amount);
  const description = ascii(draft.description);
  const { each, day, usedToday } = limitsOf(world);
  const problems = destinationProblems(world, to);
  const add = (field: string, body: PayoutProblem['problem']) =>
    problems.push({ field, problem: body });
  if (!SOURCES.some(({ id }) => id === draft.accountId)) add('account', errorBody('account_gone'));
  if (problem) add('amount', errorBody(problem));
  else if (amount !== null && amount > each) {
    add('amount', errorBody('payout_over_limit', { params: { limit: String(each) } }));
  } else if (amount !== null && usedToday + amount > day) {
    const params = { limit: String(day), used: String(usedToday) };
    add('amount', errorBody('payout_over_day', { params }));
  }
  if (description.length === 0 || description.length > LONGEST) {
    const params = { length: String(description.length) };
    add('description', errorBody('description_refused', { params }));
  }
  return {
    accountNumber: to.accountNumber,
    accountGrouped: to.accountGrouped,
    accountName: to.accountName,
    description,
    descriptionLength: description.length,
    amount: problem ? null : amount,
    wordsVi,
    wordsEn,
    problems,
  };
}

/** "số tài khoản – ngân hàng – tên" in any order, or the text of a VietQR. */
export function understand(world: World, text: string): BeneficiaryReadView {
  const code = vietQr(text.trim());
  const banks = code
    ? banksOf(world).filter(({ bin }) => bin === code.bin)
    : banksNamed(world, text);
  const number = code?.number ?? /[A-Za-z0-9]*\d(?:[ .-]?[A-Za-z0-9]*\d){4,}/.exec(text)?.[0];
  if (number === undefined) throw new Refusal('nothing_understood');
  const [bank = null, ...others] = banks;
  const accountNumber = plainNumber(number);
  const name = code ? null : nameIn(text.replace(number, ' '), bank?.shortName);
  const known = payoutBookOf(world).beneficiaries.find(
    ({ destination }) =>
      bank !== null &&
      isSameAccount(destination, { ...destination, bankId: bank.bankId, accountNumber }),
  );
  return {
    bank,
    otherBanks: others,
    accountNumber,
    accountName: known?.destination.accountName ?? name,
    amount: code?.amount ?? null,
    description: code?.memo ?? null,
    beneficiary: known ?? null,
  };
}

function nameIn(text: string, bank: string | undefined): string | null {
  const rest = foldName(text)
    .replace(/\b(STK|SO TAI KHOAN|NGAN HANG|NH|TEN|CTK|CHU TAI KHOAN)\b/g, ' ')
    .replace(foldName(bank ?? ' '), ' ')
    .replace(/[^A-Z ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return rest.length < 3 ? null : rest;
}

type Fields = Partial<Record<string, string>>;

function fieldsOf(text: string): Fields {
  const fields: Fields = {};
  for (let at = 0; at + 4 <= text.length;) {
    const length = Number(text.slice(at + 2, at + 4));
    if (!Number.isInteger(length)) break;
    fields[text.slice(at, at + 2)] = text.slice(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return fields;
}

function vietQr(text: string) {
  if (!text.startsWith('000201')) return null;
  const all = fieldsOf(text);
  const account = fieldsOf(fieldsOf(all['38'] ?? '')['01'] ?? '');
  const { '00': bin, '01': number } = account;
  if (!bin || !number) throw new Refusal('nothing_understood');
  const memo = fieldsOf(all['62'] ?? '')['08'] ?? null;
  return { bin, number, amount: all['54'] ? Number(all['54']) : null, memo };
}
