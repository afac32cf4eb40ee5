/** After a picker has taken the focus back from what it opened. */
const AFTER_PICKER_MS = 30;

/** Moves the focus on from a picker. */
export function later(focus: () => void): void {
  setTimeout(focus, AFTER_PICKER_MS);
}
