import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTransport } from '~/api/call';
import { till } from '~/api/till.svelte';
import type { MemoryOptions } from '~/api/memory/options';
import { memoryTransport } from '~/api/transport.memory';
import WithQueries from '~/testing/WithQueries.svelte';
import FirstRun from './FirstRun.svelte';

const user = userEvent.setup();
const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function open(options: Partial<MemoryOptions> = {}) {
  useTransport(memoryTransport({ isSetUp: false, latencyMs: 0, ...options }));
  await till.start();
  render(WithQueries, { screen: FirstRun });
}

async function upToKeys() {
  await user.click(await button('Tiếp tục'));
  await user.type(await screen.findByLabelText('Tên cửa hàng'), 'Tiệm trà Bưởi');
  await user.click(await button('Tiếp tục'));
  await user.click(await button(/Tôi có khoá/));
}

async function enterKeys(secret: string) {
  await user.type(await screen.findByLabelText(/Client ID/), '  finan-9a2b ');
  await user.type(await screen.findByLabelText(/Secret key/), secret);
  await user.click(await button('Lưu và gọi thử'));
}

describe('the first run', () => {
  beforeEach(() => open());

  it('goes through five ticks in practice', async () => {
    await user.click(await button('Tiếp tục'));
    await user.click(await button('Tiếp tục'));
    expect(await screen.findByText(/Nhập tên cửa hàng/)).toBeVisible();
    await user.type(await screen.findByLabelText('Tên cửa hàng'), 'Tiệm trà Bưởi');
    await user.click(await button('Tiếp tục'));
    await user.click(await button(/Luyện tập trước/));
    expect(await screen.findByText(/Giờ máy khớp/)).toBeVisible();
    await user.click(await button('Tiếp tục'));
    expect(await button('Mở quầy')).toBeDisabled();
    await user.click(await button(/Vietcombank/));
    await user.click(await button('Mở quầy'));

    expect(till.settings).toMatchObject({ isSetUp: true, shopName: 'Tiệm trà Bưởi' });
    expect(till.receivingAccount?.bankName).toBe('Vietcombank');
    expect(till.isPractice).toBe(true);
  });

  it('puts the cursor where the step is answered', async () => {
    await user.click(await button('Tiếp tục'));
    expect(await screen.findByLabelText('Tên cửa hàng')).toHaveFocus();
    await user.keyboard('Tiệm trà Bưởi');
    await user.click(await button('Tiếp tục'));
    expect(await button(/Luyện tập trước/)).toHaveFocus();
  });

  it('can be skipped for practice in one click', async () => {
    await user.click(await button('Bỏ qua, vào luyện tập ngay'));
    await expect.poll(() => till.settings.isSetUp).toBe(true);
    expect(till.receivingAccount).not.toBeNull();
    expect(till.isPractice).toBe(true);
  });

  it('changes the language at once', async () => {
    await user.click(await button(/English/));
    await expect.poll(() => till.settings.language).toBe('en');
    expect(till.settings.displayLanguage).toBe('en');
  });

  it('keeps keys trimmed, masks them and tests them', async () => {
    await upToKeys();
    expect(await screen.findByLabelText(/Secret key/)).toHaveAttribute('type', 'password');
    await enterKeys('đúng-khoá-123');
    expect(await screen.findByText('Gọi thử thành công')).toBeVisible();
    expect(till.environment).toMatchObject({
      kind: 'production',
      credentials: { isPresent: true, clientIdTail: '9a2b' },
    });
    expect(screen.queryByDisplayValue('đúng-khoá-123')).toBeNull();
  });

  it('splits a pasted block', async () => {
    await upToKeys();
    await user.click(await screen.findByLabelText(/Client ID/));
    await user.paste('Client ID: finan-9a2b\nSecret key: abcdefgh12');
    expect(await screen.findByLabelText(/Secret key/)).toHaveValue('abcdefgh12');
  });

  it('tells wrong keys and offers to paste again', async () => {
    await upToKeys();
    await enterKeys('khoá-sai-rồi');
    expect(await screen.findByText('Khoá không đúng')).toBeVisible();
    await user.click(await button('Dán lại khoá'));
    expect(await screen.findByLabelText(/Client ID/)).toHaveFocus();
  });
});

describe('keys under a wrong clock', () => {
  it('are not blamed', async () => {
    await open({ skewMs: 47_000 });
    await upToKeys();
    await enterKeys('đúng-khoá-123');
    expect(await screen.findByText(/Giờ máy lệch 47 giây/)).toBeVisible();
    expect(screen.queryByText('Khoá không đúng')).toBeNull();
  });
});
