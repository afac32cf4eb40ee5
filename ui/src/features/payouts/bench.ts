/** The payouts on the in-memory host, driven by the keyboard, for tests. */
import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { call, useTransport } from '~/api/call';
import type { PayoutDraftRequest, PayoutView } from '~/api/generated/contract';
import type { MemoryOptions } from '~/api/memory/options';
import { queryClient } from '~/api/queries/client';
import { till } from '~/api/till.svelte';
import { router, type PayoutsAt } from '~/app/router.svelte';
import { shortcuts } from '~/app/shortcuts.svelte';
import { setLanguage } from '~/i18n/language.svelte';
import { RecordingHost } from '~/testing/recording-host';
import { filter } from './list/filter.svelte';
import Shown from './Shown.svelte';

export const PIN = '2468';

const handleKey = (event: KeyboardEvent) => shortcuts.handle(event);

/** The page on a host that writes down what it is asked. */
export class Bench extends RecordingHost {
  readonly user = userEvent.setup();

  /** Unlocked, unless said otherwise. */
  static async open(options: Partial<MemoryOptions> = {}, isUnlocked = true): Promise<Bench> {
    setLanguage('vi');
    queryClient.clear();
    filter.clear();
    const bench = new Bench(options);
    useTransport(bench.transport);
    await till.start();
    if (isUnlocked) await call('owner_unlock', { pin: PIN });
    window.addEventListener('keydown', handleKey);
    return bench;
  }

  static close(): void {
    cleanup();
    window.removeEventListener('keydown', handleKey);
  }

  /** Puts a place of the payouts on the page. */
  show(at?: PayoutsAt): this {
    router.replace(at ? { name: 'payouts', at } : { name: 'payouts' });
    render(Shown);
    return this;
  }

  keys(keys: string): Promise<void> {
    return this.user.keyboard(keys);
  }

  press = async (name: string | RegExp): Promise<void> =>
    this.user.click(await screen.findByRole('button', { name }));

  /** A payout that was read back and sent. */
  async sent(change: Partial<PayoutDraftRequest> = {}): Promise<PayoutView> {
    const { payoutId } = await call('payout_prepare', { ...DRAFT, ...change });
    return call('payout_create', { payoutId, pin: PIN });
  }

  /** The code that the bank sent for it. */
  static async codeOf({ id }: PayoutView): Promise<string> {
    const { messages } = await call('practice_get');
    return messages.find(({ payoutId }) => payoutId === id)?.code ?? '';
  }

  static field(label: string | RegExp): Promise<HTMLInputElement> {
    return screen.findByLabelText<HTMLInputElement>(label);
  }
}

export const DRAFT: PayoutDraftRequest = {
  beneficiaryId: null,
  bankId: '203',
  accountNumber: '0071 0009 9887 7',
  accountName: 'Nguyễn Văn A',
  accountId: 'acc-shinhan',
  amount: '6000000',
  description: 'Tiền nhà tháng 11',
};
