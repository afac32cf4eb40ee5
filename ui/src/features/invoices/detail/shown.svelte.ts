import { call } from '~/api/call';
import { till } from '~/api/till.svelte';

let shownId = $state<string | null>(null);

/** The invoice that this window put on the customer display. */
export const shown = {
  get id(): string | null {
    return till.isDisplayOpen ? shownId : null;
  },

  /** Puts it there; a display that is closed is opened for it. */
  async show(invoiceId: string): Promise<void> {
    await call('invoice_show', { invoiceId });
    shownId = invoiceId;
    if (!till.isDisplayOpen) await call('display_open');
  },

  async hide(): Promise<void> {
    await call('invoice_show', { invoiceId: null });
    shownId = null;
  },
};
