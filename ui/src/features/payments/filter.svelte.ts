import type { VerdictView } from '~/api/generated/contract';
import type { PaymentFilter } from '~/api/queries/payments';
import { type Preset, rangeOf } from './presets';

/** What the list shows. Kept while the window is open, so that coming back finds it. */
class Filter {
  typed = $state('');
  search = $state('');
  preset = $state<Preset>('today');
  verdicts = $state<VerdictView[]>([]);

  /** Whether it hides anything besides other days. */
  get isNarrowed(): boolean {
    return this.search !== '' || this.verdicts.length > 0;
  }

  get request(): PaymentFilter {
    return {
      ...rangeOf(this.preset, new Date()),
      ...(this.search === '' ? {} : { search: this.search }),
      ...(this.verdicts.length === 0 ? {} : { verdicts: [...this.verdicts] }),
    };
  }

  toggle(verdict: VerdictView): void {
    this.verdicts = this.verdicts.includes(verdict)
      ? this.verdicts.filter((other) => other !== verdict)
      : [...this.verdicts, verdict];
  }

  clear(): void {
    this.typed = '';
    this.search = '';
    this.verdicts = [];
  }
}

export const filter = new Filter();
