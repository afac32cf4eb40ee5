import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '~/api/generated/contract';
import { timelineDetails, timelineSentence } from './timeline';

const entry = (more: Partial<TimelineEntry>): TimelineEntry => ({
  at: '2026-01-25T03:00:00Z',
  event: 'status',
  about: null,
  code: null,
  status: null,
  reason: null,
  message: null,
  received: null,
  requestId: null,
  ...more,
});

const HOST_EVENTS =
  'committed sent notSent answered refused answerLost repeated looked lookFailed notFound dropped status qrChecked replaced';

describe('a line of the timeline', () => {
  it.each(HOST_EVENTS.split(' '))('%s is said in words', (event) => {
    expect(timelineSentence(entry({ event }))).toContain(' ');
  });

  it('keeps an unknown event and an unknown status as they are', () => {
    expect(timelineSentence(entry({ event: 'teleported' }))).toBe('teleported');
    expect(timelineDetails(entry({ status: 'HALF_PAID' }))).toEqual(['Cổng ghi: HALF_PAID']);
  });

  it('tells a refused QR from a passed one, with the reason', () => {
    const refused = entry({ event: 'qrChecked', code: 'qr_wrong_amount' });
    expect(timelineSentence(refused)).not.toBe(timelineSentence(entry({ event: 'qrChecked' })));
    expect(timelineDetails(refused)).toEqual(['Mã QR ghi số tiền khác với hoá đơn']);
  });

  it.each(HOST_EVENTS.split(' ').filter((event) => !/qrChecked|replaced/.test(event)))(
    '%s of a refund names the refund',
    (event) => {
      const sentence = timelineSentence(entry({ event, about: 'instalment_refund' }), 'instalment');
      expect(sentence).toMatch(/^Hoàn tiền: .* /);
      expect(sentence).not.toContain(event);
    },
  );

  it('says "Hoàn tiền: đã gửi", and keeps an unknown step as it is', () => {
    const sent = entry({ event: 'sent', about: 'instalment_refund' });
    expect(timelineSentence(sent, 'instalment')).toBe('Hoàn tiền: đã gửi');
    const strange = entry({ event: 'sent', about: 'instalment_split' });
    expect(timelineSentence(strange, 'instalment')).toBe('instalment_split: đã gửi');
  });

  it('speaks of a link where there is no QR of a transfer', () => {
    for (const event of ['answered', 'qrChecked']) {
      expect(timelineSentence(entry({ event }), 'instalment')).toContain('iên kết');
      expect(timelineSentence(entry({ event }), 'transfer')).toContain('QR');
    }
  });

  it("tells Fundiin's reason in words and as it was said", () => {
    const refused = entry({ event: 'refused', reason: 'INVALID_AMOUNT', message: 'Sai tiền' });
    expect(timelineDetails(refused)).toEqual([
      'Fundiin không nhận số tiền này',
      'INVALID_AMOUNT – Sai tiền',
    ]);
  });

  it('shows the sum', () => {
    expect(timelineDetails(entry({ received: 200 }))).toEqual(['Đã nhận 200\u00a0₫']);
  });

  it('tells a payout in its own words, without the other gateway', () => {
    const of = (event: string, about: string | null = null) =>
      timelineSentence(entry({ event, about }), 'payout');
    expect(of('committed')).toContain('Chủ shop');
    expect(of('answered')).toContain('OTP');
    expect(of('refused', 'payout_code')).toBe('Mã OTP: cổng không nhận');
    expect(of('looked', 'payout_code')).not.toContain('Fundiin');
    const refused = entry({ event: 'refused', reason: 'INVALID_AMOUNT', message: 'Sai tiền' });
    expect(timelineDetails(refused, 'payout')).toEqual(['INVALID_AMOUNT – Sai tiền']);
  });

  it('names the steps on an invoice without the other gateway', () => {
    const step = (event: string) =>
      timelineSentence(entry({ event, about: 'invoice_update' }), 'invoice');
    expect(step('answered')).toBe('Sửa phiếu: cổng đã nhận');
    expect(step('looked')).not.toContain('Fundiin');
    expect(timelineSentence(entry({ event: 'committed' }), 'invoice')).toContain('gửi phiếu');
  });
});
