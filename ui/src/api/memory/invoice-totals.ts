/** What an invoice comes to, as the host counts it: whole dong, tax rounded once for each rate. */
import type {
  CodeView,
  DiscountView,
  ErrorCode,
  InvoiceContentView,
  InvoiceProblem,
  RateTotalView,
  TaxTypeView,
  TotalsView,
} from '~/api/generated/contract';
import { readAmount } from './amount';
import { errorBody } from './world';

type Counted = TotalsView | { field: string; code: ErrorCode };

const WAYS = ['bank_transfer', 'card', 'ewallet_momo'];

/** The totals, or the first thing that makes no sense. */
export function addUp(content: InvoiceContentView, tax: readonly CodeView[]): Counted {
  const { lines, taxType } = content;
  if (lines.length === 0 || lines.length > 500) return { field: 'lines', code: 'lines_refused' };
  const rates: number[] = [];
  for (const [place, line] of lines.entries()) {
    if (line.quantity <= 0) return { field: `lines.${place}.quantity`, code: 'quantity_refused' };
    if (line.unitPrice < 0) return { field: `lines.${place}.unitPrice`, code: 'amount_negative' };
    const rate = tax.find(({ code }) => code === line.taxCode)?.rate ?? null;
    if (taxType !== 'taxNotApplicable' && rate === null) {
      return { field: `lines.${place}.taxCode`, code: 'tax_code_unknown' };
    }
    rates.push(taxType === 'taxNotApplicable' ? 0 : Number(rate));
  }
  const amounts = lines.map(({ quantity, unitPrice }) => quantity * unitPrice);
  const subtotal = sum(amounts);
  const discount = takenOff(content.discount, subtotal);
  if (discount === null) return { field: 'discount', code: 'discount_refused' };
  const taxes = taxType === 'taxNotApplicable' ? [] : byRate(amounts, rates, discount, taxType);
  const taxSum = sum(taxes.map((one) => one.tax));
  const total = subtotal - discount + (taxType === 'priceExcludingTax' ? taxSum : 0);
  const { wordsVi, wordsEn } = readAmount(String(total));
  return { lines: amounts, subtotal, discount, rates: taxes, tax: taxSum, total, wordsVi, wordsEn };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function takenOff(discount: DiscountView, subtotal: number): number | null {
  if (discount.kind === 'none') return 0;
  if (discount.kind === 'amount') {
    return discount.amount < 0 || discount.amount > subtotal ? null : discount.amount;
  }
  const percent = Number(discount.percent);
  return percent < 0 || percent > 100 ? null : Math.round((subtotal * percent) / 100);
}

function byRate(
  amounts: readonly number[],
  rates: readonly number[],
  discount: number,
  taxType: TaxTypeView,
): RateTotalView[] {
  const subtotal = sum(amounts);
  const sums = new Map<number, number>();
  for (const [place, amount] of amounts.entries()) {
    const rate = rates[place] ?? 0;
    const off = subtotal === 0 ? 0 : (amount * discount) / subtotal;
    sums.set(rate, (sums.get(rate) ?? 0) + amount - off);
  }
  return [...sums]
    .sort(([one], [other]) => one - other)
    .map(([rate, reduced]) => {
      const isContained = taxType === 'priceIncludingTax';
      const tax = Math.round(
        isContained ? (reduced * rate) / (100 + rate) : (reduced * rate) / 100,
      );
      return { rate: String(rate), base: Math.round(reduced) - (isContained ? tax : 0), tax };
    });
}

/** Everything that keeps it from being sent, in the order of the form. */
export function problemsOf(content: InvoiceContentView, counted: Counted): InvoiceProblem[] {
  const found: InvoiceProblem[] = [];
  const note = (field: string, code: ErrorCode) =>
    found.push({ field, problem: errorBody(code, { params: { field } }) });
  if (!content.customer || content.customer.code === '') note('customer', 'customer_missing');
  if ('code' in counted) note(counted.field, counted.code);
  for (const [place, line] of content.lines.entries()) {
    if (line.sku === '') note(`lines.${place}.name`, 'product_gone');
    if (line.unitPrice <= 0) note(`lines.${place}.unitPrice`, 'amount_zero');
  }
  if (content.dueDate < content.transactionDate) note('dueDate', 'due_date_refused');
  if (!content.paymentMethods.some((word) => WAYS.includes(word))) {
    note('paymentMethods', 'bad_request');
  }
  return found;
}
