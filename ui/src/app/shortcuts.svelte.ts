import { SvelteSet } from 'svelte/reactivity';

/** A key that works now. Registered while its screen can act on it, so the map never lies. */
export interface Shortcut {
  /** `F1`, `Ctrl+1`, `Ctrl+Shift+L`, `Alt+1`, `Escape`, `?`. */
  keys: string;
  label: () => string;
  group: 'counter' | 'app';
  run: () => void;
  /** Works, but the map doesn't list it (such as Ctrl+2…9). */
  isHidden?: boolean;
}

const active = new SvelteSet<Shortcut>();

export const shortcuts = {
  /** The newest first, so that a screen on top wins. */
  get all(): Shortcut[] {
    return [...active].reverse();
  },

  /** Adds shortcuts until the returned function is called: `$effect(() => shortcuts.add([...]))`. */
  add(list: Shortcut[]): () => void {
    list.forEach((shortcut) => active.add(shortcut));
    return () => list.forEach((shortcut) => active.delete(shortcut));
  },

  /** Runs what the event asks for, if anything does. */
  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || isDialogOpen()) return;
    const keys = keysOf(event);
    if (isTyping(event.target) && keys.length === 1) return;
    const match = shortcuts.all.find((shortcut) => shortcut.keys === keys);
    if (!match) return;
    event.preventDefault();
    match.run();
  },
};

/** The name of what was pressed: `Ctrl+Shift+L`. Digits and letters by place on the keyboard. */
export function keysOf(event: KeyboardEvent): string {
  const held = [event.ctrlKey && 'Ctrl', event.altKey && 'Alt'].filter((name) => name !== false);
  const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code)?.[1];
  const isCombined = event.ctrlKey || event.altKey;
  const shift = event.shiftKey && (isCombined || event.key.length > 1) ? ['Shift'] : [];
  const key = isCombined && place ? place : event.key;
  return [...held, ...shift, key].join('+');
}

/** Whether a character belongs to a text; an amount has no use for `?`. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) {
    return target.type !== 'radio' && target.inputMode !== 'decimal';
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}
