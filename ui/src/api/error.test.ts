import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '~/i18n/language.svelte';
import { ApiError } from './api-error';
import { describeError } from './error';
import { ERROR_CODES, type ErrorBody } from './generated/contract';

const body = (more: Partial<ErrorBody>): ErrorBody => ({
  code: 'internal',
  certainty: null,
  requestId: null,
  params: {},
  ...more,
});

afterEach(() => setLanguage('vi'));

describe('the table of errors', () => {
  it.each(ERROR_CODES)('%s says what happened, what it means and what to do, twice', (code) => {
    setLanguage('vi');
    const vietnamese = describeError(body({ code }));
    setLanguage('en');
    const english = describeError(body({ code }));
    for (const part of ['message', 'meaning', 'next'] as const) {
      expect(vietnamese[part]).not.toBe('');
      expect(english[part]).not.toBe('');
      expect(english[part], part).not.toBe(vietnamese[part]);
    }
  });

  it('fills in the values', () => {
    const { message } = describeError(body({ code: 'clock_wrong', params: { seconds: '47' } }));
    expect(message).toBe('Giờ máy lệch 47 giây nên cổng từ chối');
  });

  it('writes amounts as dong', () => {
    const below = describeError(
      body({ code: 'amount_below_minimum', params: { minimum: '500000' } }),
    );
    expect(below.message).toContain('500.000\u00a0₫');
    const other = describeError(
      body({ code: 'first_part_differs', params: { amount: '1000000' } }),
    );
    expect(other.message).toContain('1.000.000\u00a0₫');
  });

  it('tells limits and tries of payouts, as far as they were told', () => {
    const of = (code: ErrorBody['code'], params: Record<string, string>) =>
      describeError(body({ code, params })).message;
    const params = { limit: '200000000', used: '150000000' };
    expect(of('payout_over_day', params)).toMatch(/200\.000\.000.*150\.000\.000/);
    expect(of('code_refused', { tries: '2' })).toContain('còn 2 lần');
    expect(of('code_refused', {})).not.toContain('lần thử');
    expect(of('address_not_listed', { address: '203.0.113.24' })).toContain('203.0.113.24');
    expect(of('address_not_listed', {})).not.toContain('{');
    expect(of('description_refused', { length: '31' })).toContain('31');
  });

  it('says of a refused code that the payout stands', () => {
    const { meaning } = describeError(body({ code: 'code_refused', certainty: 'refused' }));
    expect(meaning).toContain('Tiền chưa chuyển');
  });

  it('names a field and what is wrong with it in plain words', () => {
    const of = (field: string, reason: string) =>
      describeError(body({ code: 'instalment_field_refused', params: { field, reason } })).message;
    expect(of('customer.email', 'not_an_email')).toBe(
      'E-mail của khách: không phải địa chỉ e-mail',
    );
    expect(of('shipping.district', 'missing')).toBe('Quận/huyện: còn trống');
    expect(of('items[0].productName', 'too_long')).toBe('Tên hàng: dài quá');
    expect(of('customer.rank', 'odd')).toBe('Ô “customer.rank”: không dùng được');
  });

  it("tells a refused instalment by Fundiin's word", () => {
    const params = { result: 'AMOUNT_EXCEEDED_UPPER_LIMIT', message: 'x' };
    const text = describeError(body({ code: 'instalment_refused', certainty: 'refused', params }));
    expect(text.message).toBe('Số tiền vượt mức tối đa để trả góp');
    expect(text.next).toBe('Giảm số tiền hoặc chọn QR.');
    expect(text.meaning).toContain('tiền không thay đổi');
    const open = describeError(body({ code: 'instalment_refused', certainty: 'unknown', params }));
    expect(open.meaning).toContain('đừng tạo lại');
  });

  it('lets certainty decide what it means for the money', () => {
    const of = (certainty: ErrorBody['certainty']) =>
      describeError(body({ code: 'gateway_failed', certainty })).meaning;
    expect(of('notSent')).toContain('chưa rời khỏi máy');
    expect(of('refused')).toContain('từ chối');
    expect(of('unknown')).toContain('đừng tạo lại');
  });
});

describe('an answer that is no error body', () => {
  it('is a fault of our own', () => {
    expect(ApiError.from('boom').body.code).toBe('internal');
    expect(ApiError.from({ code: 'made_up' }).body.code).toBe('internal');
  });

  it('is kept when it is one', () => {
    expect(ApiError.from(body({ code: 'timeout', certainty: 'unknown' })).body).toEqual(
      body({ code: 'timeout', certainty: 'unknown' }),
    );
  });
});
