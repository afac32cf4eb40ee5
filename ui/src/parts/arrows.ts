/** The arrows walk through everything that opens; from the search field, down enters it. */
export function walk(event: KeyboardEvent, box: HTMLElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return;
  const stops = [...box.querySelectorAll<HTMLElement>('[data-open]')];
  const here = stops.indexOf(target);
  const isSearch = target.closest('[role="search"]') !== null && target instanceof HTMLInputElement;
  if (here < 0 && !(isSearch && event.key === 'ArrowDown')) return;
  event.preventDefault();
  stops[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}
