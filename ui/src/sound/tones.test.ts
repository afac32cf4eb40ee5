import { describe, expect, it } from 'vitest';
import { notesOf, type Note } from './tones';

const melody = (notes: readonly Note[]) =>
  notes.map((note) => `${note.hertz}@${note.startMs}`).join(' ');
const end = (notes: readonly Note[]) =>
  Math.max(...notes.map((note) => note.startMs + note.lengthMs));

describe('tones', () => {
  it('differ for every verdict that is announced', () => {
    const melodies = (['paid', 'short', 'over', 'late'] as const).map((verdict) =>
      melody(notesOf(verdict)),
    );
    expect(new Set(melodies).size).toBe(4);
  });

  it('rise for paid and fall for short', () => {
    const paid = notesOf('paid').map((note) => note.hertz);
    expect(paid).toEqual([...paid].sort((left, right) => left - right));
    const [first, second] = notesOf('short');
    expect(second?.hertz).toBeLessThan(first?.hertz ?? 0);
  });

  it('are silent where nothing is known or nothing came', () => {
    expect(notesOf('unknown')).toEqual([]);
    expect(notesOf('unpaid')).toEqual([]);
  });

  it('are over within two seconds', () => {
    for (const verdict of ['paid', 'short', 'over', 'late'] as const) {
      expect(end(notesOf(verdict))).toBeLessThanOrEqual(2000);
    }
  });
});
