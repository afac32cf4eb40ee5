import { call } from '~/api/call';
import type {
  BookExportRequest,
  BookKind,
  FileFormat,
  ProgressView,
} from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import { announcer } from '~/kit/announcer.svelte';
import { m } from '~/paraglide/messages';
import { Task } from '~/parts/task.svelte';
import type { BookSearch } from './search.svelte';

/** Writing what a list shows to a file, how far it is, and stopping it. */
export class Exporting {
  readonly task = new Task();
  progress = $state.raw<ProgressView | null>(null);
  isStopping = $state(false);

  constructor(
    private readonly kind: () => BookKind,
    private readonly search: () => BookSearch,
  ) {}

  async write(format: FileFormat): Promise<void> {
    if (this.task.isBusy) return;
    const { search, needsAttention } = this.search();
    const request: BookExportRequest = {
      kind: this.kind(),
      format,
      search: search === '' ? null : search,
      needsAttention,
    };
    const stopListening = till.onProgress((progress) => {
      if (progress.isExport) this.progress = progress;
    });
    const written = await this.task.run(() => call('book_export', request));
    stopListening();
    this.progress = null;
    this.isStopping = false;
    if (written) announcer.show(m.books_exported(written));
  }

  /** Asks the host to stop; what it makes of that is the export's own answer. */
  async stop(): Promise<void> {
    if (!this.progress || this.isStopping) return;
    this.isStopping = true;
    await call('import_cancel', { importId: this.progress.id }).catch(() => {
      this.isStopping = false;
    });
  }
}
