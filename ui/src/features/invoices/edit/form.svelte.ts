import type {
  CustomerView,
  DiscountView,
  InvoiceContentView,
  InvoiceCustomerView,
  TaxTypeView,
} from '~/api/generated/contract';
import { formatNumber } from '~/format/money';
import { m } from '~/paraglide/messages';
import { plainNumber, readDong, readPercent } from './amounts';
import { dayOf, endOf, noonOf, readDay } from './days';
import { LineForm } from './line.svelte';

export const WAYS = ['bank_transfer', 'card', 'ewallet_momo'] as const;

export type DiscountKind = DiscountView['kind'];

/** What is wrong with it that only the page can know, by field. */
export type LocalProblems = ReadonlyMap<string, string>;

const USUAL_DAYS = 7;

/** An invoice as it is typed. Nothing but the person's hand changes it once it was loaded. */
export class InvoiceForm {
  code = $state('');
  customer = $state.raw<InvoiceCustomerView | null>(null);
  taxType = $state<TaxTypeView>('priceExcludingTax');
  lines = $state<LineForm[]>([]);
  discountKind = $state<DiscountKind>('none');
  discountText = $state('');
  discountAmount = $state<number | null>(null);
  note = $state('');
  transactionDate = $state(new Date().toISOString());
  dueDate = $state(endOf(dayOf(new Date()) + USUAL_DAYS));
  /** Days that were typed and are none. */
  unreadDays = $state<{ transactionDate: boolean; dueDate: boolean }>({
    transactionDate: false,
    dueDate: false,
  });
  ways = $state<string[]>(['bank_transfer']);
  accountId: string | null = null;

  readonly local: LocalProblems = $derived(this.#local());

  load(content: InvoiceContentView): void {
    this.customer = content.customer;
    this.taxType = content.taxType;
    this.lines = content.lines.map((line) => LineForm.of(line));
    this.discountKind = content.discount.kind;
    this.discountText = textOf(content.discount);
    this.discountAmount = content.discount.kind === 'amount' ? content.discount.amount : null;
    this.note = content.note;
    this.transactionDate = content.transactionDate;
    this.dueDate = content.dueDate;
    this.ways = [...content.paymentMethods];
    this.accountId = content.accountId;
  }

  content(): InvoiceContentView {
    return {
      customer: this.customer,
      taxType: this.taxType,
      lines: this.lines.map((line) => line.view()),
      discount: this.#discount(),
      note: this.note,
      transactionDate: this.transactionDate,
      dueDate: this.dueDate,
      paymentMethods: [...this.ways],
      accountId: this.accountId,
    };
  }

  chooseCustomer({ id, facts }: CustomerView): void {
    const { address, ward, district, province } = facts.address;
    this.customer = {
      customerId: id,
      code: facts.code,
      name: facts.name,
      phone: facts.phone,
      email: facts.email,
      taxId: facts.taxId,
      address: [address, ward, district, province].filter((part) => part !== '').join(', '),
    };
  }

  /** The due day keeps its distance. */
  chooseDate(day: number, today: number): void {
    const wait = dayOf(this.dueDate) - dayOf(this.transactionDate);
    this.transactionDate = day === today ? new Date().toISOString() : noonOf(day);
    this.dueDate = endOf(day + Math.max(0, wait));
  }

  chooseDue(day: number): void {
    this.dueDate = endOf(day);
  }

  typeDay(field: 'transactionDate' | 'dueDate', text: string): void {
    const today = dayOf(new Date());
    const day = readDay(text, today);
    this.unreadDays[field] = day === null;
    if (day === null) return;
    if (field === 'dueDate') this.chooseDue(day);
    else this.chooseDate(day, today);
  }

  async typeDiscount(text: string): Promise<void> {
    this.discountText = text;
    if (this.discountKind !== 'amount') return;
    const amount = plainNumber(text) ?? (await readDong(text));
    if (this.discountText === text) this.discountAmount = amount;
  }

  toggleWay(way: string): void {
    this.ways = this.ways.includes(way)
      ? this.ways.filter((other) => other !== way)
      : [...this.ways, way];
  }

  #discount(): DiscountView {
    const percent = readPercent(this.discountText);
    if (this.discountKind === 'percent' && percent !== null) return { kind: 'percent', percent };
    if (this.discountKind === 'amount' && this.discountAmount !== null) {
      return { kind: 'amount', amount: this.discountAmount };
    }
    return { kind: 'none' };
  }

  #local(): LocalProblems {
    const found = new Map<string, string>();
    for (const line of this.lines) {
      if (line.isPriceUnread) {
        found.set(`lines.${line.key}.unitPrice`, m.error_amount_unreadable());
      }
      if (line.isUneven) {
        found.set(
          `lines.${line.key}.total`,
          line.quantity
            ? m.invoice_total_uneven({ quantity: formatNumber(line.quantity) })
            : m.error_quantity_refused(),
        );
      }
    }
    const isTyped = this.discountKind !== 'none' && this.discountText.trim() !== '';
    if (isTyped && this.#discount().kind === 'none')
      found.set('discount', m.invoice_discount_unread());
    for (const field of ['transactionDate', 'dueDate'] as const) {
      if (this.unreadDays[field]) found.set(field, m.invoice_day_unread());
    }
    return found;
  }
}

function textOf(discount: DiscountView): string {
  if (discount.kind === 'percent') return discount.percent.replace('.', ',');
  return discount.kind === 'amount' ? formatNumber(discount.amount) : '';
}
