import { on } from 'svelte/events';

/** A key that is held down asks once: the repeats of Enter and of the space bar press nothing. */
export function onceHeld(box: HTMLElement): () => void {
  return on(
    box,
    'keydown',
    (event) => {
      if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
    },
    { capture: true },
  );
}
