/** Prices with their tax, as the host counts them: whole dong, no float on the way. */
import type { CodeView } from '~/api/generated/contract';

/** `3.5` → 35 tenths; nothing for what is no rate. */
function rateParts(rate: string): { units: bigint; scale: bigint } | null {
  const read = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(rate.trim());
  if (!read) return null;
  const [, whole = '0', fraction = ''] = read;
  return { units: BigInt(whole + fraction), scale: 10n ** BigInt(fraction.length) };
}

/** The price with this percentage on top, half a dong rounded up. */
export function withRate(price: number, rate: string | null): number {
  const parts = rate === null ? null : rateParts(rate);
  if (!parts) return price;
  const hundred = parts.scale * 100n;
  const tax = (BigInt(price) * parts.units * 2n + hundred) / (hundred * 2n);
  return price + Number(tax);
}

/** What the counter asks for one: the price with the tax that the code names. */
export function withTax(price: number, taxCode: string, codes: readonly CodeView[]): number {
  return withRate(price, codes.find(({ code }) => code === taxCode)?.rate ?? null);
}
