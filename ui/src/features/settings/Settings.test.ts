import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { useTransport } from '~/api/call';
import type { MemoryOptions } from '~/api/memory/options';
import { till } from '~/api/till.svelte';
import { memoryTransport } from '~/api/transport.memory';
import type { SettingsSection } from '~/app/router.svelte';
import { setLanguage } from '~/i18n/language.svelte';
import Settings from './Settings.svelte';

const user = userEvent.setup();
const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function open(section: SettingsSection, options: Partial<MemoryOptions> = {}) {
  useTransport(memoryTransport({ latencyMs: 0, ...options }));
  await till.start();
  render(Settings, { section });
}

afterEach(() => setLanguage('vi'));

describe('settings', () => {
  it('rename shop and till', async () => {
    await open('shop');
    expect(await button('Lưu')).toBeDisabled();
    const name = await screen.findByLabelText('Tên quầy');
    await user.clear(name);
    await user.type(name, 'Quầy 2');
    await user.click(await button('Lưu'));
    await expect.poll(() => till.settings.tillName).toBe('Quầy 2');
  });

  it('choose theme, language and large type', async () => {
    await open('look');
    await user.click(await screen.findByRole('radio', { name: 'Tối' }));
    await expect.poll(() => till.settings.theme).toBe('dark');
    await user.click(await screen.findByRole('switch', { name: 'Chữ lớn' }));
    await expect.poll(() => till.settings.isLargeType).toBe(true);
  });

  it('choose how numbers are read', async () => {
    await open('amounts');
    await user.click(await screen.findByRole('radio', { name: 'ngàn' }));
    await expect.poll(() => till.settings.words.saysNgan).toBe(true);
    expect(till.settings.words.saysLe).toBe(true);
  });

  it('show keys only by their tail, test, replace and remove them', async () => {
    await open('keys', { environment: 'production' });
    expect(await screen.findByText('•••• 7c1f')).toBeVisible();
    await user.click(await button('Gọi thử'));
    expect(await screen.findByText('Gọi thử thành công')).toBeVisible();

    await user.click(await button('Gỡ khoá'));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Gỡ khoá' }));
    await expect.poll(() => till.environment.credentials.isPresent).toBe(false);
    expect(await screen.findByLabelText(/Secret key/)).toHaveValue('');
  });

  it('say that keys are wrong where they were entered', async () => {
    await open('keys', { environment: 'production' });
    await user.click(await button('Gỡ khoá'));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Gỡ khoá' }));
    await user.type(await screen.findByLabelText(/Client ID/), 'finan-11aa');
    await user.type(screen.getByLabelText(/Secret key/), 'secret-sai-roi');
    await user.click(await button('Lưu và gọi thử'));
    expect(await screen.findByText('Khoá không đúng')).toBeVisible();
    await user.click(await button('Dán lại khoá'));
    expect(screen.getByLabelText(/Client ID/)).toHaveValue('');
  });

  it('refuse an own address that is not https', async () => {
    await open('keys');
    await user.click(await screen.findByRole('radio', { name: 'Địa chỉ riêng' }));
    await user.type(await screen.findByLabelText('Địa chỉ cổng'), 'http://staging.example');
    await user.click(await button('Dùng địa chỉ này'));
    expect(await screen.findByText('Không dùng được địa chỉ này')).toBeVisible();
    expect(till.environment.kind).toBe('practice');
  });

  it('tell how far the clock is off', async () => {
    await open('clock', { environment: 'production', skewMs: 47_000 });
    expect(await screen.findByText('Giờ máy nhanh 47 giây')).toBeVisible();
  });
});
