import type { PaymentView } from '~/api/generated/contract';
import type { CommandName } from '~/api/transport';
import type { Handlers } from './handlers';
import { plansFor } from './instalment-plans';
import { readCustomer } from './instalment-read';
import {
  instalmentSettings,
  saveInstalmentKeys,
  testInstalmentKeys,
  updateInstalments,
} from './instalment-settings';
import { cancelInstalment, confirmFirstPart, refundInstalment } from './instalment-steps';
import { createInstalment, formOf } from './instalments';
import { findPayment } from './payments';
import { findSale, saleView } from './sales';
import { practiceView } from './payouts';
import { type MemoryPayment, type World, Refusal, present } from './world';

type InstalmentCommand = Extract<CommandName, `instalment_${string}`>;

/** The handlers of instalments, over one world. */
export function instalmentHandlers(
  world: World,
  tellPayment: (payment: MemoryPayment) => void,
): Pick<Handlers, InstalmentCommand> {
  const tellSettings = () => {
    const settings = instalmentSettings(world);
    world.tell({ kind: 'instalmentSettings', settings });
    return settings;
  };
  const told = (payment: MemoryPayment): PaymentView => {
    world.tell({ kind: 'practice', practice: practiceView(world) });
    tellPayment(payment);
    return payment.view;
  };

  return {
    instalment_form: ({ saleId }) => formOf(world, findSale(world, saleId)),
    instalment_read: (request) => readCustomer(world, request),
    instalment_plans: ({ saleId, amount, firstPercent }) => {
      findSale(world, saleId);
      if (world.troubles.includes('noNetwork') || world.troubles.includes('gatewayDown')) {
        throw new Refusal('no_network', { certainty: 'notSent' });
      }
      return plansFor(amount, firstPercent, present());
    },
    instalment_create: (request) => {
      const known = world.payments.find(({ view }) => view.id === request.intentId);
      if (known) return known.view;
      const sale = findSale(world, request.saleId);
      const { payments, missing } = saleView(world, sale);
      if (payments.length > 0 && missing !== request.amount) throw new Refusal('sale_busy');
      if (payments.length === 0) sale.amount = request.amount;
      return told(createInstalment(world, sale, request));
    },
    instalment_confirm_first_part: (request) => {
      const payment = findPayment(world, request.paymentId);
      confirmFirstPart(world, payment, request);
      return told(payment);
    },
    instalment_cancel: ({ paymentId }) => {
      const payment = findPayment(world, paymentId);
      cancelInstalment(world, payment);
      return told(payment);
    },
    instalment_refund: (request) => {
      const payment = findPayment(world, request.paymentId);
      refundInstalment(world, payment, request);
      return told(payment);
    },
    instalment_settings_get: () => instalmentSettings(world),
    instalment_settings_update: (request) => {
      updateInstalments(world, request);
      return tellSettings();
    },
    instalment_keys_save: (request) => {
      saveInstalmentKeys(world, request);
      return tellSettings();
    },
    instalment_keys_remove: () => {
      world.instalments.keys = { ...world.instalments.keys, [world.environment]: undefined };
      return tellSettings();
    },
    instalment_keys_test: () => testInstalmentKeys(world),
  };
}
