/** A balance is asked for with every new form. */

import { PIN, RENT, readyToPay } from '../pages/paying.ts';
import { dong } from '../pages/amount.ts';
import { text } from '../support/messages.ts';
import { scenario } from '../support/scenario.ts';

scenario('topped up: the new form knows the new balance', async (desktop) => {
  const { gateway, payouts } = await readyToPay(desktop);
  await gateway.bank({ balance: 1_250_000 });
  await payouts.prepare(RENT, PIN, 'balance');
  await payouts.send(RENT);
  await payouts.shows('refused');
  await payouts.window.shows(text('error_payout_over_balance', { balance: dong(1_250_000) }));
  await gateway.bank({ balance: 20_000_000 });
  await payouts.likeThis();
  await payouts.hasFilledIn(RENT.to);
  await payouts.toAmount();
  await payouts.window.shows(text('payout_balance', { balance: dong(20_000_000) }));
});
