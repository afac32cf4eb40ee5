/** Payouts: the owner's PIN, the four steps, the bank's code, what becomes of one; the list, and the owner's settings. */

import { type Beneficiary, Payouts, type Wanted } from '../pages/payouts.ts';
import { goTo } from '../pages/rail.ts';
import type { App } from '../support/app.ts';
import type { Desktop } from '../support/desktop.ts';
import { text } from '../support/messages.ts';
import { until } from '../support/until.ts';
import type { Window } from '../support/window.ts';
import type { Pictures } from './pictures.ts';

const PIN = '258046';
const WRONG_CODE = '000000';

/** The bank takes five seconds, and so do two looks at a lost payout. */
const UNTIL_TOLD_MS = 40_000;
const BETWEEN_LOOKS_MS = 3_000;

type Notice = 'first' | 'bank';

const LANDLADY: Beneficiary = {
  bank: 'Vietcombank',
  number: '0011004123456',
  name: 'Nguyễn Thị Mai',
  shown: { number: '0011 0041 2345 6', name: 'NGUYEN THI MAI' },
};
const TEA: Beneficiary = {
  bank: 'Techcombank',
  number: '19036852417',
  name: 'Trần Văn Trà',
  shown: { number: '1903 6852 417', name: 'TRAN VAN TRA' },
};

const RENT = wanted(LANDLADY, 6_000_000, 'Tien nha thang 11');
const WAITING = wanted(TEA, 2_200_000, 'Tien tra dot 4');

export async function payouts(desktop: Desktop, pictures: Pictures): Promise<void> {
  const { app } = desktop;
  const window = await app.main();
  await window.click('button', text('nav_payouts'));
  await window.find('heading', text('owner_set_title'));
  await pictures.take('payout-pin');
  const page = await Payouts.setUp(app, PIN);

  await page.startNew();
  await keep(window, TEA, text('beneficiary_note_hint').split(', ').at(-1) ?? '');
  await window.click('button', text('beneficiary_new'));
  await keep(window, LANDLADY, '');
  await page.back();
  await choose(page, LANDLADY);
  await pictures.take('payout-who');
  await fillAmount(page, RENT);
  await pictures.take('payout-amount');
  await page.toReadBack();
  await pictures.take('payout-read-back');
  await confirmAndSend(page, RENT, ['first', 'bank']);
  await page.asksForCode(RENT);
  await pictures.take('payout-code');
  await handIn(page, WRONG_CODE);
  await window.shows(text('payout_tries_left', { count: 2 }));
  await pictures.take('payout-code-wrong');
  await handIn(page, await messageCode(window));
  await window.find('heading', text('payout_is_succeeded'), UNTIL_TOLD_MS);
  await pictures.take('payout-done');
  await receipt(window, pictures);

  await settle(page, pictures);
  await notListed(page, pictures);
  await undecided(page, pictures);
  await send(page, WAITING, ['bank']);
  await page.asksForCode(WAITING);
  await page.back();
  await pictures.take('payouts');
  await goTo(app, 'settings');
  await window.click('button', text('settings_section_owner'));
  await window.find('heading', text('owner_limits'));
  await pictures.take('owner');
  await goTo(app, 'counter');
}

/** What is easily cramped, in another look: the list, the first step, and a payout that waits for its code. */
export async function payoutLooks(
  desktop: Desktop,
  pictures: Pictures,
  look: string,
): Promise<void> {
  const page = await openList(desktop.app);
  await pictures.take(`${look}-payouts`);
  await choose(page, LANDLADY);
  await pictures.take(`${look}-payout-who`);
  await fillAmount(page, wanted(LANDLADY, 6_100_000, 'Tien nha thang 12'));
  await pictures.take(`${look}-payout-amount`);
  await page.toReadBack();
  await pictures.take(`${look}-payout-read-back`);
  await openList(desktop.app);
  await page.open(WAITING, 'awaitingCode');
  await page.asksForCode(WAITING);
  await pictures.take(`${look}-payout-code`);
  await goTo(desktop.app, 'counter');
}

/** Whatever a person typed; that it is read in words is another's matter. */
function wanted(to: Beneficiary, amount: number, description: string): Wanted {
  return { to, amount, words: '', description, folded: description };
}

async function openList(app: App): Promise<Payouts> {
  await goTo(app, 'payouts');
  const page = await Payouts.onScreen(app);
  const lock = text('owner_unlock');
  await until('the list or its lock is there', async () => {
    return (await page.window.has('button', lock)) || page.window.has('button', text('payout_new'));
  });
  if (await page.window.has('button', lock)) await page.tryToUnlock(PIN);
  await page.isOpen();
  return page;
}

async function keep(
  window: Window,
  { bank, number, name, shown }: Beneficiary,
  note: string,
): Promise<void> {
  const field = text('payout_bank');
  await until(`${bank} is chosen`, async () => {
    await window.fill(field, bank);
    await window.click('option', bank);
    return window.isShowing(text('payout_bank_code').split('{')[0] ?? '');
  });
  await window.fill(text('payout_account_number'), number);
  await window.fill(text('payout_account_name'), name);
  if (note !== '') await window.fill(text('beneficiary_note'), note);
  await window.click('button', text('beneficiary_save_new'));
  await window.find('button', shown.name);
  await window.find('button', text('beneficiary_new'));
}

async function choose(page: Payouts, to: Beneficiary): Promise<void> {
  await page.startNew();
  await page.window.click('button', to.shown.name);
  await page.hasFilledIn(to);
}

async function fillAmount(page: Payouts, payout: Wanted): Promise<void> {
  await page.toAmount();
  await page.enterAmount(payout);
}

async function confirmAndSend(
  page: Payouts,
  payout: Wanted,
  notices: readonly Notice[],
): Promise<void> {
  await page.confirm(...notices);
  await page.enterPin(PIN);
  await page.send(payout);
}

/** The first three steps, to somebody of the book. */
async function send(page: Payouts, payout: Wanted, notices: readonly Notice[]): Promise<void> {
  await choose(page, payout.to);
  await fillAmount(page, payout);
  await page.toReadBack();
  await confirmAndSend(page, payout, notices);
}

async function handIn(page: Payouts, code: string): Promise<void> {
  await page.enterCode(code, PIN);
  await page.handIn();
}

/** The code in the bank's message, as practice mode shows it. */
function messageCode(window: Window): Promise<string> {
  const [before = ''] = text('practice_sms').split('{');
  return until('the bank has sent its code', async () => {
    const [, after = ''] = (await window.text()).split(before);
    return /^\d+/u.exec(after)?.[0];
  });
}

async function receipt(window: Window, pictures: Pictures): Promise<void> {
  await window.click('button', text('payout_receipt'));
  for (const size of ['a5', 'slip80'] as const) {
    await window.click('radio', text(`paper_${size}`));
    await until('the receipt is drawn', async () => {
      return (await window.find('button', text('paper_print'), 0)).isEnabled();
    });
    await pictures.take(`payout-receipt-${size}`);
  }
  await window.press('Escape');
}

async function settle(page: Payouts, pictures: Pictures): Promise<void> {
  const payout = wanted(TEA, 1_250_000, 'Tien tra dot 1');
  await page.back();
  await send(page, payout, ['first', 'bank']);
  await page.asksForCode(payout);
  await handIn(page, await messageCode(page.window));
  const settling = text('payout_is_settling');
  // The bank can leave it for tomorrow only between the code and the end, which is soon.
  await until('the bank leaves it for tomorrow', async () => {
    if (await page.window.has('heading', settling)) return true;
    await page.window.click('button', text('practice_bank_settle'));
    return page.window.has('heading', settling);
  });
  await pictures.take('payout-settling');
  await page.back();
}

async function notListed(page: Payouts, pictures: Pictures): Promise<void> {
  await page.window.toggle('checkbox', text('practice_trouble_addressNotListed'));
  await send(page, wanted(TEA, 1_500_000, 'Tien tra dot 2'), ['bank']);
  await page.window.find('heading', text('whitelist_title'), UNTIL_TOLD_MS);
  await pictures.take('payout-not-listed');
  await page.back();
}

async function undecided(page: Payouts, pictures: Pictures): Promise<void> {
  const { window } = page;
  await window.toggle('checkbox', text('practice_trouble_lostPayoutRequest'));
  await send(page, wanted(TEA, 1_800_000, 'Tien tra dot 3'), ['bank']);
  await window.find('heading', text('payout_is_unclear'), UNTIL_TOLD_MS);
  await pictures.take('payout-unclear');
  await until(
    'two looks did not find it',
    async () => {
      if (await window.has('heading', text('payout_is_undecided'))) return true;
      await window.press('F8');
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
      return false;
    },
    UNTIL_TOLD_MS,
  );
  await pictures.take('payout-undecided');
  await page.back();
}
