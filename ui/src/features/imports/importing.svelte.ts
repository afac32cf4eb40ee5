import { ApiError } from '~/api/api-error';
import { call } from '~/api/call';
import type {
  BookKind,
  ErrorBody,
  ImportDoneView,
  ImportView,
  ProgressView,
} from '~/api/generated/contract';
import { forgetBooks } from '~/api/queries/client';
import { till } from '~/api/till.svelte';
import { toBase64 } from '~/parts/base64';

/** Where an import stands. */
export type Step =
  | { kind: 'choose' }
  | { kind: 'reading'; fileName: string }
  | { kind: 'preview'; fileName: string; view: ImportView }
  | { kind: 'running'; view: ImportView; progress: ProgressView | null; isCancelling: boolean }
  | { kind: 'done'; done: ImportDoneView; isUndoing: boolean }
  | { kind: 'undone'; takenBack: number };

/** One file on its way into a book. */
export class Importing {
  step = $state.raw<Step>({ kind: 'choose' });
  problem = $state.raw<ErrorBody>();

  constructor(private readonly kind: BookKind) {}

  /** Listens to how far it is, until the returned function is called. */
  watch(): () => void {
    return till.onProgress((progress) => {
      const { step } = this;
      if (step.kind === 'running' && progress.id === step.view.importId) {
        this.step = { ...step, progress };
      }
    });
  }

  reset(): void {
    this.problem = undefined;
    this.step = { kind: 'choose' };
  }

  async read(file: File): Promise<void> {
    const fileName = file.name;
    await this.#to({ kind: 'reading', fileName }, { kind: 'choose' }, async () => {
      const content = await toBase64(file);
      const view = await call('import_read', { kind: this.kind, fileName, content });
      return { kind: 'preview', fileName, view };
    });
  }

  async run(): Promise<void> {
    const { step } = this;
    if (step.kind !== 'preview') return;
    const { view } = step;
    await this.#to(
      { kind: 'running', view, progress: null, isCancelling: false },
      step,
      async () => {
        const done = await call('import_run', { importId: view.importId });
        forgetBooks();
        return { kind: 'done', done, isUndoing: false };
      },
    );
  }

  /** What was taken stays until it is undone. */
  async cancel(): Promise<void> {
    const { step } = this;
    if (step.kind !== 'running' || step.isCancelling) return;
    this.step = { ...step, isCancelling: true };
    try {
      await call('import_cancel', { importId: step.view.importId });
    } catch (cause) {
      this.problem = ApiError.from(cause).body;
      if (this.step.kind === 'running') this.step = { ...this.step, isCancelling: false };
    }
  }

  async undo(): Promise<void> {
    const { step } = this;
    if (step.kind !== 'done' || step.isUndoing) return;
    await this.#to({ ...step, isUndoing: true }, step, async () => {
      const { takenBack } = await call('import_undo', { importId: step.done.importId });
      forgetBooks();
      return { kind: 'undone', takenBack };
    });
  }

  async #to(during: Step, otherwise: Step, work: () => Promise<Step>): Promise<void> {
    this.problem = undefined;
    this.step = during;
    try {
      this.step = await work();
    } catch (cause) {
      this.problem = ApiError.from(cause).body;
      this.step = otherwise;
    }
  }
}

/** How many rows the import would write. */
export const rowsToTake = (view: ImportView): number => view.new + view.changed;
