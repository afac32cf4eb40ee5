import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Countdown from './Countdown.svelte';

const NOW = new Date('2026-01-25T03:00:00Z');
const props = { until: '2026-01-25T03:00:03Z', label: 'Còn lại', format: String };

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => vi.useRealTimers());

async function pass(ms: number) {
  vi.advanceTimersByTime(ms);
  await tick();
}

describe('a countdown', () => {
  it('counts to zero and says so once', async () => {
    const onend = vi.fn();
    render(Countdown, { ...props, onend });
    await tick();
    expect(screen.getByRole('timer')).toHaveTextContent('3');
    await pass(1000);
    expect(screen.getByRole('timer')).toHaveTextContent('2');
    await pass(10_000);
    expect(screen.getByRole('timer')).toHaveTextContent('0');
    expect(onend).toHaveBeenCalledOnce();
  });

  it('stands still when it is stopped', async () => {
    const onend = vi.fn();
    render(Countdown, { ...props, isStopped: true, onend });
    await pass(10_000);
    expect(screen.getByRole('timer')).toHaveTextContent('3');
    expect(onend).not.toHaveBeenCalled();
  });
});
