/** What a list of a book shows. Kept while the window is open, so that coming back finds it. */
export class BookSearch {
  typed = $state('');
  search = $state('');
  needsAttention = $state(false);

  /** Whether it hides anything. */
  get isNarrowed(): boolean {
    return this.search !== '' || this.needsAttention;
  }

  get request(): { search?: string; needsAttention?: boolean } {
    return {
      ...(this.search === '' ? {} : { search: this.search }),
      ...(this.needsAttention ? { needsAttention: true } : {}),
    };
  }

  clear(): void {
    this.typed = '';
    this.search = '';
    this.needsAttention = false;
  }
}
