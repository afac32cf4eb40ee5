import type { MethodView, VerdictView } from '~/api/generated/contract';
import type { PaymentFilter } from '~/api/queries/payments';
import { type Preset, rangeOf } from './presets';

const toggled = <Word>(words: readonly Word[], word: Word): Word[] =>
  words.includes(word) ? words.filter((other) => other !== word) : [...words, word];

/** What the list shows. Kept while the window is open, so that coming back finds it. */
class Filter {
  typed = $state('');
  search = $state('');
  preset = $state<Preset>('today');
  verdicts = $state<VerdictView[]>([]);
  methods = $state<MethodView[]>([]);

  /** Whether it hides anything besides other days. */
  get isNarrowed(): boolean {
    return this.search !== '' || this.verdicts.length > 0 || this.methods.length > 0;
  }

  get request(): PaymentFilter {
    return {
      ...rangeOf(this.preset, new Date()),
      ...(this.search === '' ? {} : { search: this.search }),
      ...(this.verdicts.length === 0 ? {} : { verdicts: [...this.verdicts] }),
      ...(this.methods.length === 0 ? {} : { methods: [...this.methods] }),
    };
  }

  toggle(verdict: VerdictView): void {
    this.verdicts = toggled(this.verdicts, verdict);
  }

  toggleMethod(method: MethodView): void {
    this.methods = toggled(this.methods, method);
  }

  clear(): void {
    this.typed = '';
    this.search = '';
    this.verdicts = [];
    this.methods = [];
  }
}

export const filter = new Filter();
