import { call } from '~/api/call';
import type { ProductView } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';

/** What the shop sells, as far as the counter offers it. A shop without products has nothing of this on its counter. */
export class Shelf {
  keys = $state.raw<readonly (ProductView | null)[]>([]);
  hasProducts = $state(false);

  get hasKeys(): boolean {
    return this.keys.some((key) => key !== null);
  }

  /** Reads it and follows the books, until the returned function is called. */
  watch(): () => void {
    void this.#read();
    return till.onBooks(() => void this.#read());
  }

  async #read(): Promise<void> {
    try {
      const [page, keys] = await Promise.all([
        call('product_list', { limit: 1 }),
        call('quick_keys_get'),
      ]);
      this.keys = keys.keys;
      this.hasProducts = page.count > 0;
    } catch {
      // Amounts can be typed whatever becomes of the products.
    }
  }
}
