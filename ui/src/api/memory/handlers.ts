import type { SaleView } from '~/api/generated/contract';
import type { CommandName, RequestOf, ViewOf } from '~/api/transport';
import { ACCOUNTS, accountDetail, accountView, accountsView } from './accounts';
import { readAmount } from './amount';
import { bookHandlers } from './books';
import { customerHandlers } from './customers';
import { instalmentHandlers } from './instalment-handlers';
import { instalmentSettings } from './instalment-settings';
import { checkInstalment } from './instalment-steps';
import { importHandlers } from './imports';
import { checkInvoiceOf, invoiceHandlers, tellInvoiceOf } from './invoices';
import { clockView, environmentView, saveKeys, setEnvironment, testKeys } from './keys';
import { listPayments } from './list';
import { ownerHandlers } from './owner';
import { beneficiaryHandlers } from './beneficiaries';
import { createPayment, findPayment, note } from './payments';
import { payoutHandlers, practiceView } from './payouts';
import { freshnessOf, move, trouble } from './practice';
import { productHandlers } from './products';
import { findSale, openSale, saleView } from './sales';
import { type MemoryPayment, type MemorySale, type World, Refusal, present } from './world';

/** One handler per command; only imports and exports take their time. */
export type Handlers = {
  [Name in CommandName]: (
    request: RequestOf<Name>,
  ) => Name extends `import_${string}` | 'book_export'
    ? ViewOf<Name> | Promise<ViewOf<Name>>
    : ViewOf<Name>;
};

/** One handler per command, over one world. */
export function handlersOver(world: World): Handlers {
  const receiving = () => {
    const account = ACCOUNTS.find(({ id }) => id === world.receivingId);
    return account ? accountView(account, world.receivingId) : null;
  };
  const accounts = () => accountsView(world.receivingId, world.accountsFetchedAt);
  const accountOf = (accountId: string) => {
    const account = ACCOUNTS.find(({ id }) => id === accountId);
    if (!account) throw new Refusal('account_gone');
    return account;
  };
  const tellFreshness = () => {
    world.freshness = freshnessOf(world, 'transfer');
    world.tell({ kind: 'freshness', method: 'transfer', freshness: world.freshness });
    world.instalmentFreshness = freshnessOf(world, 'instalment');
    const freshness = world.instalmentFreshness;
    world.tell({ kind: 'freshness', method: 'instalment', freshness });
  };
  const tellSale = (sale: MemorySale): SaleView => {
    const view = saleView(world, sale);
    world.tell({ kind: 'sale', sale: view });
    tellFreshness();
    return view;
  };
  const tellPayment = (payment: MemoryPayment) => {
    world.tell({ kind: 'verdict', payment: structuredClone(payment.view) });
    tellInvoiceOf(world, payment);
    const sale = world.sales.find(({ id }) => id === payment.view.saleId);
    if (sale) tellSale(sale);
  };
  const tellEnvironment = () => {
    const environment = environmentView(world);
    world.tell({ kind: 'environment', environment });
    world.tell({ kind: 'instalmentSettings', settings: instalmentSettings(world) });
    world.tell({ kind: 'clock', clock: clockView(world) });
    return environment;
  };
  const createFor = (sale: MemorySale, id: string, amount: number) => {
    const view = createPayment(world, sale, id, amount);
    tellSale(sale);
    return view;
  };

  return {
    app_state: () => ({
      version: '0.1.0',
      settings: { ...world.settings },
      environment: environmentView(world),
      receivingAccount: receiving(),
      sales: world.sales.filter((sale) => !sale.closedAt).map((sale) => saleView(world, sale)),
      focusedSaleId: world.focusedSaleId,
      freshness: world.freshness,
      instalmentFreshness: world.instalmentFreshness,
      instalments: instalmentSettings(world),
      clock: clockView(world),
      notices: world.options.notices,
      isDisplayOpen: world.isDisplayOpen,
      now: present(),
    }),
    till_watch: () => null,
    display_watch: () => null,
    settings_update: (change) => {
      if ((change.shopName ?? '').length > 60 || (change.tillName ?? '').length > 30) {
        throw new Refusal('text_refused');
      }
      world.settings = { ...world.settings, ...change };
      world.tell({ kind: 'settings', settings: { ...world.settings } });
      return { ...world.settings };
    },
    environment_get: () => environmentView(world),
    environment_set: (request) => {
      setEnvironment(world, request);
      return tellEnvironment();
    },
    credentials_save: (request) => {
      saveKeys(world, request);
      return tellEnvironment();
    },
    credentials_remove: () => {
      world.keys = { ...world.keys, [world.environment]: undefined };
      return tellEnvironment();
    },
    credentials_test: () => testKeys(world),
    clock_check: () => {
      world.tell({ kind: 'clock', clock: clockView(world) });
      return clockView(world);
    },
    account_list: () => accounts(),
    account_refresh: () => {
      testKeys(world);
      world.accountsFetchedAt = present();
      return accounts();
    },
    account_get: ({ accountId }) =>
      accountDetail(accountOf(accountId), world.receivingId, world.accountsFetchedAt),
    account_save_picture: ({ accountId }) => ({
      file: `vietqr-${accountOf(accountId).number.slice(-4)}.png`,
      folder: 'Pictures',
    }),
    account_choose: ({ accountId }) => {
      world.receivingId = accountOf(accountId).id;
      world.tell({ kind: 'receivingAccount', account: receiving() });
      return accounts();
    },
    amount_read: ({ text }) => readAmount(text),
    amount_frequent: () => ({ amounts: [45_000, 85_000, 27_000, 62_000, 320_000] }),
    sale_open: () => tellSale(openSale(world)),
    sale_rename: ({ saleId, name }) => {
      const sale = findSale(world, saleId);
      sale.name = name;
      return tellSale(sale);
    },
    sale_amount: ({ saleId, amount }) => {
      const sale = findSale(world, saleId);
      // Another amount is not the sum of the products any more.
      if (amount !== sale.amount) sale.lines = [];
      sale.amount = amount;
      return tellSale(sale);
    },
    sale_focus: ({ saleId }) => {
      world.focusedSaleId = saleId;
      return null;
    },
    sale_cash: ({ saleId, amount }) => {
      const sale = findSale(world, saleId);
      if (saleView(world, sale).missing !== amount) throw new Refusal('missing_uncertain');
      sale.cash += amount;
      return tellSale(sale);
    },
    sale_close: ({ saleId, acceptsOpen }) => {
      const sale = findSale(world, saleId);
      const { isSettled, payments } = saleView(world, sale);
      if (!isSettled && payments.length > 0 && !acceptsOpen) throw new Refusal('sale_busy');
      sale.closedAt = present();
      if (world.focusedSaleId === saleId) world.focusedSaleId = null;
      world.tell({ kind: 'saleClosed', saleId });
      return null;
    },
    payment_create: ({ saleId, intentId, amount }) => {
      const known = world.payments.find(({ view }) => view.id === intentId);
      if (known) return known.view;
      const sale = findSale(world, saleId);
      const { payments, missing } = saleView(world, sale);
      // The bill stands once money was asked for.
      if (payments.length > 0 && missing !== amount) throw new Refusal('sale_busy');
      if (payments.length === 0) sale.amount = amount;
      return createFor(sale, intentId, amount);
    },
    payment_check: ({ paymentId }) => {
      const payment = findPayment(world, paymentId);
      if (world.troubles.includes('noNetwork')) {
        throw new Refusal('no_network', { certainty: 'notSent' });
      }
      payment.view.checkedAt = present();
      if (payment.view.instalment) checkInstalment(payment, payment.view.instalment);
      checkInvoiceOf(world, payment);
      note(payment, present(), 'status', { status: payment.view.gatewayStatus });
      tellPayment(payment);
      return payment.view;
    },
    payment_reissue: ({ paymentId }) => {
      const old = findPayment(world, paymentId);
      const sale = world.sales.find(({ id }) => id === old.view.saleId);
      if (!sale) throw new Refusal('sale_gone');
      const fresh = createFor(sale, sale.nextIntentId, old.view.amount);
      old.view.replacedBy = fresh.id;
      tellSale(sale);
      return fresh;
    },
    payment_rest: ({ saleId }) => {
      const sale = findSale(world, saleId);
      const { missing, isUncertain } = saleView(world, sale);
      if (isUncertain) throw new Refusal('missing_uncertain');
      if (missing === 0) throw new Refusal('nothing_missing');
      return createFor(sale, sale.nextIntentId, missing);
    },
    payment_confirm_account: ({ paymentId }) => findPayment(world, paymentId).view,
    payment_open_link: ({ paymentId }) => {
      findPayment(world, paymentId);
      return null;
    },
    payment_save_picture: ({ paymentId }) => {
      const { memoCode, method } = findPayment(world, paymentId).view;
      const kind = method === 'instalment' ? 'tra-gop' : 'vietqr';
      return { file: `${kind}-${memoCode}.png`, folder: 'Pictures' };
    },
    payment_get: ({ paymentId }) => {
      const { view, timeline } = findPayment(world, paymentId);
      return {
        payment: structuredClone(view),
        gatewayId: `pay_${view.memoCode}`,
        description: view.instalment?.goods ?? `${view.memoCode} TIEM TRA BUOI`,
        timeline: [...timeline],
      };
    },
    payment_list: (request) => listPayments(world.payments, request),
    ...instalmentHandlers(world, tellPayment),
    ...bookHandlers(world),
    ...customerHandlers(world),
    ...productHandlers(world, tellSale),
    ...importHandlers(world),
    ...invoiceHandlers(world),
    ...ownerHandlers(world),
    ...beneficiaryHandlers(world),
    ...payoutHandlers(world),
    practice_pay: ({ paymentId, what }) => {
      const payment = findPayment(world, paymentId);
      move(world, payment, what);
      tellPayment(payment);
      return null;
    },
    practice_trouble: (request) => {
      trouble(world, request);
      world.tell({ kind: 'practice', practice: practiceView(world) });
      tellFreshness();
      return practiceView(world);
    },
    practice_get: () => practiceView(world),
    display_open: () => {
      world.isDisplayOpen = true;
      world.tell({ kind: 'display', isOpen: true });
      return null;
    },
    display_close: () => {
      world.isDisplayOpen = false;
      world.tell({ kind: 'display', isOpen: false });
      return null;
    },
  };
}
