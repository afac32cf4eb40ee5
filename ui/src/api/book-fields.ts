import { m } from '~/paraglide/messages';
import { fieldName } from './instalment-fields';

type Text = () => string;

/** Fields of customers, products and invoices, as {@link bookField} spells them, in the shop's words. */
const FIELDS = new Map<string, Text>(
  Object.entries({
    code: m.book_field_code,
    name: m.book_field_name,
    phone: m.book_field_phone,
    kind: m.book_field_kind,
    email: m.book_field_email,
    taxId: m.book_field_tax_id,
    tag: m.book_field_tag,
    contacts: m.book_field_contacts,
    contactName: m.book_field_contact_name,
    contactPhone: m.book_field_contact_phone,
    contactEmail: m.book_field_contact_email,
    country: m.book_field_country,
    province: m.book_field_province,
    district: m.book_field_district,
    ward: m.book_field_ward,
    address: m.book_field_address,
    zipCode: m.book_field_zip_code,
    sku: m.book_field_sku,
    unit: m.book_field_unit,
    description: m.book_field_description,
    salePrice: m.book_field_sale_price,
    saleCategory: m.book_field_sale_category,
    saleTax: m.book_field_sale_tax,
    purchasePrice: m.book_field_purchase_price,
    purchaseCategory: m.book_field_purchase_category,
    purchaseTax: m.book_field_purchase_tax,
    rate: m.book_field_rate,
    quantity: m.book_field_quantity,
    unitPrice: m.book_field_unit_price,
    note: m.book_field_note,
    discount: m.book_field_discount,
    dueDate: m.book_field_due_date,
    transactionDate: m.book_field_transaction_date,
    items: m.book_field_items,
  }),
);

/** The gateway's own spellings of what the page calls otherwise. */
const ALIASES: Record<string, string> = {
  customerCode: 'code',
  phoneNumber: 'phone',
  type: 'kind',
  customTag: 'tag',
  contactPersons: 'contacts',
  itemName: 'name',
  skuCode: 'sku',
  saleCategoryCode: 'saleCategory',
  saleTaxCode: 'saleTax',
  purchaseCategoryCode: 'purchaseCategory',
  purchaseTaxCode: 'purchaseTax',
  taxCode: 'saleTax',
  addressLine: 'address',
};

const camel = (word: string): string =>
  word.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `general_info.contact_persons[1].phone` → `{ name: 'contactPhone', index: 1 }`. */
export function bookField(field: string): { name: string; index: number | null } {
  const parts = field.split('.').map(camel);
  const last = (parts.at(-1) ?? '').replace(/\[\d+\]$/, '');
  const index = /\[(\d+)\]/.exec(field)?.[1];
  const name = ALIASES[last] ?? last;
  const isContact = parts.slice(0, -1).some((part) => /^contact(s|Persons)\b/.test(part));
  return {
    name: isContact ? `contact${name.charAt(0).toUpperCase()}${name.slice(1)}` : name,
    index: index === undefined ? null : Number(index),
  };
}

/** A field's name for people; one that is not known is shown as it came. */
export function bookFieldName(field: string): string {
  const known = FIELDS.get(bookField(field).name);
  return known ? known() : fieldName(field);
}
