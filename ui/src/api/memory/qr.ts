import { encode } from 'uqr';
import type { QrDrawing, QrView } from '~/api/generated/contract';
import type { MemoryAccount } from './accounts';

const MARGIN = 4;

/** A VietQR code as the gateway would send it, drawn. */
export function drawQr(account: MemoryAccount, amount: number | null, memo: string | null): QrView {
  return {
    drawing: drawText(vietQr(account, amount, memo)),
    meaning: {
      bankName: account.bankName,
      bankBin: account.bin,
      accountName: account.name,
      accountGrouped: grouped(account.number),
      accountLastFour: account.number.slice(-4),
      amount,
      memo,
    },
    caution: null,
  };
}

/** Any text, drawn. */
export function drawText(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'M', border: MARGIN });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { side: size, path, text };
}

export function grouped(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}

function vietQr(account: MemoryAccount, amount: number | null, memo: string | null): string {
  const beneficiary = field('00', account.bin) + field('01', account.number);
  const body =
    field('00', '01') +
    field('01', amount === null ? '11' : '12') +
    field('38', field('00', 'A000000727') + field('01', beneficiary) + field('02', 'QRIBFTTA')) +
    field('53', '704') +
    (amount === null ? '' : field('54', String(amount))) +
    field('58', 'VN') +
    (memo === null ? '' : field('62', field('08', memo))) +
    '6304';
  return body + crc(body);
}

function field(id: string, value: string): string {
  return id + String(value.length).padStart(2, '0') + value;
}

function crc(text: string): string {
  let sum = 0xffff;
  for (const char of text) {
    sum ^= char.charCodeAt(0) << 8;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1;
  }
  return (sum & 0xffff).toString(16).toUpperCase().padStart(4, '0');
}
