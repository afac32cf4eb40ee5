import { call } from '~/api/call';
import type { EnvironmentKind, TestCallView } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import type { Keys } from './pasted-keys';

/** Keeps the keys of Finan One for an environment. */
export async function saveFinanKeys(kind: EnvironmentKind, keys: Keys): Promise<void> {
  till.keepEnvironment(await call('credentials_save', { kind, ...keys }));
}

/** Asks Finan One for something harmless with the keys that are kept. */
export async function testFinanKeys(): Promise<TestCallView> {
  const passed = await call('credentials_test');
  till.keepClock(passed.clock);
  return passed;
}
