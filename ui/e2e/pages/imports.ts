/** Taking a file into a book: preview, progress, undo. */

import type { App } from '../support/app.ts';
import { text } from '../support/messages.ts';
import { until } from '../support/until.ts';
import type { Window } from '../support/window.ts';

type Verdict = 'new' | 'change' | 'same' | 'double' | 'wrong';

/** A large file on a slow machine. */
const WITHIN_MS = 60_000;

export class Imports {
  private constructor(readonly window: Window) {}

  static async of(app: App): Promise<Imports> {
    return new Imports(await app.main());
  }

  async choose(path: string): Promise<void> {
    await this.window.chooseFile(text('imports_choose'), path);
  }

  /** Waits until the file was read. */
  async offers(count: number): Promise<void> {
    await this.window.find('button', text('imports_run', { count: number(count) }), WITHIN_MS);
  }

  async counts(counts: Readonly<Partial<Record<Verdict, number>>>): Promise<void> {
    const told = Object.entries(counts).map(
      ([verdict, count]) => `${text(`imports_verdict_${verdict}`)} ${number(count)}`,
    );
    await this.window.shows(...told);
  }

  async run(count: number): Promise<void> {
    await this.window.click('button', text('imports_run', { count: number(count) }));
  }

  /** Waits until it is over, and returns the numbers that were shown on the way. */
  async isDone(taken: number): Promise<number[]> {
    const [before = '', after = ''] = text('imports_running').split('{done}');
    const [between = ''] = after.split('{count}');
    const seen = new Set<number>();
    const end = Date.now() + WITHIN_MS;
    const done = text('imports_done', { count: number(taken) });
    for (;;) {
      const said = await this.window.text();
      if (said.includes(done)) return [...seen];
      const shown = said.split(before)[1]?.split(between)[0];
      if (shown !== undefined) seen.add(Number(shown.replaceAll('.', '')));
      if (Date.now() > end) throw new Error(`the import is not over: ${said}`);
    }
  }

  async undo(): Promise<void> {
    await this.window.click('button', text('imports_undo'));
  }

  async showsUndone(count: number): Promise<void> {
    const title = text('imports_undone', { count: number(count) });
    await until(`"${title}" can be read`, () => this.window.isShowing(title), WITHIN_MS);
  }

  async otherFile(): Promise<void> {
    await this.window.click('button', text('imports_other_file'));
  }

  async toList(): Promise<void> {
    await this.window.click('button', text('imports_to_list'));
  }
}

/** `10000` → `10.000`. */
function number(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}
