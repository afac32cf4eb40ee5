import { screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from '~/api/call';
import type {
  PayoutStandingView,
  PayoutView,
  PracticeBankMove,
  PracticeTrouble,
} from '~/api/generated/contract';
import { till } from '~/api/till.svelte';
import { router } from '~/app/router.svelte';
import { setLanguage } from '~/i18n/language.svelte';
import { Bench, PIN } from '~/features/payouts/bench';
import { STANDINGS, standingWord } from '~/parts/payout/standing';
import { actionsOf } from './actions';
import { outcomeText } from './outcome';

let bench: Bench;

beforeEach(async () => {
  bench = await Bench.open();
});

afterEach(() => {
  setLanguage('vi');
  Bench.close();
});

const trouble = (name: PracticeTrouble) => call('practice_trouble', { trouble: name, isOn: true });
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 2, name });

async function opened(payout: PayoutView): Promise<void> {
  bench.show({ kind: 'payout', id: payout.id });
  await screen.findByRole('heading', { level: 1, name: /^Chi cho/ });
}

async function moved(what: PracticeBankMove): Promise<PayoutView> {
  const payout = await bench.sent();
  await call('practice_payout', { payoutId: payout.id, what });
  await opened(payout);
  return payout;
}

const actions = () =>
  within(screen.getByRole('group', { name: 'Việc với lệnh này' }))
    .queryAllByRole('button')
    .map((button) => button.textContent?.trim().replace(/\s*F\d$/, ''));

describe('a standing', () => {
  it.each(STANDINGS)('%s has a word, a title, a meaning and a next step, twice', (standing) => {
    const texts = (['vi', 'en'] as const).map((name) => {
      setLanguage(name);
      const { title, means, next } = outcomeText({ standing } as PayoutView);
      return [standingWord(standing), title, means, next];
    });
    expect(texts.flat().every((text) => text.length > 3)).toBe(true);
    texts[0]?.forEach((text, index) => expect(texts[1]?.[index]).not.toBe(text));
  });

  it('offers look-up only where the answer is open, whatever the host allows', () => {
    const all = { canCheck: true, canSend: true, canClose: true };
    const of = (standing: PayoutStandingView) => actionsOf({ standing, ...all } as PayoutView);
    const lookUpOnly = { check: true, send: false, close: false, receipt: false, again: false };
    expect(of('unclear')).toEqual(lookUpOnly);
    expect(of('codeUnclear')).toEqual(lookUpOnly);
    expect(of('undecided')).toMatchObject({ send: true, close: true });
  });
});

describe('an outcome', () => {
  it('unknown: offers look-up only, and finds it', async () => {
    await trouble('lostPayoutAnswer');
    await opened(await bench.sent());
    await heading('Không rõ cổng đã nhận lệnh chưa');
    expect(actions()).toEqual(['Kiểm tra ngay']);
    await bench.keys('{F8}');
    await Bench.field('Mã OTP');
    expect(bench.asked('payout_create')).toHaveLength(1);
  });

  it('looked up twice in vain: a person decides, with the reasons and the PIN', async () => {
    await trouble('lostPayoutRequest');
    const { id, reference } = await bench.sent();
    await opened({ id } as PayoutView);
    await bench.keys('{F8}');
    await expect.poll(() => bench.asked('payout_check').length).toBe(1);
    await expect.poll(async () => (await call('payout_get', { payoutId: id })).payout.absentLooks);
    await bench.keys('{F8}');
    await heading('Tra kỹ hai lần, cổng không có lệnh này');
    expect(screen.getByText(new RegExp(`đủ 2 lần.*${reference}`))).toBeVisible();
    await bench.press('Gửi lại lệnh này');
    const dialog = within(await screen.findByRole('dialog'));
    await bench.user.type(dialog.getByLabelText('PIN chủ shop'), `${PIN}{Enter}`);
    await Bench.field('Mã OTP');
    expect(bench.asked('payout_send')).toEqual([{ payoutId: id, pin: PIN }]);
  });

  it('code without an answer: look-up only, no second code', async () => {
    const payout = await bench.sent();
    await trouble('lostCodeAnswer');
    await call('payout_verify_code', {
      payoutId: payout.id,
      code: await Bench.codeOf(payout),
      pin: PIN,
    });
    await opened(payout);
    await heading('Đã gửi mã OTP, chưa rõ kết quả');
    expect(actions()).toEqual(['Kiểm tra ngay']);
    expect(screen.queryByLabelText('Mã OTP')).toBeNull();
  });

  it('not sent: goes later, or is closed with a reason', async () => {
    await trouble('noNetwork');
    const { id } = await bench.sent();
    await opened({ id } as PayoutView);
    await heading('Lệnh chưa được gửi đi');
    expect(actions()).toEqual(['Gửi lệnh', 'Đóng lệnh']);
    await bench.press('Đóng lệnh');
    const dialog = within(await screen.findByRole('dialog'));
    await bench.user.type(dialog.getByLabelText('Lý do'), 'nhầm số tiền');
    await bench.user.type(dialog.getByLabelText('PIN chủ shop'), PIN);
    await bench.user.click(dialog.getByRole('button', { name: 'Đóng hẳn lệnh này' }));
    await heading('Lệnh đã đóng');
    expect(screen.getByText(/Lý do: nhầm số tiền/)).toBeVisible();
  });

  it('T+1 is explained and is no failure', async () => {
    await moved('settle');
    await heading('Chờ đối soát T+1');
    expect(screen.getByText(/ngày làm việc kế tiếp/)).toBeVisible();
    expect(screen.getByText(/Đừng chi lại/)).toBeVisible();
    expect(actions()).toEqual(['Biên nhận', 'Kiểm tra ngay']);
  });

  it('odd keeps the gateway’s word', async () => {
    await moved('sayNonsense');
    await heading('Cổng báo một trạng thái lạ');
    expect(screen.getByText(/“ON_HOLD”/)).toBeVisible();
  });

  it('done: the receipt is shown as pictures and saved', async () => {
    const { id } = await moved('succeed');
    await heading('Đã chi thành công');
    await bench.keys('{F9}');
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByRole('img', { name: 'Trang 1/1' })).toBeVisible();
    await bench.user.click(dialog.getByRole('button', { name: 'Lưu PDF' }));
    await expect
      .poll(() => bench.asked('payout_save_receipt'))
      .toEqual([{ payoutId: id, size: 'a4', format: 'pdf' }]);
  });

  it('failed: another like it starts from the same words', async () => {
    await moved('fail');
    await heading('Không chi được');
    await bench.press('Lập lệnh mới giống lệnh này');
    await expect.poll(async () => (await Bench.field('Số tài khoản')).value).toBe('0071000998877');
    expect(bench.asked('payout_create')).toHaveLength(1);
    expect(router.place).toMatchObject({ name: 'payouts', at: { kind: 'new' } });
  });

  it('refused for its address: says how to list it, and what that switches off', async () => {
    await trouble('addressNotListed');
    await opened(await bench.sent());
    await heading('Cổng từ chối lệnh này');
    const help = within(screen.getByRole('region', { name: 'Cho phép máy này chi tiền' }));
    expect(help.getByText('203.0.113.24')).toBeVisible();
    expect(help.getByText('book.finan.one/setting')).toBeVisible();
    expect(help.getByText(/Cashout.*bị tắt/)).toBeVisible();
  });

  it('refused for lack of money: says how much is left', async () => {
    await trouble('lowBalance');
    await opened(await bench.sent());
    expect(await screen.findByText(/còn 1\.250\.000/)).toBeVisible();
  });

  it('follows what the host tells by itself', async () => {
    const payout = await bench.sent();
    await opened(payout);
    await Bench.field('Mã OTP');
    await call('practice_payout', { payoutId: payout.id, what: 'succeed' });
    await heading('Đã chi thành công');
    expect(till.practice.messages).toEqual([]);
  });

  it('has its history and its numbers for support', async () => {
    const { reference } = await moved('succeed');
    expect(await screen.findByText(reference)).toBeVisible();
    expect(screen.getByText('Chủ shop bấm gửi; đã ghi vào sổ')).toBeVisible();
    expect(screen.getByText(/^FT\d+/)).toBeVisible();
  });
});
