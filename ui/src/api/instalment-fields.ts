import { m } from '~/paraglide/messages';

type Text = () => string;

/** Fields as Fundiin's pages spell them, and ours in the settings, in the shop's words. */
const FIELDS = new Map<string, Text>(
  Object.entries({
    'customer.phoneNumber': m.field_customer_phone,
    'customer.email': m.field_customer_email,
    'customer.firstName': m.field_customer_first_name,
    'customer.lastName': m.field_customer_last_name,
    'shipping.houseNumber': m.field_house_number,
    'shipping.street': m.field_street,
    'shipping.ward': m.field_ward,
    'shipping.district': m.field_district,
    'shipping.city': m.field_city,
    'items[0].productName': m.field_goods,
    'items[0].category': m.field_category,
    items: m.field_goods,
    'amount.value': m.field_amount,
    'downPaymentAmount.value': m.field_first_part,
    'installment.packageId': m.field_plan,
    storePaymentRef: m.field_receipt,
    description: m.field_description,
    successRedirectUrl: m.field_success_url,
    successUrl: m.field_success_url,
    unSuccessRedirectUrl: m.field_unsuccess_url,
    unsuccessUrl: m.field_unsuccess_url,
    merchantId: m.field_merchant_id,
    storeId: m.field_store_id,
    platformId: m.field_platform_id,
    clientId: m.field_client_id,
    baseUrl: m.field_address,
    reason: m.field_reason,
    minimum: m.field_minimum,
    maximum: m.field_maximum,
  }),
);

const REASONS = new Map<string, Text>(
  Object.entries({
    missing: m.reason_missing,
    too_long: m.reason_too_long,
    too_many: m.reason_too_many,
    bad_characters: m.reason_bad_characters,
    not_a_phone: m.reason_not_a_phone,
    not_an_email: m.reason_not_an_email,
    not_a_date: m.reason_not_a_date,
    not_a_url: m.reason_not_a_url,
    not_listed: m.reason_not_listed,
    not_positive: m.reason_not_positive,
    negative: m.reason_negative,
    too_large: m.reason_too_large,
    not_the_sum: m.reason_not_the_sum,
    not_new: m.reason_not_new,
    repeated: m.reason_repeated,
    not_a_dial_code: m.reason_not_a_dial_code,
    not_a_number: m.reason_not_a_number,
    lost_digits: m.reason_lost_digits,
    unknown_word: m.reason_unknown_word,
  }),
);

const PARENTS = ['', 'customer.', 'shipping.', 'items[0].'];

/** A field's name for people; one that is not known is shown as it came. */
export function fieldName(field: string): string {
  const known = PARENTS.map((parent) => FIELDS.get(parent + field)).find(Boolean);
  return known?.() ?? m.field_other({ field });
}

/** Why it cannot be sent, as the end of a sentence. */
export function fieldReason(reason: string): string {
  return (REASONS.get(reason) ?? m.reason_other)();
}
