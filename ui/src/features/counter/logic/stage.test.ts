import { describe, expect, it } from 'vitest';
import { payment, sale } from '~/features/counter/samples';
import { frontPayment, otherOpenPayments, stageOf } from './stage';

const short = payment({
  id: 'old',
  verdict: 'short',
  received: 200,
  missing: 199_800,
  phase: 'closed',
});
const SHORT_SUMS = { received: 200, missing: 199_800 };
const ALL_IN = { received: 200_000, missing: 0, isSettled: true };

describe('the stage of a sale', () => {
  it('is the entry while nothing was asked', () => {
    expect(stageOf(sale())).toEqual({ kind: 'entry', rejected: null });
  });

  it('goes back to the entry with the reason when the gateway refused', () => {
    const refused = payment({ phase: 'rejected' });
    expect(stageOf(sale([refused]))).toEqual({ kind: 'entry', rejected: refused });
  });

  it.each(['sending', 'lookingUp'] as const)('waits while %s', (phase) => {
    expect(stageOf(sale([payment({ phase, verdict: 'unknown', qr: null })])).kind).toBe('waiting');
  });

  it('shows a QR that passed the guard and refuses one that did not', () => {
    expect(stageOf(sale([payment()])).kind).toBe('qr');
    expect(stageOf(sale([payment({ qr: null })])).kind).toBe('refused');
    expect(stageOf(sale([payment({ phase: 'expired' })])).kind).toBe('expired');
  });

  it('says paid only when everything is in', () => {
    const paid = payment({ verdict: 'paid', phase: 'closed' });
    expect(stageOf(sale([paid], ALL_IN))).toMatchObject({ verdict: 'paid' });
    expect(stageOf(sale([payment({ verdict: 'late', isLate: true })], ALL_IN))).toMatchObject({
      verdict: 'late',
    });
  });

  it('stays short until the rest is asked, then shows the QR for the rest, then paid', () => {
    expect(stageOf(sale([short], SHORT_SUMS))).toMatchObject({ verdict: 'short', payment: short });
    const rest = payment({ id: 'rest', amount: 199_800 });
    expect(stageOf(sale([rest, short], SHORT_SUMS))).toMatchObject({ kind: 'qr', payment: rest });
    const restPaid = payment({ ...rest, verdict: 'paid', phase: 'closed' });
    expect(stageOf(sale([restPaid, short], ALL_IN))).toMatchObject({ verdict: 'paid' });
  });

  it('is paid when the rest came in cash', () => {
    const sums = { ...ALL_IN, received: 200_000, cash: 199_800 };
    expect(stageOf(sale([short], sums))).toMatchObject({ verdict: 'paid' });
  });

  it('stays short when the sum is not known', () => {
    const some = payment({ verdict: 'short', received: null });
    expect(stageOf(sale([some], { isUncertain: true }))).toMatchObject({ verdict: 'short' });
  });

  it('says over whether or not the sum is known', () => {
    const over = payment({ verdict: 'over', phase: 'closed' });
    expect(stageOf(sale([over], { ...ALL_IN, giveBack: 50_000 }))).toMatchObject({
      verdict: 'over',
    });
    expect(stageOf(sale([over], { isUncertain: true }))).toMatchObject({ verdict: 'over' });
  });

  it('puts an unknown answer before everything else', () => {
    const unclear = payment({ id: 'u', verdict: 'unknown' });
    expect(stageOf(sale([payment(), unclear]))).toMatchObject({
      verdict: 'unknown',
      payment: unclear,
    });
  });

  it('finds late money on a QR that was replaced', () => {
    const late = payment({ id: 'old', verdict: 'late', isLate: true, replacedBy: 'p1' });
    const sums = { received: 200_000, missing: 0 };
    expect(stageOf(sale([payment(), late], sums))).toMatchObject({
      kind: 'verdict',
      verdict: 'late',
    });
  });
});

describe('the payment in front', () => {
  it('is the newest that was not replaced; open ones beside it can still be paid', () => {
    const old = payment({ id: 'old' });
    const now = payment({ id: 'now' });
    expect(frontPayment(sale([now, old]))?.id).toBe('now');
    expect(otherOpenPayments(sale([now, old]))).toEqual([old]);
    expect(otherOpenPayments(sale([now, payment({ id: 'x', phase: 'expired' })]))).toEqual([]);
  });
});
