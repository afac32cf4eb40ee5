import type { PayoutBankView } from '~/api/generated/contract';
import { fold, initials } from '~/format/fold';

/** The banks that a search means: by short name, name, first letters, code or BIN; blind to marks. */
export function banksMatching(
  banks: readonly PayoutBankView[],
  search: string,
): readonly PayoutBankView[] {
  const wanted = fold(search.trim());
  if (wanted === '') return banks;
  const isMeant = ({ shortName, name, bankId, bin }: PayoutBankView) =>
    fold(shortName).includes(wanted) ||
    fold(name).includes(wanted) ||
    initials(name).includes(wanted) ||
    bankId === wanted ||
    bin === wanted;
  const startsSo = ({ shortName }: PayoutBankView) => Number(!fold(shortName).startsWith(wanted));
  return banks.filter(isMeant).sort((one, other) => startsSo(one) - startsSo(other));
}
