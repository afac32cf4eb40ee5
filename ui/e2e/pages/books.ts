/** A shop whose gateway already knows its customers and products, made there by another program. */

import type { App } from '../support/app.ts';
import type { Desktop } from '../support/desktop.ts';
import { Office, type Row } from '../support/office.ts';
import type { Simulator } from '../support/simulator.ts';
import { Customers } from './customers.ts';
import { setUpWithKeys } from './first-run.ts';
import type { Product } from './products.ts';

export const MAI = { phone: '0912345678', name: 'Chị Mai Trà Sữa', code: 'KH-MAI' } as const;
export const MAI_SHOWN = 'Chị Mai Trà Sữa 0912 345 678';

/** Eight per cent, which is not what a new product has by itself. */
export const TAX = 'TAX_CODE_8';

export const POMELO: Product = {
  name: 'Bưởi da xanh',
  sku: 'BUOI-01',
  unit: 'kg',
  price: 45_000,
  tax: TAX,
};
export const COFFEE: Product = {
  name: 'Cà phê sữa đá',
  sku: '8935001200017',
  unit: 'ly',
  price: 27_000,
  tax: TAX,
};
export const POMELO_SHOWN = 'Bưởi da xanh 45.000 ₫';
export const COFFEE_SHOWN = 'Cà phê sữa đá 27.000 ₫';

interface Scene {
  readonly app: App;
  readonly gateway: Simulator;
  readonly office: Office;
}

/** One customer and two products are at the gateway, and the app has read them. */
export async function withBooks(desktop: Desktop): Promise<Scene> {
  const gateway = await desktop.simulator();
  const office = new Office(gateway);
  await office.create('customers', customer(MAI));
  for (const one of [POMELO, COFFEE]) await office.create('products', product(one));
  const app = await desktop.start();
  await setUpWithKeys(app, gateway);
  await (await Customers.of(app)).has(1);
  return { app, gateway, office };
}

/** A person as the gateway takes one. */
export function customer({
  phone,
  name,
  code,
}: typeof MAI | Record<keyof typeof MAI, string>): Row {
  const general_info = { name, customer_code: code, phone, phone_code: '+84', type: 'personal' };
  return { general_info };
}

function product({ name, sku, unit, price, tax }: Product): Row {
  return {
    general_info: { item_name: name, sku_code: sku, unit },
    sale_info: { sale_price: price, sale_category_code: 'C1001', sale_tax_code: tax },
    purchase_info: { purchase_price: 0, purchase_category_code: 'D1001' },
  };
}
