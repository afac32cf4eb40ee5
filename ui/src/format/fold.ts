/** A text without marks and case, as searches compare it. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}

/** The first letters of its words: `Cà phê sữa đá` → `cpsd`. */
export function initials(text: string): string {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .map((word) => word.charAt(0))
    .join('');
}
