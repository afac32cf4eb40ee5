/** A short note: spoken by screen readers and shown for a moment. */
export interface Toast {
  id: number;
  text: string;
  tone: 'info' | 'success' | 'danger';
}

const SHOWN_MS = 5000;

let next = 0;
const toasts = $state<Toast[]>([]);
let spoken = $state('');

export const announcer = {
  get toasts(): readonly Toast[] {
    return toasts;
  },

  get spoken(): string {
    return spoken;
  },

  /** Speaks a status change to screen readers without showing it. */
  say(text: string): void {
    // The same words twice are spoken twice only when the region changes.
    spoken = text === spoken ? `${text}\u00a0` : text;
  },

  /** Speaks it and shows it for a moment. */
  show(text: string, tone: Toast['tone'] = 'success'): void {
    const id = next++;
    toasts.push({ id, text, tone });
    announcer.say(text);
    setTimeout(() => announcer.dismiss(id), SHOWN_MS);
  },

  dismiss(id: number): void {
    const index = toasts.findIndex((toast) => toast.id === id);
    if (index >= 0) toasts.splice(index, 1);
  },
};
