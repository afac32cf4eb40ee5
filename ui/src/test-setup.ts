import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';
import { afterEach, beforeAll } from 'vitest';
import { queryClient } from '~/api/queries/client';

// Waits end as soon as they can; this is how long a busy machine may take.
configure({ asyncUtilTimeout: 10_000 });

/* What jsdom lacks and the page needs. */
beforeAll(() => {
  window.matchMedia ??= (media: string) =>
    ({
      media,
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
  Element.prototype.scrollIntoView ??= () => undefined;
});

afterEach(() => queryClient.clear());
