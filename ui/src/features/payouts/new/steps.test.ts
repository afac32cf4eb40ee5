import { fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from '~/api/call';
import { router } from '~/app/router.svelte';
import { Bench, PIN } from '~/features/payouts/bench';

let bench: Bench;

beforeEach(async () => {
  bench = await Bench.open();
});

afterEach(() => Bench.close());

const openAt = () => router.place.name === 'payouts' && router.place.at;
const sendButton = () =>
  screen.findByRole('button', { name: /^Gửi 6\.000\.000.₫ cho NGUYEN VAN A$/ });

/** By keyboard alone, from the list to the read-back. */
async function toReadBack() {
  bench.show();
  await screen.findByText('Không có lệnh chi nào');
  await bench.keys('{Control>}n{/Control}');
  await screen.findByText('Sổ người nhận');
  await bench.keys('nguyen van a');
  await screen.findByRole('button', { name: /^NGUYEN VAN A/ });
  await expect.poll(() => screen.queryByText(/TRAN THI BICH/)).toBeNull();
  await bench.keys('{Enter}');
  await expect.poll(async () => (await Bench.field('Số tài khoản')).value).toBe('0071000998877');
  (await Bench.field('Số tài khoản')).focus();
  await bench.keys('{Enter}');
  const amount = await Bench.field('Số tiền');
  await expect.poll(() => document.activeElement).toBe(amount);
  await bench.keys('6tr');
  expect(await screen.findByText('sáu triệu đồng')).toBeVisible();
  await bench.user.type(await Bench.field('Nội dung'), 'Tiền nhà tháng 11');
  expect(await screen.findByText('Gửi đi là: Tien nha thang 11')).toBeVisible();
  expect(screen.getByText('17/30')).toBeVisible();
  await bench.keys('{Enter}');
  await screen.findByText('Đọc lại từng chữ trước khi gửi');
}

async function confirmAll() {
  for (const box of screen.queryAllByRole('checkbox')) await bench.user.click(box);
}

describe('the four steps', () => {
  it('are walked by keyboard and end at the code', async () => {
    await toReadBack();
    expect(screen.getByText('0071 0009 9887 7')).toBeVisible();
    expect(screen.getByText('sáu triệu đồng')).toBeVisible();
    const send = await sendButton();
    expect(send).toBeDisabled();
    await confirmAll();
    expect(send).toBeDisabled();
    (await Bench.field('PIN chủ shop')).focus();
    await bench.keys(`${PIN}{Enter}`);
    const code = await Bench.field('Mã OTP');
    await expect.poll(() => document.activeElement).toBe(code);
    expect(openAt()).toMatchObject({ kind: 'payout' });
    await bench.keys('{Escape}');
    expect(await screen.findByRole('button', { name: /NGUYEN VAN A, Chờ OTP$/ })).toBeVisible();
  });

  it('want every notice confirmed by itself', async () => {
    await toReadBack();
    const boxes = screen.getAllByRole('checkbox');
    expect(boxes.length).toBeGreaterThan(0);
    await bench.user.type(await Bench.field('PIN chủ shop'), PIN);
    expect(await sendButton()).toBeDisabled();
    await confirmAll();
    expect(await sendButton()).toBeEnabled();
    const [first] = boxes;
    if (first) await bench.user.click(first);
    expect(await sendButton()).toBeDisabled();
  });

  it('create once, however long Enter is held and however often it is clicked', async () => {
    await toReadBack();
    await confirmAll();
    await bench.user.type(await Bench.field('PIN chủ shop'), PIN);
    const release = bench.hold();
    const send = await sendButton();
    await bench.keys('{Enter>12/}');
    await fireEvent.click(send);
    await fireEvent.click(send);
    release();
    await Bench.field('Mã OTP');
    expect(bench.asked('payout_create')).toHaveLength(1);
    expect(bench.asked('payout_verify_code')).toHaveLength(0);
  });

  it('keep the read-back after a wrong PIN, and the PIN is gone', async () => {
    await toReadBack();
    await confirmAll();
    await bench.user.type(await Bench.field('PIN chủ shop'), '9753{Enter}');
    expect(await screen.findByText(/PIN không đúng, còn 2 lần/)).toBeVisible();
    expect(await Bench.field('PIN chủ shop')).toHaveValue('');
    await bench.user.type(await Bench.field('PIN chủ shop'), `${PIN}{Enter}`);
    await Bench.field('Mã OTP');
    expect(bench.asked('payout_create')).toHaveLength(2);
  });

  it('do not send again what left without an answer', async () => {
    await toReadBack();
    await confirmAll();
    bench.refuse('payout_create', { code: 'timeout', certainty: 'unknown' });
    await bench.user.type(await Bench.field('PIN chủ shop'), `${PIN}{Enter}`);
    expect(await screen.findByText(/đừng tạo lại/)).toBeVisible();
    await bench.user.type(await Bench.field('PIN chủ shop'), `${PIN}{Enter}`);
    expect(await sendButton()).toBeDisabled();
    expect(bench.asked('payout_create')).toHaveLength(1);
  });

  it('read back anew what cannot be used any more', async () => {
    await toReadBack();
    await confirmAll();
    bench.refuse('payout_create', { code: 'read_back_gone' });
    await bench.user.type(await Bench.field('PIN chủ shop'), `${PIN}{Enter}`);
    await bench.press('Đọc lại lần nữa');
    await expect.poll(() => bench.asked('payout_prepare')).toHaveLength(2);
    await expect.poll(() => screen.queryAllByRole('checkbox', { checked: true })).toEqual([]);
  });

  it('count the description after folding and stop at 31', async () => {
    bench.show({ kind: 'new' });
    await bench.press(/^NGUYEN VAN A/);
    await bench.press(/^Tiếp: số tiền/);
    await bench.user.type(await Bench.field('Số tiền'), '1tr');
    await bench.user.type(await Bench.field('Nội dung'), 'đ'.repeat(31));
    expect(await screen.findByText('31/30')).toBeVisible();
    await bench.press(/^Tiếp: đọc lại/);
    expect(screen.getByText(/1–30 ký tự/)).toBeVisible();
    expect(bench.asked('payout_prepare')).toEqual([]);
  });

  it('say which limit an amount breaks', async () => {
    bench.show({ kind: 'new' });
    await bench.press(/^NGUYEN VAN A/);
    await bench.press(/^Tiếp: số tiền/);
    await bench.user.type(await Bench.field('Số tiền'), '60tr');
    expect(await screen.findByText(/tối đa 50\.000\.000/)).toBeVisible();
  });
});

describe('who', () => {
  it('understands what is pasted, in any order', async () => {
    bench.show({ kind: 'new' });
    const field = await Bench.field('Dán thông tin người nhận');
    field.focus();
    await bench.user.paste('TPBank – 0388 8199 99 – Lê Thị Đào');
    await expect.poll(async () => (await Bench.field('Số tài khoản')).value).toBe('0388819999');
    expect(await Bench.field('Tên chủ tài khoản')).toHaveValue('LE THI DAO');
    expect(await Bench.field('Ngân hàng nhận')).toHaveValue('TPBank');
    expect(await screen.findByText('Gửi đi là: 0388 8199 99')).toBeVisible();
  });

  it('says when nothing was understood', async () => {
    bench.show({ kind: 'new' });
    (await Bench.field('Dán thông tin người nhận')).focus();
    await bench.user.paste('chào bạn');
    expect(await screen.findByText('Không thấy số tài khoản nào trong đó')).toBeVisible();
  });

  it('reads the picture of a VietQR', async () => {
    bench.show({ kind: 'new' });
    const input = await Bench.field(/^Chọn hoặc thả ảnh VietQR/);
    await bench.user.upload(input, new File(['x'], 'qr.png', { type: 'image/png' }));
    await expect.poll(async () => (await Bench.field('Số tài khoản')).value).toBe('0012345678');
    expect(await Bench.field('Ngân hàng nhận')).toHaveValue('Vietcombank');
  });

  it('finds banks without marks and says how sure a code is', async () => {
    bench.show({ kind: 'new' });
    await bench.user.type(await Bench.field('Ngân hàng nhận'), 'ky thuong');
    const options = await screen.findAllByRole('option');
    expect(options).toHaveLength(1);
    expect(options[0]).toHaveTextContent(/Techcombank.*suy đoán/);
    await bench.keys('{Enter}');
    expect(await screen.findByText(/Mã chi tiền 310 · BIN 970407/)).toBeVisible();
  });

  it('warns when a known account number is changed, and keeps the row', async () => {
    bench.show({ kind: 'new' });
    await bench.press(/^NGUYEN VAN A/);
    const number = await Bench.field('Số tài khoản');
    await bench.user.clear(number);
    await bench.user.type(number, '999888777');
    expect(await screen.findByText(/^Khác với sổ/)).toBeVisible();
    expect(bench.asked('payout_read').at(-1)?.beneficiaryId).not.toBeNull();
  });

  it('keeps a new one in the book, named as the bank wants it', async () => {
    bench.show({ kind: 'new' });
    await bench.user.type(await Bench.field('Ngân hàng nhận'), 'acb{Enter}');
    await bench.user.type(await Bench.field('Số tài khoản'), '123456789');
    await bench.user.type(await Bench.field('Tên chủ tài khoản'), 'Đỗ Thị Ánh');
    expect(await screen.findByText('Gửi đi là: DO THI ANH')).toBeVisible();
    await bench.press('Lưu vào sổ');
    expect(await screen.findByRole('button', { name: /^DO THI ANH/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('deletes from the book only after a question', async () => {
    bench.show({ kind: 'new' });
    await bench.press('Xoá LE MINH QUAN khỏi sổ');
    const dialog = within(await screen.findByRole('dialog'));
    await bench.user.click(dialog.getByRole('button', { name: 'Xoá' }));
    await expect.poll(async () => (await call('beneficiary_list', {})).count).toBe(3);
  });

  it('does not go on with something missing, and says what', async () => {
    bench.show({ kind: 'new' });
    await screen.findByText('Sổ người nhận');
    await bench.press(/^Tiếp: số tiền/);
    expect(await screen.findByText('Chưa chọn ngân hàng')).toBeVisible();
    expect(screen.queryByLabelText('Số tiền')).toBeNull();
  });
});
