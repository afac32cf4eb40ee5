import type { PayoutListFilter } from '~/api/queries/payouts';
import { GROUPS, type Group } from './groups';

/** What the list shows. Kept while the window is open, so that coming back finds it. */
class Filter {
  typed = $state('');
  search = $state('');
  group = $state<Group | null>(null);

  get isNarrowed(): boolean {
    return this.search !== '' || this.group !== null;
  }

  get request(): PayoutListFilter {
    return {
      ...(this.search === '' ? {} : { search: this.search }),
      ...(this.group === null ? {} : { standings: [...GROUPS[this.group]] }),
    };
  }

  clear(): void {
    this.typed = '';
    this.search = '';
    this.group = null;
  }
}

export const filter = new Filter();
