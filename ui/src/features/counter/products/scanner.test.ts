import { describe, expect, it, vi } from 'vitest';
import { Scanner } from './scanner';

/** Presses the keys, so many milliseconds apart. */
function type(keys: string, apart: number) {
  const started = vi.fn();
  const scanner = new Scanner(started);
  const answers = [...keys, 'Enter'].map((key, index) => scanner.press(key, 1000 + index * apart));
  return { answer: answers.at(-1), started };
}

describe('a scanner', () => {
  it('is told by its speed', () => {
    expect(type('8935001200017', 8).answer).toBe('8935001200017');
    expect(type('8935001200017', 120).answer).toBeNull();
  });

  it('is not taken for a short amount', () => {
    expect(type('85000', 8).answer).toBeNull();
  });

  it('says where its code starts', () => {
    expect(type('8935001200017', 8).started).toHaveBeenCalledOnce();
  });

  it('forgets what was typed by hand before', () => {
    const scanner = new Scanner(() => undefined);
    scanner.press('8', 0);
    scanner.press('5', 400);
    [...'SP0011'].forEach((key, index) => scanner.press(key, 2000 + index * 5));
    expect(scanner.press('Enter', 2040)).toBe('SP0011');
  });
});
