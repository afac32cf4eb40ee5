import { call } from '~/api/call';
import { till } from '~/api/till.svelte';

/** Sends requests to the built-in simulator, or to the real gateway. */
export async function useWorld(kind: 'practice' | 'production'): Promise<void> {
  till.keepEnvironment(await call('environment_set', { kind, baseUrl: null }));
}
