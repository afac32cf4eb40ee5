import { describe, expect, it } from 'vitest';
import { useTransport } from '~/api/call';
import { describeError } from '~/api/error';
import { till } from '~/api/till.svelte';
import { memoryTransport } from '~/api/transport.memory';
import { Exporting } from './exporting.svelte';
import { BookSearch } from './search.svelte';

describe('an export', () => {
  it('stops when it is told to, and says so without alarm', async () => {
    useTransport(memoryTransport({ latencyMs: 20, hasBooks: true }));
    await till.start();
    const search = new BookSearch();
    const exporting = new Exporting(
      () => 'customers',
      () => search,
    );
    let isStopped = false;
    const stopListening = till.onProgress(() => {
      if (isStopped) return;
      isStopped = true;
      queueMicrotask(() => void exporting.stop());
    });
    await exporting.write('csv');
    stopListening();
    const problem = exporting.task.problem;
    expect(problem?.code).toBe('cancelled');
    expect(problem && describeError(problem).severity).toBe('info');
    expect([exporting.progress, exporting.isStopping]).toEqual([null, false]);
  });
});
