import { call } from '~/api/call';

const PLAIN = /^(?:\d{1,12}|\d{1,3}(?:[.,\s]\d{3}){1,3})$/;
const MOST = 999_999_999_999;

/** `85000`, `85.000`; `null` for anything else. */
export function plainNumber(text: string): number | null {
  const trimmed = text.replace(/[₫đ]/g, '').trim();
  if (!PLAIN.test(trimmed)) return null;
  const read = Number(trimmed.replace(/[.,\s]/g, ''));
  return read <= MOST ? read : null;
}

/** An amount as the host reads it: `85k`, `1tr2`. `null` when it is none. */
export async function readDong(text: string): Promise<number | null> {
  const plain = plainNumber(text);
  if (plain !== null || text.trim() === '') return plain;
  try {
    const { amount } = await call('amount_read', { text });
    return amount;
  } catch {
    return null;
  }
}

/** A percentage of at most 100 with at most four decimals, as a decimal text. */
export function readPercent(text: string): string | null {
  const plain = text.replace('%', '').trim().replace(',', '.');
  return /^\d{1,3}(\.\d{1,4})?$/.test(plain) && Number(plain) <= 100 ? plain : null;
}
