/** After a picker has taken the focus back from what it opened, and a label has handed it to its radio. */
const AFTER_PICKER_MS = 30;

/** Moves the focus on from a picker, or from a choice that takes it after its change was heard. */
export function later(focus: () => void): void {
  setTimeout(focus, AFTER_PICKER_MS);
}
