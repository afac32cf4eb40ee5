import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '~/api/generated/contract';
import { timelineDetails, timelineSentence } from './timeline';

const entry = (more: Partial<TimelineEntry>): TimelineEntry => ({
  at: '2026-01-25T03:00:00Z',
  event: 'status',
  code: null,
  status: null,
  received: null,
  requestId: null,
  ...more,
});

const HOST_EVENTS =
  'committed sent notSent answered refused answerLost looked lookFailed notFound dropped status qrChecked replaced';

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

  it('shows the sum', () => {
    expect(timelineDetails(entry({ received: 200 }))).toEqual(['Đã nhận 200\u00a0₫']);
  });
});
