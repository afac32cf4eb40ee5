import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { call, useTransport } from '~/api/call';
import type { PracticeMove } from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import { memoryTransport } from '~/api/transport.memory';
import { instalmentOfNow } from '~/features/payments/testing';
import { setLanguage } from '~/i18n/language.svelte';
import Shown from './Shown.svelte';

const user = userEvent.setup();
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const inDialog = async (title: string) =>
  within(await screen.findByRole('dialog', { name: title }));
const refundOf = async (paymentId: string) =>
  (await call('payment_get', { paymentId })).payment.instalment?.refund;

async function open(...moves: PracticeMove[]) {
  const payment = await instalmentOfNow(...moves);
  render(Shown, { paymentId: payment.id });
  await screen.findByText('Diễn biến');
  return payment;
}

beforeEach(async () => {
  setLanguage('vi');
  useTransport(memoryTransport({ latencyMs: 0 }));
  await till.start();
});

describe('an instalment payment in detail', () => {
  it('names method, gateway, stage, customer and goods', async () => {
    await open();
    expect(screen.getByText('qua Fundiin')).toBeVisible();
    expect(screen.getByText('Chờ khách mở và xác nhận')).toBeVisible();
    expect(screen.getByText('NGUYỄN VĂN AN')).toBeVisible();
    expect(screen.getByText('0912345678')).toBeVisible();
    expect(screen.getByText('Tủ lạnh')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Sao chép liên kết' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Hoàn tiền' })).not.toBeInTheDocument();
  });

  it("tells Fundiin's answer in words and as it was said", async () => {
    await open({ kind: 'letExpire' });
    const note = within(document.querySelector<HTMLElement>('[data-result]') as HTMLElement);
    expect(note.getByText('Khách đã hết thời gian xác nhận')).toBeVisible();
    expect(note.getByText(/^EXPIRED – /)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Sao chép liên kết' })).not.toBeInTheDocument();
  });

  it('asks before it cancels, and Enter keeps the payment', async () => {
    const { id } = await open();
    await user.click(await button('Huỷ trả góp'));
    const dialog = await inDialog('Huỷ khoản trả góp này?');
    await expect.poll(() => document.activeElement?.textContent).toContain('Giữ lại');
    await user.keyboard('{Enter}');
    expect((await call('payment_get', { paymentId: id })).payment.instalment?.cancel).toBeNull();
    expect(dialog.queryByText(/Khách sẽ không trả được/)).not.toBeInTheDocument();

    await user.click(await button('Huỷ trả góp'));
    await user.click(await button(/^Huỷ 3.000.000/));
    expect(await screen.findByText('Đã huỷ')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Huỷ trả góp' })).not.toBeInTheDocument();
  });

  it('says that only the whole goes back, and gives it back on purpose', async () => {
    const { id } = await open({ kind: 'accept' });
    await user.click(await button('Hoàn tiền'));
    const dialog = await inDialog('Hoàn tiền trả góp');
    const first = dialog.getByText(/^Fundiin chỉ hoàn toàn bộ: 3\.000\.000/);
    const confirm = dialog.getByRole('button', { name: /^Hoàn 3\.000\.000\s₫ cho NGUYỄN VĂN AN$/ });
    expect(first.compareDocumentPosition(confirm)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);

    await expect.poll(() => document.activeElement?.tagName).toBe('INPUT');
    await user.keyboard('{Enter}');
    expect(await refundOf(id)).toBeNull();

    await user.type(dialog.getByLabelText('Lý do (không bắt buộc)'), 'Khách đổi ý');
    await user.click(confirm);
    await expect.poll(async () => (await refundOf(id))?.reason).toBe('Khách đổi ý');
    const card = within(await screen.findByRole('region', { name: 'Hoàn tiền' }));
    const refund = await refundOf(id);
    expect(card.getByText(refund?.step.gatewayId ?? '')).toBeVisible();
    expect(card.getByText(refund?.step.reference ?? '')).toBeVisible();
    expect(screen.getByText('Đã hoàn tiền')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Hoàn tiền' })).not.toBeInTheDocument();
  });

  it('offers no second refund while the answer is open', async () => {
    await call('practice_trouble', { trouble: 'lostRefundAnswer', isOn: true });
    const { id } = await open({ kind: 'accept' });
    await user.click(await button('Hoàn tiền'));
    await user.click(await button(/^Hoàn 3.000.000/));
    expect(await screen.findByText(/không tạo lệnh hoàn mới/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Hoàn tiền' })).not.toBeInTheDocument();
    const before = await refundOf(id);
    expect(before?.step.phase).toBe('unclear');

    await user.click(await button('Kiểm tra ngay'));
    await expect.poll(async () => (await refundOf(id))?.step.phase).toBe('done');
    expect((await refundOf(id))?.step.reference).toBe(before?.step.reference);
    await expect.poll(() => screen.queryByText(/không tạo lệnh hoàn mới/)).toBeNull();
  });
});
