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
