import { createSubscriber } from 'svelte/reactivity';

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, 1000);
  return () => clearInterval(timer);
});

/** The present time; whatever reads it follows once a second while it is on the page. */
export function now(): Date {
  subscribe();
  return new Date();
}
