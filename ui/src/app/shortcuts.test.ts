import { afterEach, describe, expect, it, vi } from 'vitest';
import { keysOf, shortcuts } from './shortcuts.svelte';

const press = (init: KeyboardEventInit, target: HTMLElement = document.body) => {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, 'target', { value: target });
  shortcuts.handle(event);
  return event;
};

const registered: (() => void)[] = [];
const on = (keys: string, run: () => void) =>
  registered.push(shortcuts.add([{ keys, run, label: () => keys, group: 'app' }]));

afterEach(() => {
  registered.splice(0).forEach((remove) => remove());
  document.body.replaceChildren();
});

describe('keys', () => {
  it.each([
    [{ key: 'F1', code: 'F1' }, 'F1'],
    [{ key: '&', code: 'Digit1', ctrlKey: true }, 'Ctrl+1'],
    [{ key: 'L', code: 'KeyL', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+L'],
    [{ key: '?', code: 'Slash', shiftKey: true }, '?'],
    [{ key: 'Escape', code: 'Escape' }, 'Escape'],
  ])('%o is %s', (init, name) => {
    expect(keysOf(new KeyboardEvent('keydown', init))).toBe(name);
  });

  it('run the newest that was registered', () => {
    const [shell, screen] = [vi.fn(), vi.fn()];
    on('Escape', shell);
    on('Escape', screen);
    expect(press({ key: 'Escape', code: 'Escape' }).defaultPrevented).toBe(true);
    expect(screen).toHaveBeenCalledOnce();
    expect(shell).not.toHaveBeenCalled();
  });

  it('leave typing alone, but not function keys or the amount', () => {
    const [map, take] = [vi.fn(), vi.fn()];
    on('?', map);
    on('F1', take);
    const text = document.createElement('input');
    press({ key: '?', code: 'Slash' }, text);
    expect(map).not.toHaveBeenCalled();
    press({ key: 'F1', code: 'F1' }, text);
    expect(take).toHaveBeenCalledOnce();
    const amount = document.createElement('input');
    Object.defineProperty(amount, 'inputMode', { value: 'decimal' });
    press({ key: '?', code: 'Slash' }, amount);
    expect(map).toHaveBeenCalledOnce();
  });

  it('rest while a dialog is open', () => {
    const take = vi.fn();
    on('F1', take);
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    document.body.append(dialog);
    press({ key: 'F1', code: 'F1' });
    expect(take).not.toHaveBeenCalled();
  });
});
