import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { call, useTransport } from '~/api/call';
import { owner } from '~/api/owner.svelte';
import { queryClient } from '~/api/queries/client';
import { till } from '~/api/till.svelte';
import { RecordingHost } from '~/testing/recording-host';
import WithQueries from '~/testing/WithQueries.svelte';
import OwnerSettings from './OwnerSettings.svelte';

const PIN = '2468';
const user = userEvent.setup();
let host: RecordingHost;

const card = async (name: string) => within(await screen.findByRole('region', { name }));

beforeEach(async () => {
  queryClient.clear();
  host = new RecordingHost();
  useTransport(host.transport);
  await till.start();
  await call('owner_unlock', { pin: PIN });
  render(WithQueries, { screen: OwnerSettings });
});

describe('the owner’s settings', () => {
  it('are shown to nobody while they are locked', async () => {
    await call('owner_lock');
    expect(await screen.findByText('Phần Chủ shop đang khoá')).toBeVisible();
    expect(screen.queryByText(/Hôm nay đã dùng/)).toBeNull();
  });

  it('change the PIN, twice the same', async () => {
    const pins = await card('Đổi PIN');
    await user.type(pins.getByLabelText('PIN hiện tại'), PIN);
    await user.type(pins.getByLabelText('PIN mới'), '97531');
    await user.type(pins.getByLabelText('Nhập lại PIN mới'), '97531{Enter}');
    await expect.poll(() => host.asked('owner_set_pin')).toEqual([{ current: PIN, new: '97531' }]);
    expect(pins.getByLabelText('PIN mới')).toHaveValue('');
    await call('owner_unlock', { pin: '97531' });
  });

  it('say a wrong present PIN beside it', async () => {
    const pins = await card('Đổi PIN');
    await user.type(pins.getByLabelText('PIN hiện tại'), '1357');
    await user.type(pins.getByLabelText('PIN mới'), '97531');
    await user.type(pins.getByLabelText('Nhập lại PIN mới'), '97531{Enter}');
    expect(await pins.findByRole('alert')).toHaveTextContent(/PIN không đúng, còn 2 lần/);
    expect(pins.getByLabelText('PIN hiện tại')).toHaveAccessibleDescription(/PIN không đúng/);
  });

  it('add a second person with another PIN, and remove them', async () => {
    const second = await card('Người thứ hai');
    const enter = async (pin: string) => {
      await user.type(second.getByLabelText('PIN chủ shop'), PIN);
      await user.type(second.getByLabelText('PIN của người thứ hai'), pin);
      await user.type(second.getByLabelText('Nhập lại PIN của người thứ hai'), `${pin}{Enter}`);
    };
    await enter(PIN);
    expect(await second.findByText('Hai người phải có PIN khác nhau')).toBeVisible();
    await enter('8642');
    await expect.poll(() => owner.view?.hasSecond).toBe(true);
    await user.type(second.getByLabelText('PIN chủ shop'), `${PIN}{Enter}`);
    await expect.poll(() => owner.view?.hasSecond).toBe(false);
  });

  it('set the limits, read as amounts are read, never crossed', async () => {
    const limits = await card('Hạn mức chi tiền');
    expect(limits.getByText(/Hôm nay đã dùng 0.* trong 200\.000\.000/)).toBeVisible();
    const each = limits.getByLabelText('Tối đa một lệnh');
    const day = limits.getByLabelText('Tối đa một ngày');
    await user.clear(day);
    await user.type(day, '10tr');
    await user.type(limits.getByLabelText('PIN chủ shop'), `${PIN}{Enter}`);
    expect(await limits.findByText(/không thể nhỏ hơn/)).toBeVisible();
    expect(host.asked('owner_set_limits')).toEqual([]);
    await user.clear(each);
    await user.type(each, '5tr{Enter}');
    await expect
      .poll(() => host.asked('owner_set_limits'))
      .toEqual([{ pin: PIN, each: 5_000_000, day: 10_000_000 }]);
    await expect.poll(() => (each as HTMLInputElement).value).toBe('5.000.000');
  });

  it('correct a bank’s code and go back to the built-in one', async () => {
    await user.type(await screen.findByLabelText('Tìm ngân hàng'), 'tien phong');
    const row = await screen.findByRole('row', { name: /TPBank 358 970423 suy đoán/ });
    expect(screen.getAllByRole('row')).toHaveLength(2);
    await user.click(within(row).getByRole('button', { name: 'Sửa mã của TPBank' }));
    const code = await screen.findByLabelText('Mã ở cổng');
    await user.clear(code);
    await user.type(code, '159{Enter}');
    await screen.findByRole('row', { name: /TPBank 159 970423 cửa hàng nhập/ });
    await user.click(screen.getByRole('button', { name: 'Sửa mã của TPBank' }));
    await user.click(await screen.findByRole('button', { name: 'Dùng lại mã có sẵn' }));
    await screen.findByRole('row', { name: /TPBank 358/ });
  });
});
