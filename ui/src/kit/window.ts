/** Which rows are drawn; the rest is empty space above and below. */
export interface RowWindow {
  start: number;
  end: number;
}

const MARGIN_ROWS = 8;
const MOST_ROWS = 60;

export function rowWindow(
  scrollTop: number,
  height: number,
  rowHeight: number,
  count: number,
): RowWindow {
  const visible = Math.ceil(height / rowHeight);
  const size = Math.min(MOST_ROWS, visible + 2 * MARGIN_ROWS);
  const first = Math.floor(scrollTop / rowHeight) - MARGIN_ROWS;
  const start = Math.max(0, Math.min(first, count - size));
  return { start, end: Math.min(count, start + size) };
}
