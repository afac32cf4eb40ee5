/** The products on a bill. */
import type { CodeView, ProductView, SaleLineView } from '~/api/generated/contract';
import { withTax } from '~/parts/books/taxed';

/** The bill: the sum of its lines. */
export const sumOf = (lines: readonly SaleLineView[]): number =>
  lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);

/** One more of a product; at the counter its price includes the tax. */
export function withOneMore(
  lines: readonly SaleLineView[],
  { id, facts }: ProductView,
  taxes: readonly CodeView[],
): SaleLineView[] {
  const unitPrice = withTax(facts.salePrice, facts.saleTax, taxes);
  const at = lines.findIndex((line) => line.productId === id && line.unitPrice === unitPrice);
  if (at >= 0) return withQuantity(lines, at, (lines[at]?.quantity ?? 0) + 1);
  const { name, unit } = facts;
  return [...lines, { productId: id, name, unit, quantity: 1, unitPrice }];
}

/** As many of the line at this place; none takes it off. */
export function withQuantity(
  lines: readonly SaleLineView[],
  at: number,
  quantity: number,
): SaleLineView[] {
  return lines.flatMap((line, index) => {
    if (index !== at) return [line];
    return quantity < 1 ? [] : [{ ...line, quantity }];
  });
}
