/** The banks of the in-memory shop. The codes are samples; the host knows the real ones. */
import type { PayoutBankView } from '~/api/generated/contract';
import { fold, initials } from '~/format/fold';
import { type World, Refusal } from './world';

const ROWS = [
  ['307', '970416', 'ACB', 'Ngân hàng TMCP Á Châu'],
  ['204', '970405', 'Agribank', 'Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam'],
  ['202', '970418', 'BIDV', 'Ngân hàng TMCP Đầu tư và Phát triển Việt Nam'],
  ['321', '970437', 'HDBank', 'Ngân hàng TMCP Phát triển TP. Hồ Chí Minh'],
  ['311', '970422', 'MB', 'Ngân hàng TMCP Quân đội'],
  ['333', '970448', 'OCB', 'Ngân hàng TMCP Phương Đông'],
  ['303', '970403', 'Sacombank', 'Ngân hàng TMCP Sài Gòn Thương Tín'],
  ['616', '970424', 'Shinhan', 'Ngân hàng TNHH MTV Shinhan Việt Nam'],
  ['310', '970407', 'Techcombank', 'Ngân hàng TMCP Kỹ thương Việt Nam'],
  ['358', '970423', 'TPBank', 'Ngân hàng TMCP Tiên Phong'],
  ['314', '970441', 'VIB', 'Ngân hàng TMCP Quốc tế Việt Nam'],
  ['201', '970415', 'VietinBank', 'Ngân hàng TMCP Công thương Việt Nam'],
  ['203', '970436', 'Vietcombank', 'Ngân hàng TMCP Ngoại thương Việt Nam'],
  ['309', '970432', 'VPBank', 'Ngân hàng TMCP Việt Nam Thịnh Vượng'],
] as const;

const DOCUMENTED: ReadonlySet<string> = new Set(['203', '311', '616']);

/** The shop's own codes by BIN. */
const own = new WeakMap<World, Map<string, string>>();

function ownOf(world: World): Map<string, string> {
  const known = own.get(world) ?? new Map<string, string>();
  own.set(world, known);
  return known;
}

export function banksOf(world: World): PayoutBankView[] {
  return ROWS.map(([bankId, bin, shortName, name]) => {
    const entered = ownOf(world).get(bin);
    const certainty = DOCUMENTED.has(bankId) ? 'documented' : 'assumed';
    return {
      bankId: entered ?? bankId,
      bin,
      shortName,
      name,
      certainty: entered === undefined ? certainty : 'own',
      source: entered === undefined ? 'luyện tập' : 'cửa hàng',
    };
  });
}

export function saveBank(world: World, bin: string, bankId: string): void {
  if (!ROWS.some((row) => row[1] === bin)) throw new Refusal('bank_unknown');
  if (bankId.trim() === '') ownOf(world).delete(bin);
  else ownOf(world).set(bin, bankId.trim());
}

export function bankOf(world: World, bankId: string): PayoutBankView {
  const bank = banksOf(world).find((one) => one.bankId === bankId);
  if (!bank) throw new Refusal('bank_unknown');
  return bank;
}

/** The banks that a text may name. */
export function banksNamed(world: World, text: string): PayoutBankView[] {
  const words = ` ${fold(text).replace(/[^a-z0-9]+/g, ' ')} `;
  return banksOf(world).filter(
    ({ shortName, name }) =>
      words.includes(` ${fold(shortName)} `) ||
      words.includes(` ${fold(name).split(' tmcp ')[1] ?? fold(name)} `) ||
      words.includes(` ${initials(shortName)}b `),
  );
}
