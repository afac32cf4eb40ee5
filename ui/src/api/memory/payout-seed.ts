import type { DestinationView, PayoutStandingView } from '~/api/generated/contract';
import { readAmount } from './amount';
import { type PayoutBook, SOURCES, notePayout, settleFlags } from './payout-book';
import { accept, newPayout } from './payout-steps';
import { grouped } from './qr';
import { type World, errorBody, minutesFrom, newId, present } from './world';

const PEOPLE = [
  ['203', '970436', 'Vietcombank', '0071000998877', 'NGUYEN VAN A', 'Chủ nhà'],
  ['310', '970407', 'Techcombank', '19034567891234', 'CONG TY TNHH TRA CAY NGON', 'Trà, trân châu'],
  ['311', '970422', 'MB', '0912345678', 'TRAN THI BICH', 'Lương ca sáng'],
  ['358', '970423', 'TPBank', '0388812345', 'LE MINH QUAN', ''],
] as const;

type Story = readonly [standing: PayoutStandingView, amount: number, description: string];

const STORIES: readonly Story[] = [
  ['awaitingCode', 2_500_000, 'luong thang 11'],
  ['succeeded', 6_000_000, 'tien nha thang 11'],
  ['settling', 12_300_000, 'tien hang 1811'],
  ['processing', 1_850_000, 'tien da va sua'],
  ['unclear', 3_400_000, 'tien hang 1511'],
  ['failed', 900_000, 'sua may xay'],
  ['succeeded', 7_200_000, 'luong thang 10'],
  ['odd', 450_000, 'hoan tien khach'],
  ['refused', 95_000_000, 'mua may pha'],
];

const WORDS: Partial<Record<PayoutStandingView, string>> = {
  succeeded: 'success',
  settling: 'settling',
  processing: 'processing',
  failed: 'failed',
  odd: 'ON_HOLD',
};

/** Beneficiaries, and the payouts of the last two weeks. */
export function seedPayouts(world: World, book: PayoutBook): void {
  if (world.options.hasBooks) {
    book.beneficiaries = PEOPLE.map((person, index) => ({
      id: newId('ben'),
      destination: destination(person),
      note: person[5],
      lastPaidAt: index === 3 ? null : minutesFrom(present(), -(index + 1) * 2600),
      timesPaid: index === 3 ? 0 : 3 - index,
    }));
  }
  if (world.options.paymentCount > 0) STORIES.forEach((story, index) => tell(book, story, index));
}

function destination([
  bankId,
  bankBin,
  bankName,
  accountNumber,
  accountName,
]: (typeof PEOPLE)[number]) {
  const accountGrouped = grouped(accountNumber);
  return { bankId, bankBin, bankName, accountNumber, accountGrouped, accountName };
}

function tell(book: PayoutBook, story: Story, index: number): void {
  const [standing, amount, description] = story;
  const to: DestinationView = destination(PEOPLE[(index + 2) % PEOPLE.length] ?? PEOPLE[0]);
  const createdAt = minutesFrom(present(), -(index * 1990 + 12));
  const { wordsVi, wordsEn } = readAmount(String(amount));
  const decided = { destination: to, account: SOURCES[0], amount, wordsVi, wordsEn, description };
  const payout = newPayout({ payoutId: newId('payout'), ...decided, notices: [] }, createdAt);
  const { view } = payout;
  if (standing !== 'unclear' && standing !== 'refused') accept(payout);
  view.standing = standing;
  view.heardAt = minutesFrom(createdAt, 2);
  view.status = WORDS[standing] ?? view.status;
  if (standing === 'succeeded') view.transactionNumber = `FT26${1000 + index}88123`;
  if (standing === 'unclear') view.problem = errorBody('timeout', { certainty: 'unknown' });
  if (standing === 'refused') {
    const params = { balance: '86450000' };
    view.problem = errorBody('payout_over_balance', { certainty: 'refused', params });
  }
  payout.isAtGateway = standing !== 'refused';
  for (const event of ['committed', 'sent']) notePayout(payout, event, { at: createdAt });
  const last = standing === 'unclear' ? 'answerLost' : 'answered';
  notePayout(payout, standing === 'refused' ? 'refused' : last, { at: createdAt });
  settleFlags(view, false);
  book.payouts.push(payout);
}
