import '@testing-library/jest-dom/vitest';
import { afterEach, beforeAll } from 'vitest';
import { queryClient } from '~/api/queries/client';

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
