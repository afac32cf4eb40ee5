/** Arrow keys between the search and the rows of a list. */
export function moveByKeys(
  event: KeyboardEvent,
  list: HTMLElement,
  search: HTMLElement | undefined,
): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row] button')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const isSearch = document.activeElement === search;
  if (isSearch && event.key === 'Enter') {
    event.preventDefault();
    rows[0]?.click();
  } else if (event.key === 'ArrowDown' && (isSearch || at >= 0)) {
    event.preventDefault();
    rows[isSearch ? 0 : at + 1]?.focus();
  } else if (event.key === 'ArrowUp' && at >= 0) {
    event.preventDefault();
    (at === 0 ? search : rows[at - 1])?.focus();
  }
}
