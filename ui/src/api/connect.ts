import { useTransport } from './call';
import { tauriTransport } from './transport.tauri';

/** Chooses the host: the desktop shell, or the in-memory app in builds that carry it. */
export async function connect(): Promise<void> {
  if ('__TAURI_INTERNALS__' in window) {
    useTransport(tauriTransport);
  } else if (__HAS_MEMORY__) {
    const { memoryTransport } = await import('./transport.memory');
    useTransport(memoryTransport(new URLSearchParams(location.search)));
  } else {
    throw new Error('This page needs the desktop app.');
  }
}
