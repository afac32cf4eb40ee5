/** Customers and products: from files and by hand, quick keys, code tables, and a sale made of products. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Counter } from '../pages/counter.ts';
import { Customer } from '../pages/customer.ts';
import { Customers } from '../pages/customers.ts';
import { Goods } from '../pages/goods.ts';
import { Imports } from '../pages/imports.ts';
import { Products } from '../pages/products.ts';
import { goTo } from '../pages/rail.ts';
import { Settings } from '../pages/settings.ts';
import type { Desktop } from '../support/desktop.ts';
import { text } from '../support/messages.ts';
import type { Pictures } from './pictures.ts';

/** One has no name, and one is there twice. */
const CUSTOMERS = `Tên khách hàng,SĐT,Loại khách hàng,Nhãn,Địa chỉ
Chị Mai Trà Sữa,0912 345 678,Cá nhân,Khách quen,12 Nguyễn Trãi
Quán cơm Cô Ba,+84 903 111 222,Cá nhân,Khách sỉ,45 Lê Lợi
Trần Ngọc Lan,0987 654 321,Cá nhân,,
Anh Tuấn xe ôm,0977 222 333,Cá nhân,,
Nguyễn Thị Hạnh,0938 444 555,Cá nhân,Khách quen,
Lê Minh Đức,0909 666 777,Cá nhân,,
Chị Mai,0912345678,Cá nhân,,
,0966 888 999,Cá nhân,,
Phạm Quốc Bảo,0945 101 202,Cá nhân,,
`;

const COMPANY = {
  phone: '02838221234',
  name: 'Công ty TNHH Hoa Sữa',
  email: 'ketoan@hoasua.example.vn',
  taxId: '0312345678',
  contact: { name: 'Lê Thị Út', phone: '0903 555 666', email: 'ut@hoasua.example.vn' },
  code: 'CT-HOASUA',
  street: '28 Hai Bà Trưng',
} as const;

const POMELO = { name: 'Bưởi da xanh', sku: '8935001200512', unit: 'kg', price: '45k' } as const;

const COFFEE = 'Cà phê sữa đá';
const BREAD = 'Bánh mì chảo';
const QUICK = [COFFEE, 'Bạc xỉu', 'Trà đào cam sả', BREAD, POMELO.name] as const;

export async function books(desktop: Desktop, pictures: Pictures): Promise<void> {
  await customers(desktop, pictures);
  await products(desktop, pictures);
  await Settings.of(desktop.app, 'codes');
  await pictures.take('codes');
  await saleOfGoods(desktop, pictures);
}

async function customers(desktop: Desktop, pictures: Pictures): Promise<void> {
  const page = await Customers.of(desktop.app);
  await page.import();
  const imports = await Imports.of(desktop.app);
  await imports.choose(file(desktop, 'khach-hang.csv', CUSTOMERS));
  await imports.offers(7);
  await pictures.take('import');
  await imports.run(7);
  await imports.isDone(7);
  await imports.toList();
  await page.has(12);
  await page.openForm();
  await page.fillCompany(COMPANY);
  await pictures.take('customer-new');
  await page.saveAndClose(COMPANY.name);
  await page.has(13);
  await pictures.take('customers');
}

async function products(desktop: Desktop, pictures: Pictures): Promise<void> {
  const page = await Products.of(desktop.app);
  await page.has(8);
  await page.window.press('Control', 'n');
  await page.window.find('dialog', text('products_new'));
  await page.window.fill(text('book_field_name'), POMELO.name);
  await page.window.fill(text('book_field_sku'), POMELO.sku);
  await page.window.fill(text('book_field_unit'), POMELO.unit);
  await page.window.fill(text('products_price_before_tax'), POMELO.price);
  await page.window.shows(text('products_at_counter'));
  await pictures.take('product-new');
  await page.window.click('button', text('common_save'));
  await page.window.shows(text('books_saved', { name: POMELO.name }));
  await page.has(9);
  for (const [at, name] of QUICK.entries()) await page.putOnQuickKey(at + 1, name);
  await pictures.take('products');
  await page.window.click('button', text('quick_keys'));
  await page.window.find('button', text('quick_key_name', { number: 5, name: QUICK[4] }));
  await pictures.take('quick-keys');
  await page.window.press('Escape');
}

async function saleOfGoods(desktop: Desktop, pictures: Pictures): Promise<void> {
  await goTo(desktop.app, 'counter');
  const counter = await Counter.of(desktop.app);
  await counter.window.press('F6');
  await counter.isReady();
  const goods = await Goods.of(desktop.app);
  await goods.find('cpsd');
  await goods.comeTo(31_320);
  await goods.pressQuickKey(`${COFFEE} 31.320 ₫`);
  await goods.comeTo(62_640);
  await goods.pressQuickKey(`${BREAD} 56.160 ₫`);
  await goods.comeTo(118_800);
  await pictures.take('goods');
  const customer = await Customer.of(desktop);
  await customer.window.shows(COFFEE, BREAD);
  await pictures.take('customer-goods', 'customer');
}

function file(desktop: Desktop, name: string, content: string): string {
  const path = join(desktop.home, name);
  writeFileSync(path, content);
  return path;
}
