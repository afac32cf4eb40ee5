import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { useTransport } from '~/api/call';
import type { MemoryOptions } from '~/api/memory/options';
import { till } from '~/api/till.svelte';
import { memoryTransport } from '~/api/transport.memory';
import type { Transport } from '~/api/transport';
import { setLanguage } from '~/i18n/language.svelte';
import InstalmentSettings from './InstalmentSettings.svelte';

const user = userEvent.setup();
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const form = async (name: string) => within(await screen.findByRole('form', { name }));

async function open(options: Partial<MemoryOptions> = {}, refuse?: Transport['call']) {
  const memory = memoryTransport({ latencyMs: 0, ...options });
  useTransport(refuse ? { ...memory, call: refuse } : memory);
  await till.start();
  render(InstalmentSettings);
}

/** The host refuses this change; everything else works. */
function refusing(body: unknown): Transport['call'] {
  const memory = memoryTransport({ latencyMs: 0, environment: 'production' });
  return (command, request) =>
    command === 'instalment_settings_update' ? Promise.reject(body) : memory.call(command, request);
}

async function enterKeys(secret: string) {
  await user.type(await screen.findByLabelText(/Client ID/), 'fundiin-9a3e');
  await user.type(screen.getByLabelText(/Secret key/), secret);
  await user.click(await button('Lưu và gọi thử'));
}

async function enterIds() {
  const ids = await form('Mã Fundiin cấp');
  await user.type(ids.getByLabelText(/merchantId/), 'TIEMTRABUOI');
  await user.type(ids.getByLabelText(/storeId/), 'CH-01');
  await user.type(ids.getByLabelText(/platformId/), 'TIENVE');
  await user.click(ids.getByRole('button', { name: 'Lưu' }));
  await expect.poll(() => till.instalments.platformId).toBe('TIENVE');
}

afterEach(() => setLanguage('vi'));

describe('the settings of instalments', () => {
  it('fix the ids in practice and say why', async () => {
    await open();
    expect(await screen.findByLabelText(/merchantId/)).toHaveAttribute('readonly');
    expect(screen.getByText(/Cố định khi luyện tập/)).toBeVisible();
    expect(screen.queryByLabelText(/Secret key/)).not.toBeInTheDocument();
  });

  it('take ids and keys, test them, show only a tail, and remove on purpose', async () => {
    await open({ environment: 'production' });
    expect(screen.getByText('Chưa nhận được trả góp')).toBeVisible();
    await enterIds();
    await enterKeys('a-long-secret');
    expect(await screen.findByText('Khoá và chữ ký đúng')).toBeVisible();
    expect(screen.getByText(/INVALID_REFERENCE_ID/)).toBeVisible();
    expect(screen.getByText('•••• 9a3e')).toBeVisible();
    expect(document.body).not.toHaveTextContent('a-long-secret');
    expect(screen.getByText('Sẵn sàng nhận trả góp')).toBeVisible();

    await user.click(await button('Gỡ khoá'));
    expect(till.instalments.credentials.isPresent).toBe(true);
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Gỡ khoá' }));
    await expect.poll(() => till.instalments.credentials.isPresent).toBe(false);
    expect(await screen.findByLabelText(/Secret key/)).toHaveValue('');
  });

  it('keep keys that came before the ids, without a call that cannot work', async () => {
    await open({ environment: 'production' });
    await enterKeys('a-long-secret');
    expect(await screen.findByText('•••• 9a3e')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Gọi thử' })).not.toBeInTheDocument();
    expect(screen.getByText(/Còn thiếu: các mã Fundiin cấp/)).toBeVisible();
  });

  it('say in plain words what a wrong secret means', async () => {
    await open({ environment: 'production' });
    await enterIds();
    await enterKeys('secret-sai-roi');
    expect(await screen.findByText(/Chữ ký không khớp/)).toBeVisible();
    expect(screen.getByText('Mở cài đặt dán lại khoá bí mật.')).toBeVisible();
  });

  it('suggest the sandbox, and refuse an address beside its field', async () => {
    await open({ environment: 'custom' });
    const address = await form('Địa chỉ cổng Fundiin');
    const field = address.getByLabelText('Địa chỉ cổng');
    await user.clear(field);
    await user.type(field, 'http://gateway.example');
    await user.click(address.getByRole('button', { name: 'Lưu' }));
    expect(await address.findByText('Không dùng được địa chỉ này')).toBeVisible();
    expect(field).toHaveAccessibleDescription('Không dùng được địa chỉ này');
    await user.click(address.getByRole('button', { name: 'Dùng cổng thử của Fundiin' }));
    expect(field).toHaveValue('https://gateway-sandbox.fundiin.vn');
  });

  it('read limits as people write them, and save nothing that crosses', async () => {
    await open();
    const limits = await form('Hạn mức của cửa hàng');
    const save = limits.getByRole('button', { name: 'Lưu' });
    await user.type(limits.getByLabelText('Số tiền ít nhất'), '500k');
    await user.type(limits.getByLabelText('Số tiền nhiều nhất'), '100k');
    await user.click(save);
    expect(await limits.findByText('Phải bằng hoặc lớn hơn số tiền ít nhất.')).toBeVisible();
    expect(till.instalments.minimum).toBeNull();

    await user.clear(limits.getByLabelText('Số tiền nhiều nhất'));
    await user.click(save);
    await expect.poll(() => till.instalments.minimum).toBe(500_000);
    expect(till.instalments.maximum).toBeNull();
    expect(limits.getByLabelText('Số tiền ít nhất')).toHaveValue('500.000');

    await user.clear(limits.getByLabelText('Số tiền ít nhất'));
    await user.click(save);
    await expect.poll(() => till.instalments.minimum).toBeNull();
  });

  it('save one part without touching another', async () => {
    await open();
    const limits = await form('Hạn mức của cửa hàng');
    await user.type(limits.getByLabelText('Số tiền nhiều nhất'), '20tr');
    await user.click(limits.getByRole('button', { name: 'Lưu' }));
    await expect.poll(() => till.instalments.maximum).toBe(20_000_000);

    const goods = await form('Hàng bán');
    await user.clear(goods.getByLabelText('Loại hàng'));
    await user.type(goods.getByLabelText('Loại hàng'), 'Điện máy');
    await user.click(goods.getByRole('button', { name: 'Lưu' }));
    await expect.poll(() => till.instalments.category).toBe('Điện máy');
    expect(till.instalments.maximum).toBe(20_000_000);
  });

  it('leave a default page alone when only the other one is changed', async () => {
    const changes: unknown[] = [];
    const memory = memoryTransport({ latencyMs: 0 });
    await open({}, (command, request) => {
      if (command === 'instalment_settings_update') changes.push(request);
      return memory.call(command, request);
    });
    await user.click(screen.getByText('Nâng cao'));
    const pages = await form('Trang khách thấy sau khi trả');
    const success = pages.getByLabelText('Khi thành công');
    await user.clear(success);
    await user.type(success, 'https://tiemtra.example/cam-on');
    await user.click(pages.getByRole('button', { name: 'Lưu' }));
    await expect.poll(() => till.instalments.successUrl).toBe('https://tiemtra.example/cam-on');
    expect(changes).toHaveLength(1);
    expect(changes[0]).not.toHaveProperty('unsuccessUrl');
  });

  it('show a refused part of the address beside its field', async () => {
    const params = { field: 'shipping.district', reason: 'missing' };
    await open(
      { environment: 'production' },
      refusing({ code: 'instalment_field_refused', certainty: null, requestId: null, params }),
    );
    const address = await form('Địa chỉ cửa hàng');
    await user.clear(address.getByLabelText('Quận/huyện'));
    await user.click(address.getByRole('button', { name: 'Lưu' }));
    await expect
      .poll(() => address.getByLabelText('Quận/huyện'))
      .toHaveAccessibleDescription('Còn trống.');
    expect(address.getByLabelText('Đường')).not.toHaveAttribute('aria-invalid');
  });
});
