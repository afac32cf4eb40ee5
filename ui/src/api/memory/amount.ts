import type { AmountView, ErrorCode } from '~/api/generated/contract';

const MOST = 499_999_999;
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const SCALES = ['', ' nghìn', ' triệu', ' tỷ'];

/** A rough reading of what people type; the host's reading is the real one. */
export function readAmount(text: string): AmountView {
  const amount = parse(text);
  const problem = problemOf(text, amount);
  const known = problem === null || problem === 'amount_too_large' ? amount : null;
  const isShortForm = known !== null && /^\d{1,4}$/.test(text.trim()) && known < 1000;
  return {
    amount: known,
    problem,
    wordsVi: known === null ? '' : `${words(known)} đồng`,
    wordsEn: known === null ? '' : `${known.toLocaleString('en')} dong`,
    suggestion: isShortForm && known > 0 ? known * 1000 : null,
    quick: isShortForm && known > 0 ? [known * 1000, known * 10_000, known * 100_000] : [],
    isOdd: known !== null && known > 0 && known < 1000,
  };
}

function problemOf(text: string, amount: number | null): ErrorCode | null {
  if (text.trim() === '') return 'amount_empty';
  if (text.trim().startsWith('-')) return 'amount_negative';
  if (amount === null) return 'amount_unreadable';
  if (amount === 0) return 'amount_zero';
  return amount > MOST ? 'amount_too_large' : null;
}

function parse(text: string): number | null {
  const plain = text
    .toLowerCase()
    .replace(/(vnd|vnđ|đ|₫|\s)/g, '')
    .replace(/[.,](?=\d{3})/g, '');
  const short = /^(\d+)(k|tr)(\d*)$/.exec(plain);
  if (short) {
    const unit = short[2] === 'k' ? 1000 : 1_000_000;
    const rest = short[3] ?? '';
    return Number(short[1]) * unit + (rest === '' ? 0 : Number(rest) * (unit / 10 ** rest.length));
  }
  return /^\d{1,12}$/.test(plain) ? Number(plain) : null;
}

function words(amount: number): string {
  if (amount === 0) return 'không';
  const groups: number[] = [];
  for (let rest = amount; rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000);
  return groups
    .map((group, scale) =>
      group === 0 ? '' : threeDigits(group, scale < groups.length - 1) + (SCALES[scale] ?? ''),
    )
    .reverse()
    .filter((part) => part !== '')
    .join(' ');
}

function threeDigits(group: number, isFull: boolean): string {
  const digit = (value: number) => DIGITS[value] ?? '';
  const [hundreds, tens, ones] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const out: string[] = [];
  if (hundreds > 0 || isFull) out.push(`${digit(hundreds)} trăm`);
  if (tens === 0 && ones > 0 && out.length > 0) out.push('lẻ');
  if (tens === 1) out.push('mười');
  if (tens > 1) out.push(`${digit(tens)} mươi`);
  if (ones === 1 && tens > 1) out.push('mốt');
  else if (ones === 5 && tens > 0) out.push('lăm');
  else if (ones > 0) out.push(digit(ones));
  return out.join(' ');
}
