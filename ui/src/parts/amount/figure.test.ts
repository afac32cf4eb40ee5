import { describe, expect, it } from 'vitest';
import { caretFor, charactersRight, figureOf, textFrom } from './figure';

describe('the figure', () => {
  it('groups digits and leaves words alone', () => {
    expect(figureOf('1234567')).toBe('1.234.567');
    expect(figureOf('1tr2')).toBe('1tr2');
    expect(figureOf('')).toBe('');
  });
});

describe('the text behind the figure', () => {
  it('drops our own group marks after a key', () => {
    expect(textFrom('85.0000', '85000', false)).toBe('850000');
    expect(textFrom('85.00', '85000', false)).toBe('8500');
  });

  it('keeps what was pasted, whose marks may mean something else', () => {
    expect(textFrom('1.5', '', true)).toBe('1.5');
    expect(textFrom('500,000 VND', '', true)).toBe('500,000 VND');
  });

  it('keeps words, and their marks, as they are typed', () => {
    expect(textFrom('85k', '85', false)).toBe('85k');
    expect(textFrom('1.5t', '1.5', false)).toBe('1.5t');
  });
});

describe('the caret', () => {
  it('stays before the same digits when groups move', () => {
    const right = charactersRight('1.2934', 3);
    expect(right).toBe(3);
    expect(caretFor('12.934', right)).toBe(3);
    expect(caretFor('12.934', 0)).toBe(6);
  });
});
