const GROUP = '.';
const SIGN = '₫';

/** `1234567` → `1.234.567`. Whole dong only; the same in every language. */
export function formatNumber(dong: number): string {
  const digits = Math.abs(dong).toString();
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, GROUP);
  return dong < 0 ? `-${grouped}` : grouped;
}

/** `1234567` → `1.234.567 ₫`, with a no-break space. */
export function formatDong(dong: number): string {
  return `${formatNumber(dong)}\u00a0${SIGN}`;
}
