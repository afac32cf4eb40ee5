import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { till } from '~/api/till.svelte';
import { setLanguage } from '~/i18n/language.svelte';
import App from './App.svelte';
import { type Place, router } from './router.svelte';

const user = userEvent.setup();

async function open(query: string) {
  history.replaceState(null, '', `/?${query}`);
  render(App);
  await screen.findByRole('navigation', { name: 'Các màn hình' });
}

beforeEach(() => router.go({ name: 'settings' }));
afterEach(() => setLanguage('vi'));

describe('the shell', () => {
  it('wears practice on every screen', async () => {
    await open('');
    for (const name of ['Giao dịch', 'Khách hàng', 'Sản phẩm', 'Tài khoản', 'Cài đặt']) {
      await user.click(screen.getByRole('button', { name }));
      expect(await screen.findByRole('heading', { level: 1, name })).toBeVisible();
      expect(screen.getByText('CHẾ ĐỘ LUYỆN TẬP')).toBeVisible();
    }
  });

  it('wears no practice on the real gateway', async () => {
    await open('env=production');
    expect(screen.queryByText('CHẾ ĐỘ LUYỆN TẬP')).toBeNull();
  });

  it('moves by keyboard and back', async () => {
    await open('');
    await user.keyboard('{Alt>}[Digit2]{/Alt}');
    expect(router.place.name).toBe('payments');
    await user.keyboard('{Alt>}[Digit6]{/Alt}');
    expect(router.place.name).toBe('accounts');
    await user.keyboard('{Alt>}[Digit7]{/Alt}');
    expect(await screen.findByRole('heading', { name: 'Chi tiền đang khoá' })).toBeVisible();
    await user.keyboard('{Escape}');
    expect(router.place.name).toBe('accounts');
  });

  it('begins every screen at its top, and leaves a list under its dialog where it was', async () => {
    await open('');
    const content = screen.getByRole('main');
    const scrolled = async (place: Place) => {
      content.scrollTop = 98;
      router.go(place);
      await tick();
      return content.scrollTop;
    };
    expect(await scrolled({ name: 'invoices' })).toBe(0);
    expect(await scrolled({ name: 'invoices', at: { kind: 'invoice', id: 'a' } })).toBe(0);
    expect(await scrolled({ name: 'invoices' })).toBe(0);
    expect(await scrolled({ name: 'customers' })).toBe(0);
    expect(await scrolled({ name: 'customers', customerId: 'a' })).toBe(98);
    expect(await scrolled({ name: 'settings', section: 'look' })).toBe(0);
    expect(await scrolled({ name: 'settings', section: 'clock' })).toBe(0);
  });

  it('maps exactly the keys that work here', async () => {
    await open('');
    await user.keyboard('?');
    const map = await screen.findByRole('dialog', { name: 'Phím tắt' });
    expect(within(map).getByText('Ctrl+Shift+L')).toBeVisible();
    expect(within(map).queryByText('F1')).toBeNull();
  });

  it('changes the language with one key', async () => {
    await open('');
    await user.keyboard('{Control>}{Shift>}[KeyL]{/Shift}{/Control}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    expect(document.documentElement.lang).toBe('en');
  });

  it('says damage once', async () => {
    await open('damaged=yes');
    expect(screen.getByText(/Đã giữ lại 214 dòng/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Đã đọc' }));
    expect(screen.queryByText(/Đã giữ lại 214 dòng/)).toBeNull();
  });

  it('says damage on the first run too', async () => {
    history.replaceState(null, '', '/?setup=no&damaged=yes');
    render(App);
    expect(await screen.findByText(/Đã giữ lại 214 dòng/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Đã đọc' }));
    expect(screen.queryByText(/Đã giữ lại 214 dòng/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Tiếp tục' })).toBeVisible();
  });

  it('warns of a wrong clock and leads to it', async () => {
    await open('env=production&skew=47000');
    await user.click(screen.getByRole('button', { name: 'Giờ máy lệch 47 giây' }));
    expect(await screen.findByText('Giờ máy nhanh 47 giây')).toBeVisible();
    expect(till.clock.level).toBe('red');
  });
});
