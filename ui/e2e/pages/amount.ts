/** Amounts as the page writes them. */

/** `1234567` → `1.234.567 ₫`. */
export function dong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} ₫`;
}

/** `1.234.567` → `1234567`, as a field shows it. */
export function amountOf(text: string): number {
  return Number(text.replaceAll('.', ''));
}
