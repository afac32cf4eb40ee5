import type { PayoutNotice, PayoutPage, PayoutView, PracticeView } from '~/api/generated/contract';
import type { CommandName, RequestOf, ViewOf } from '~/api/transport';
import { fold } from '~/format/fold';
import { readAmount } from './amount';
import { drawSheet } from './invoice-paper';
import { hasSecond, limitsOf, needOpen, needPin, ownerView } from './owner';
import { bankOf, banksOf, saveBank } from './payout-banks';
import {
  type MemoryPayout,
  SOURCES,
  isSameAccount,
  notePayout,
  payoutBookOf,
  payoutOf,
  payoutsOf,
  settleFlags,
} from './payout-book';
import { handIn, look, moveBank, newPayout, send } from './payout-steps';
import { destinationOf, readDraft } from './payout-text';
import { type World, Refusal, newId, present } from './world';

type PayoutCommand = Extract<CommandName, `payout_${string}` | 'practice_payout'>;
type PayoutHandlers = { [Name in PayoutCommand]: (request: RequestOf<Name>) => ViewOf<Name> };

const DAY_MS = 86_400_000;

/** The troubles that are on, and the bank's messages of payouts that wait for a code. */
export function practiceView(world: World): PracticeView {
  const waiting = world.environment === 'practice' ? payoutsOf(world) : [];
  return {
    troubles: [...world.troubles],
    messages: waiting.flatMap(({ view, code, codeAt }) =>
      codeAt !== null && (view.canEnterCode || view.standing === 'differs')
        ? [{ payoutId: view.id, at: codeAt, amount: view.amount, code }]
        : [],
    ),
  };
}

/** The commands about payouts, over one world. */
export function payoutHandlers(world: World): PayoutHandlers {
  const told = ({ view }: MemoryPayout): PayoutView => {
    world.tell({ kind: 'payout', payoutId: view.id });
    world.tell({ kind: 'practice', practice: practiceView(world) });
    world.tell({ kind: 'owner', owner: ownerView(world) });
    return view;
  };
  const open = (payoutId: string): MemoryPayout => {
    needOpen(world);
    return payoutOf(world, payoutId);
  };
  const banks = () => {
    needOpen(world);
    return { banks: banksOf(world) };
  };

  return {
    payout_bank_list: banks,
    payout_bank_save: ({ bin, bankId }) => {
      needOpen(world);
      saveBank(world, bin, bankId);
      return banks();
    },
    payout_form: () => ({
      ...banks(),
      accounts: [...SOURCES],
      limits: limitsOf(world),
    }),
    payout_read: (draft) => {
      needOpen(world);
      return readDraft(world, draft);
    },
    payout_prepare: (draft) => {
      needOpen(world);
      const read = readDraft(world, draft);
      const [problem] = read.problems;
      const account = SOURCES.find(({ id }) => id === draft.accountId);
      if (problem) throw new Refusal(problem.problem.code, { params: problem.problem.params });
      if (!account || read.amount === null) throw new Refusal('account_gone');
      const readBack = {
        payoutId: newId('payout'),
        destination: destinationOf(world, draft),
        account,
        amount: read.amount,
        wordsVi: read.wordsVi,
        wordsEn: read.wordsEn,
        description: read.description,
        notices: [] as PayoutNotice[],
      };
      readBack.notices = noticesOf(world, readBack, draft.beneficiaryId);
      payoutBookOf(world).readBacks.set(readBack.payoutId, readBack);
      return readBack;
    },
    payout_create: ({ payoutId, pin }) => {
      needOpen(world);
      const book = payoutBookOf(world);
      const readBack = book.readBacks.get(payoutId);
      if (!readBack) throw new Refusal('read_back_gone');
      needPin(world, pin);
      book.readBacks.delete(payoutId);
      const payout = newPayout(readBack, present());
      book.payouts.unshift(payout);
      send(world, payout);
      return told(payout);
    },
    payout_verify_code: ({ payoutId, code, pin }) => {
      const payout = open(payoutId);
      needPin(world, pin, hasSecond(world) ? 'second' : 'pin');
      handIn(world, payout, code);
      return told(payout);
    },
    payout_check: ({ payoutId }) => {
      const payout = open(payoutId);
      look(world, payout);
      return told(payout);
    },
    payout_send: ({ payoutId, pin }) => {
      const payout = open(payoutId);
      if (!payout.view.canSend) throw new Refusal('payout_not_ready');
      needPin(world, pin);
      send(world, payout);
      return told(payout);
    },
    payout_close: ({ payoutId, reason, pin }) => {
      const payout = open(payoutId);
      if (!payout.view.canClose) throw new Refusal('payout_not_ready');
      if (reason.trim() === '') throw new Refusal('text_refused');
      needPin(world, pin);
      Object.assign(payout.view, { standing: 'closed', closedReason: reason.trim() });
      notePayout(payout, 'dropped');
      settleFlags(payout.view, hasSecond(world));
      return told(payout);
    },
    payout_get: ({ payoutId }) => {
      const { view, timeline } = open(payoutId);
      return { payout: view, timeline: [...timeline] };
    },
    payout_list: (request) => {
      needOpen(world);
      return list(payoutsOf(world), request);
    },
    payout_receipt: ({ payoutId, size }) => {
      const { view } = open(payoutId);
      const to = view.destination;
      const texts = ['BIÊN NHẬN CHI TIỀN', view.reference, to.accountName, to.accountGrouped];
      return { pages: [drawSheet([...texts, view.wordsVi, view.transactionNumber ?? ''], size)] };
    },
    payout_save_receipt: ({ payoutId, format }) => ({
      file: `${open(payoutId).view.reference}.${format}`,
      folder: 'Documents',
    }),
    practice_payout: ({ payoutId, what }) => {
      const payout = open(payoutId);
      moveBank(world, payout, what);
      told(payout);
      return null;
    },
  };
}

function noticesOf(
  world: World,
  { destination, amount, account }: Pick<PayoutView, 'destination' | 'amount' | 'account'>,
  beneficiaryId: string | null,
): PayoutNotice[] {
  const { payouts, beneficiaries, changedAt } = payoutBookOf(world);
  const toSame = payouts.filter(({ view }) => isSameAccount(view.destination, destination));
  const row = beneficiaries.find(({ id }) => id === beneficiaryId);
  const changed =
    row && !isSameAccount(row.destination, destination) ? present() : changedAt.get(row?.id ?? '');
  const alike = toSame.find(
    ({ view }) => view.amount === amount && Date.parse(view.createdAt) > Date.now() - DAY_MS,
  );
  const { balance } = account;
  const notices: (PayoutNotice | false)[] = [
    changed !== undefined && { kind: 'accountChanged', at: changed },
    toSame.length === 0 && { kind: 'firstTime' },
    bankOf(world, destination.bankId).certainty === 'assumed' && { kind: 'bankAssumed' },
    balance !== null && amount > balance && { kind: 'overBalance', balance },
    !account.isDocumented && { kind: 'sourceUndocumented' },
    alike !== undefined && { kind: 'alike', payoutId: alike.view.id, at: alike.view.createdAt },
  ];
  return notices.filter((notice) => notice !== false);
}

function list(payouts: readonly MemoryPayout[], request: RequestOf<'payout_list'>): PayoutPage {
  const { search = '', standings = [], from, to, cursor, limit = 50 } = request;
  const wanted = fold(search.trim());
  const amount = wanted === '' ? null : readAmount(wanted).amount;
  const matching = payouts
    .map(({ view }) => view)
    .filter(({ standing }) => standings.length === 0 || standings.includes(standing))
    .filter(({ createdAt: at }) => (!from || at >= from) && (!to || at < to))
    .filter((view) => textOf(view).includes(wanted) || (amount !== null && view.amount === amount))
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt));
  const start = cursor === undefined ? 0 : Number(cursor);
  const end = start + limit;
  return {
    rows: matching.slice(start, end),
    nextCursor: end < matching.length ? String(end) : null,
    count: matching.length,
    succeeded: matching
      .filter(({ standing }) => standing === 'succeeded')
      .reduce((sum, view) => sum + view.amount, 0),
  };
}

function textOf({ destination: to, description, reference, amount }: PayoutView): string {
  return fold(
    `${to.accountName} ${to.accountNumber} ${to.bankName} ${description} ${reference} ${amount}`,
  );
}
