import type { SettingsRequest } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import { announcer } from '~/kit/announcer.svelte';
import { m } from '~/paraglide/messages';
import type { Task } from '~/parts/task.svelte';

/** Keeps a change at once and says so. */
export async function saveChange(task: Task, change: SettingsRequest): Promise<void> {
  await task.run(async () => {
    await till.updateSettings(change);
    announcer.show(m.common_saved());
  });
}
