import { call } from '~/api/call';
import type {
  CodesView,
  InvoiceLineView,
  ProductView,
  TaxTypeView,
} from '~/api/generated/contract';
import { formatNumber } from '~/format/money';
import { plainNumber, readDong } from './amounts';

let count = 0;

/** One line as it is typed. */
export class LineForm {
  readonly key = `${(count += 1)}`;
  productId = $state<string | null>(null);
  sku = $state('');
  name = $state('');
  unit = $state('');
  quantityText = $state('1');
  priceText = $state('');
  /** The price of one, as far as it was read. */
  price = $state<number | null>(null);
  /** A total that was typed; `null` follows price and quantity. */
  totalText = $state<string | null>(null);
  /** Whether the typed total gives no whole price. */
  isUneven = $state(false);
  taxCode = $state('');
  note = $state('');

  #reading = 0;
  /** The price before a total was typed: half a total must not leave its price behind. */
  #before: number | null = null;

  readonly quantity = $derived(plainNumber(this.quantityText));
  readonly total = $derived(
    this.price === null || this.quantity === null ? null : this.price * this.quantity,
  );
  readonly isPriceUnread = $derived(this.price === null && this.priceText.trim() !== '');

  static of(view: InvoiceLineView): LineForm {
    const line = new LineForm();
    const { quantity, unitPrice, ...texts } = view;
    Object.assign(line, texts);
    line.quantityText = quantity > 0 ? formatNumber(quantity) : '';
    line.#price(unitPrice > 0 ? unitPrice : null);
    return line;
  }

  /** Another product: its tax and its price, counted as the invoice counts; the quantity as typed. */
  async take(product: ProductView, codes: CodesView | null, taxType: TaxTypeView): Promise<void> {
    const { id, facts } = product;
    this.productId = id;
    this.sku = facts.sku;
    this.name = facts.name;
    this.unit = facts.unit;
    this.taxCode = facts.saleTax || this.taxCode || (codes?.defaultTax ?? '');
    this.#forgetTotal();
    if (taxType !== 'priceIncludingTax') this.#priceOf(facts.salePrice);
    else if (facts.saleTax === this.taxCode) this.#priceOf(product.counterPrice);
    else await this.#priceWithTax(facts.salePrice);
  }

  typeQuantity(text: string): void {
    this.quantityText = text;
    this.#forgetTotal();
  }

  async typePrice(text: string): Promise<void> {
    this.priceText = text;
    this.#forgetTotal();
    const price = await this.#read(text);
    if (price !== undefined) this.price = price;
  }

  /** A total gives the price when it divides evenly; else the price stays and the line says so. */
  async typeTotal(text: string): Promise<void> {
    if (this.totalText === null) this.#before = this.price;
    this.totalText = text;
    const total = await this.#read(text);
    if (total === undefined) return;
    const quantity = this.quantity ?? 0;
    this.isUneven = total === null || quantity === 0 || total % quantity !== 0;
    this.#price(total === null || this.isUneven ? this.#before : total / quantity);
  }

  /** What was typed and understood is shown as everywhere else. */
  tidy(): void {
    if (this.price !== null) this.priceText = formatNumber(this.price);
    if (this.quantity !== null) this.quantityText = formatNumber(this.quantity);
    if (!this.isUneven) this.totalText = null;
  }

  view(): InvoiceLineView {
    const { productId, sku, name, unit, taxCode, note } = this;
    return {
      productId,
      sku,
      name,
      unit,
      quantity: this.quantity ?? 0,
      unitPrice: this.price ?? 0,
      taxCode,
      note,
    };
  }

  #price(price: number | null): void {
    this.#reading += 1;
    this.price = price;
    this.priceText = price === null ? '' : formatNumber(price);
  }

  #priceOf(price: number): void {
    this.#price(price > 0 ? price : null);
  }

  /** A product without a tax of its own takes the line's. */
  async #priceWithTax(salePrice: number): Promise<void> {
    this.#price(null);
    const own = this.#reading;
    const told = await call('product_price', { salePrice, saleTax: this.taxCode }).catch(
      () => null,
    );
    if (own === this.#reading && told) this.#priceOf(told.counterPrice);
  }

  #forgetTotal(): void {
    this.totalText = null;
    this.isUneven = false;
  }

  /** `undefined` when something newer was typed meanwhile. */
  async #read(text: string): Promise<number | null | undefined> {
    const own = (this.#reading += 1);
    const plain = plainNumber(text);
    const read = plain ?? (await readDong(text));
    return own === this.#reading ? read : undefined;
  }
}
