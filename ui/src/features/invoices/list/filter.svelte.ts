import type { InvoiceStandingView } from '~/api/generated/contract';
import type { InvoiceFilter } from '~/api/queries/invoices';

/** What the list shows. Kept while the window is open, so that coming back finds it. */
class Filter {
  typed = $state('');
  search = $state('');
  standings = $state<InvoiceStandingView[]>([]);

  get isNarrowed(): boolean {
    return this.search !== '' || this.standings.length > 0;
  }

  get request(): InvoiceFilter {
    return {
      ...(this.search === '' ? {} : { search: this.search }),
      ...(this.standings.length === 0 ? {} : { standings: [...this.standings] }),
    };
  }

  toggle(standing: InvoiceStandingView): void {
    this.standings = this.standings.includes(standing)
      ? this.standings.filter((other) => other !== standing)
      : [...this.standings, standing];
  }

  clear(): void {
    this.typed = '';
    this.search = '';
    this.standings = [];
  }
}

export const filter = new Filter();
