import { call } from '~/api/call';
import type { InstalmentSettingsRequest } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import { announcer } from '~/kit/announcer.svelte';
import { m } from '~/paraglide/messages';
import type { Task } from '~/parts/task.svelte';

/** Keeps one part of what the shop set up and says so; the rest stays as it is. */
export async function saveInstalments(
  task: Task,
  change: Partial<InstalmentSettingsRequest>,
): Promise<void> {
  await task.run(async () => {
    const { minimum, maximum } = till.instalments;
    const request = { minimum: minimum ?? 0, maximum: maximum ?? 0, ...change };
    till.keepInstalments(await call('instalment_settings_update', request));
    announcer.show(m.common_saved());
  });
}
