import type {
  ProductFactsView,
  ProductListRequest,
  ProductPage,
  ProductView,
  QuickKeysView,
  SaleView,
} from '~/api/generated/contract';
import type { CommandName } from '~/api/transport';
import { cleanMirror, QUICK_KEYS, tellBooks } from './books';
import { changed, needsAttention, pageOf } from './customers';
import { fold, initials } from '~/format/fold';
import type { Handlers } from './handlers';
import { findSale } from './sales';
import { withTax } from './taxed';
import { type MemorySale, type World, Refusal, newId } from './world';

/** Those that match, by name. */
export function findProducts(world: World, request: ProductListRequest): ProductView[] {
  const wanted = fold((request.search ?? '').trim());
  return world.books.products
    .map((product) => shown(world, product))
    .filter(({ mirror }) => !request.needsAttention || needsAttention(mirror))
    .filter(
      ({ facts }) =>
        fold(`${facts.name} ${facts.sku}`).includes(wanted) ||
        initials(facts.name).startsWith(wanted),
    )
    .sort((a, b) => a.facts.name.localeCompare(b.facts.name, 'vi'));
}

/** With its key, and its price by the tax codes of now. */
function shown(world: World, product: ProductView): ProductView {
  const { facts, id } = product;
  const key = world.books.quickKeys.indexOf(id);
  const counterPrice = priceOf(world, facts.salePrice, facts.saleTax);
  return { ...product, counterPrice, quickKey: key < 0 ? null : key };
}

const priceOf = ({ books }: World, salePrice: number, saleTax: string): number =>
  withTax(salePrice, saleTax, books.codes.tax);

/** The facts as they are kept. */
export function checkedProduct(
  { books }: World,
  facts: ProductFactsView,
  id: string | null,
): ProductFactsView {
  const refused = (field: string, reason: string) =>
    new Refusal('field_refused', { params: { field, reason } });
  const name = facts.name.trim();
  if (name === '') throw refused('name', 'missing');
  if (facts.salePrice < 0) throw refused('salePrice', 'negative');
  const isKnown = (tax: string) => tax === '' || books.codes.tax.some(({ code }) => code === tax);
  if (!isKnown(facts.saleTax)) {
    throw new Refusal('tax_code_unknown', { params: { field: 'saleTax' } });
  }
  const sku = facts.sku.trim() || `SP${String(books.products.length + 1).padStart(4, '0')}`;
  if (books.products.some((other) => other.id !== id && other.facts.sku === sku)) {
    throw new Refusal('code_taken', { params: { field: 'sku' } });
  }
  const { defaultIncome, defaultExpense } = books.codes;
  return {
    ...facts,
    name,
    sku,
    saleCategory: facts.saleCategory || defaultIncome,
    purchaseCategory: facts.purchaseCategory || defaultExpense,
  };
}

function keysView(world: World): QuickKeysView {
  const find = (key: string | null) =>
    world.books.products.find(({ id, mirror }) => id === key && mirror.state !== 'deleting');
  return {
    keys: world.books.quickKeys.map((key) => {
      const product = find(key);
      return product ? shown(world, product) : null;
    }),
  };
}

type ProductCommand = Extract<
  CommandName,
  `product_${string}` | `quick_keys_${string}` | 'sale_set_lines'
>;

/** The handlers of products and of what the counter does with them, over one world. */
export function productHandlers(
  world: World,
  tellSale: (sale: MemorySale) => SaleView,
): Pick<Handlers, ProductCommand> {
  const { books } = world;
  const find = (productId: string) => {
    const found = books.products.find(({ id }) => id === productId);
    if (!found) throw new Refusal('product_gone');
    return found;
  };
  return {
    product_list: (request): ProductPage => pageOf(findProducts(world, request), request),
    product_by_code: ({ code }) => {
      const found = books.products.find(({ facts }) => facts.sku === code.trim());
      return found ? shown(world, found) : null;
    },
    product_price: ({ salePrice, saleTax }) => {
      if (salePrice < 0) throw new Refusal('amount_negative');
      return { counterPrice: priceOf(world, salePrice, saleTax.trim()) };
    },
    product_save: ({ productId, facts }) => {
      const kept = checkedProduct(world, facts, productId);
      const old = productId === null ? null : find(productId);
      const saved = changed({
        id: old?.id ?? newId('product'),
        facts: kept,
        counterPrice: kept.salePrice,
        quickKey: null,
        mirror: old?.mirror ?? { ...cleanMirror(null), fetchedAt: null },
      });
      books.products = [...books.products.filter(({ id }) => id !== saved.id), saved];
      tellBooks(world);
      return shown(world, saved);
    },
    product_delete: ({ productId }) => {
      const old = find(productId);
      books.products = books.products.filter(({ id }) => id !== productId);
      books.quickKeys = books.quickKeys.map((key) => (key === productId ? null : key));
      if (old.mirror.gatewayId !== null && old.mirror.state !== 'gone') {
        books.products.push({ ...old, mirror: { ...old.mirror, state: 'deleting' } });
      }
      tellBooks(world);
      return null;
    },
    quick_keys_get: () => keysView(world),
    quick_keys_set: ({ productIds }) => {
      productIds.forEach((id) => id !== null && find(id));
      books.quickKeys = Array.from({ length: QUICK_KEYS }, (_, at) => productIds[at] ?? null);
      tellBooks(world);
      return keysView(world);
    },
    sale_set_lines: ({ saleId, lines }) => {
      const sale = findSale(world, saleId);
      if (world.payments.some(({ view }) => view.saleId === saleId)) throw new Refusal('sale_busy');
      if (lines.some(({ quantity }) => !Number.isInteger(quantity) || quantity < 1)) {
        throw new Refusal('quantity_refused');
      }
      sale.lines = lines.map((line) => ({ ...line }));
      sale.amount =
        lines.length === 0
          ? null
          : lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
      return tellSale(sale);
    },
  };
}
