/** What the till still lacks before it can take a payment. */
import type { AppView } from '~/api/generated/contract';

export type Missing = 'keys' | 'account';

/** The first thing that is missing, in the order in which it is put right. */
export function setupOf(app: Pick<AppView, 'environment' | 'receivingAccount'>): Missing | null {
  const { kind, credentials } = app.environment;
  if (kind !== 'practice' && !credentials.isPresent) return 'keys';
  return app.receivingAccount === null ? 'account' : null;
}
