import type { ProductFactsView } from '~/api/generated/contract';

/** The fields of the form that a refusal can name. */
export const PRODUCT_FIELDS = [
  'sku',
  'name',
  'unit',
  'description',
  'salePrice',
  'saleCategory',
  'saleTax',
  'purchasePrice',
  'purchaseCategory',
  'purchaseTax',
] as const;

/** Digits of a barcode or a code of our own, rather than a name. */
const isCode = (text: string): boolean => /^(\d{6,}|[A-Za-z]{1,6}[-_]?\d{2,})$/.test(text);

/** An empty product, or one that starts from what was searched or scanned. */
export function newProduct(typed: string, defaultTax: string): ProductFactsView {
  const text = typed.trim();
  return {
    sku: isCode(text) ? text : '',
    name: isCode(text) ? '' : text,
    unit: '',
    description: '',
    salePrice: 0,
    saleCategory: '',
    saleTax: defaultTax,
    purchasePrice: 0,
    purchaseCategory: '',
    purchaseTax: '',
  };
}
