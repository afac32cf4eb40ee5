import { beforeEach, describe, expect, it } from 'vitest';
import type { PaymentView, VerdictView } from '~/api/generated/contract';
import { Bell } from './bell';
import { notesOf, type Note } from './tones';

const heard = (id: string, verdict: VerdictView, received: number | null = null) =>
  ({ id, verdict, received }) as PaymentView;

describe('the bell', () => {
  let rung: (readonly Note[])[];
  let hasSound: boolean;
  let bell: Bell;

  beforeEach(() => {
    rung = [];
    hasSound = true;
    bell = new Bell(() => hasSound, { play: async (notes) => void rung.push(notes) });
  });

  it('rings the tone of the verdict', () => {
    bell.ring(heard('a', 'short', 200));
    bell.ring(heard('b', 'paid', 500));
    expect(rung).toEqual([notesOf('short'), notesOf('paid')]);
  });

  it('rings once for each change, not for each event', () => {
    bell.ring(heard('a', 'paid'));
    bell.ring(heard('a', 'paid', 500));
    bell.ring(heard('a', 'paid', 500));
    expect(rung).toHaveLength(1);
  });

  it('rings again when more money makes it another verdict or another sum', () => {
    bell.ring(heard('a', 'short', 200));
    bell.ring(heard('a', 'short', 700));
    bell.ring(heard('a', 'over', 900));
    expect(rung).toEqual([notesOf('short'), notesOf('short'), notesOf('over')]);
  });

  it('stays silent when the shop wants no sound, and does not ring later for what was missed', () => {
    hasSound = false;
    bell.ring(heard('a', 'paid'));
    hasSound = true;
    bell.ring(heard('a', 'paid'));
    expect(rung).toEqual([]);
  });
});
