import type { ProductView } from '~/api/generated/contract';
import { cleanMirror } from './books';
import { withRate } from './taxed';

const GOODS = [
  ['8935001200017', 'Cà phê sữa đá', 'ly', 27_000],
  ['8935001200024', 'Trà đào cam sả', 'ly', 45_000],
  ['8935001200031', 'Bạc xỉu', 'ly', 32_000],
  ['8935001200048', 'Bánh mì ốp la', 'cái', 25_000],
  ['8935001200055', 'Nước suối 500 ml', 'chai', 10_000],
  ['8935001200062', 'Sinh tố bơ', 'ly', 55_000],
  ['8935001200079', 'Trà sữa trân châu', 'ly', 49_000],
  ['8935001200086', 'Bánh flan', 'cái', 18_000],
  ['8935001200093', 'Cà phê rang xay Cầu Đất 500 g', 'gói', 185_000],
  ['8935001200109', 'Bình giữ nhiệt', 'cái', 320_000],
  ['SP0011', 'Phin nhôm', 'cái', 65_000],
  ['SP0012', 'Sữa chua nếp cẩm', 'hũ', 22_000],
  ['SP0013', 'Hạt hướng dương', 'gói', 15_000],
  ['SP0014', 'Khoai tây chiên', 'đĩa', 39_000],
] as const;

/** What a tea shop sells. */
export function seedProducts(): ProductView[] {
  return GOODS.map(([sku, name, unit, salePrice], index) => ({
    id: `product-${index}`,
    facts: {
      sku,
      name,
      unit,
      description: '',
      salePrice,
      saleCategory: 'C1001',
      saleTax: 'TAX_CODE_8',
      purchasePrice: 0,
      purchaseCategory: 'D1001',
      purchaseTax: '',
    },
    counterPrice: withRate(salePrice, '8'),
    quickKey: null,
    mirror: cleanMirror(`gw-p${index}`),
  }));
}
