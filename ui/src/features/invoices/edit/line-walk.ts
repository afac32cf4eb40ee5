const ADDING = '[data-field="add"] input';

/** Where the focus goes among the lines of an invoice. */
export class LineWalk {
  constructor(
    private readonly box: () => HTMLElement | undefined,
    /** The keys of the lines, from the top. */
    private readonly keys: () => readonly string[],
  ) {}

  toCell(lineKey: string, name: string): void {
    // A product that is chosen is a button; the others are fields.
    focusOn(
      this.#find(`[data-line="${lineKey}"] [data-cell="${name}"] :is(input, select, button)`),
    );
  }

  /** To the field that makes a new line. */
  toAdding(): void {
    focusOn(this.#find(ADDING));
  }

  /** To the product of the next line; after the last one, to the field that makes a new one. */
  toNext(lineKey: string): void {
    const keys = this.keys();
    const next = keys[keys.indexOf(lineKey) + 1];
    if (next === undefined) this.toAdding();
    else this.toCell(next, 'name');
  }

  /**
   * To the same cell of the line before, and from a product to the quantity, where Enter came from. The field that makes a new
   * line, which has no key, stands after the last one.
   */
  toBefore(lineKey: string | undefined, name: string): void {
    const keys = this.keys();
    const place = lineKey === undefined ? keys.length : keys.indexOf(lineKey);
    const before = keys[place - 1];
    if (before !== undefined) this.toCell(before, name === 'name' ? 'quantity' : name);
  }

  #find(selector: string): HTMLElement | null {
    return this.box()?.querySelector<HTMLElement>(selector) ?? null;
  }
}

function focusOn(stop: HTMLElement | null): void {
  stop?.focus();
  if (stop instanceof HTMLInputElement) stop.select();
}
