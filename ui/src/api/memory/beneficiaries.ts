import type { BeneficiaryView } from '~/api/generated/contract';
import type { CommandName, RequestOf, ViewOf } from '~/api/transport';
import { fold } from '~/format/fold';
import { needOpen } from './owner';
import { isSameAccount, payoutBookOf } from './payout-book';
import { destinationOf, destinationProblems, understand } from './payout-text';
import { type World, Refusal, newId, present } from './world';

type BookCommand = Extract<CommandName, `beneficiary_${string}`>;
type BookHandlers = { [Name in BookCommand]: (request: RequestOf<Name>) => ViewOf<Name> };

const MOST = 200;
/** What every picture says in the in-memory app. */
const IN_PICTURE =
  '00020101021238540010A00000072701240006970436011000123456780208QRIBFTTA53037045802VN6304A1B2';

function textOf({ destination: to, note }: BeneficiaryView): string {
  return fold(`${to.accountName} ${to.accountNumber} ${to.bankName} ${note}`);
}

/** The commands about the book of beneficiaries, over one world. */
export function beneficiaryHandlers(world: World): BookHandlers {
  const of = (id: string) => {
    const row = payoutBookOf(world).beneficiaries.find((one) => one.id === id);
    if (!row) throw new Refusal('beneficiary_gone');
    return row;
  };

  return {
    beneficiary_list: ({ search = '' }) => {
      needOpen(world);
      const wanted = fold(search.trim());
      const rows = payoutBookOf(world)
        .beneficiaries.filter((row) => textOf(row).includes(wanted))
        .sort((one, other) => (other.lastPaidAt ?? '').localeCompare(one.lastPaidAt ?? ''));
      return { rows: rows.slice(0, MOST), count: rows.length };
    },
    beneficiary_save: ({ beneficiaryId, note, ...typed }) => {
      needOpen(world);
      const book = payoutBookOf(world);
      const destination = destinationOf(world, typed);
      const [problem] = destinationProblems(world, destination);
      if (problem) throw new Refusal(problem.problem.code);
      const taken = book.beneficiaries.some(
        (row) => row.id !== beneficiaryId && isSameAccount(row.destination, destination),
      );
      if (taken) throw new Refusal('beneficiary_taken');
      if (beneficiaryId === null) {
        const row = { id: newId('ben'), destination, note, lastPaidAt: null, timesPaid: 0 };
        book.beneficiaries.push(row);
        return row;
      }
      const row = of(beneficiaryId);
      if (!isSameAccount(row.destination, destination)) {
        book.changedAt.set(row.id, present());
        Object.assign(row, { lastPaidAt: null, timesPaid: 0 });
      }
      return Object.assign(row, { destination, note });
    },
    beneficiary_delete: ({ beneficiaryId }) => {
      needOpen(world);
      const book = payoutBookOf(world);
      const row = of(beneficiaryId);
      book.beneficiaries = book.beneficiaries.filter((other) => other !== row);
      return null;
    },
    beneficiary_read: ({ text }) => {
      needOpen(world);
      return understand(world, text);
    },
    beneficiary_read_picture: ({ content }) => {
      needOpen(world);
      if (content === '') throw new Refusal('nothing_understood');
      return understand(world, IN_PICTURE);
    },
  };
}
