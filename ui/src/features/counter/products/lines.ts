/** The products on a bill. What they come to is the host's to say. */
import type { ProductView, SaleLineView } from '~/api/generated/contract';

/** One more of a product, at what it costs at the counter. */
export function withOneMore(
  lines: readonly SaleLineView[],
  { id, facts, counterPrice }: ProductView,
): SaleLineView[] {
  const at = lines.findIndex((line) => line.productId === id && line.unitPrice === counterPrice);
  if (at >= 0) return withQuantity(lines, at, (lines[at]?.quantity ?? 0) + 1);
  const { name, unit } = facts;
  return [...lines, { productId: id, name, unit, quantity: 1, unitPrice: counterPrice }];
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
