import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announcer } from './announcer.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the announcer', () => {
  it('changes the live region even for the same words', () => {
    announcer.say('Chưa trả');
    const first = announcer.spoken;
    announcer.say('Chưa trả');
    expect(announcer.spoken).not.toBe(first);
    expect(announcer.spoken.trim()).toBe('Chưa trả');
  });

  it('shows a note for a moment and speaks it', () => {
    announcer.show('Đã lưu');
    expect(announcer.toasts.map(({ text }) => text)).toEqual(['Đã lưu']);
    expect(announcer.spoken.trim()).toBe('Đã lưu');
    vi.advanceTimersByTime(6000);
    expect(announcer.toasts).toEqual([]);
  });
});
