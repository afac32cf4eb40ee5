import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { DisplayState, DisplayView, SaleLineView } from '~/api/generated/contract';
import { setLanguage } from '~/i18n/language.svelte';
import Display from './Display.svelte';

const QR: DisplayState = {
  kind: 'qr',
  drawing: { side: 45, path: 'M4 4h1v1h-1z', text: '000201' },
  bankName: 'MB Bank',
  accountName: 'HO KINH DOANH TIEM TRA BUOI',
  accountLastFour: '5678',
  amount: 485_000,
  memo: 'TV1811',
  expiresAt: new Date(Date.now() + 1_800_000).toISOString(),
};

const tea = (quantity: number, unitPrice: number): SaleLineView => ({
  productId: null,
  name: 'Trà đào',
  unit: 'ly',
  quantity,
  unitPrice,
});

function show(state: DisplayState, change: Partial<DisplayView> = {}) {
  const view: DisplayView = {
    language: 'vi',
    theme: 'light',
    shopName: 'Tiệm trà Bưởi',
    isPractice: false,
    state,
    ...change,
  };
  return render(Display, { feed: { view } }).container;
}

afterEach(() => {
  cleanup();
  setLanguage('vi');
});

describe('the customer display', () => {
  it('is empty before it was told anything', () => {
    expect(render(Display, { feed: { view: null } }).container).toHaveTextContent('');
  });

  it('greets with the name of the shop', () => {
    show({ kind: 'idle' });
    expect(screen.getByRole('heading', { name: 'Tiệm trà Bưởi' })).toBeVisible();
  });

  it('shows the QR with all a customer compares, and the advice', () => {
    const page = show(QR);
    expect(screen.getByRole('img', { name: /485\.000/ })).toBeVisible();
    for (const text of ['MB Bank', 'HO KINH DOANH TIEM TRA BUOI', '•••• 5678', 'TV1811']) {
      expect(screen.getByText(text)).toBeVisible();
    }
    expect(page).toHaveTextContent('Giữ nguyên số tiền và nội dung');
    expect(screen.getByRole('timer')).toHaveTextContent(/^(30:00|29:59)$/);
  });

  it.each<[DisplayState, RegExp]>([
    [{ kind: 'review', amount: 485_000, lines: [] }, /Số tiền của quý khách.*485\.000/],
    [
      { kind: 'review', amount: 99_000, lines: [tea(1, 45_000), tea(2, 27_000)] },
      /1 × Trà đào.*45\.000.*2 × Trà đào.*54\.000.*99\.000/,
    ],
    [{ kind: 'checking', amount: 485_000 }, /Đang chờ ngân hàng báo/],
    [{ kind: 'noNetwork', amount: 485_000 }, /Xin chờ, đừng chuyển lại/],
    [{ kind: 'paid', amount: 485_000 }, /Đã nhận đủ.*485\.000/],
    [
      { kind: 'short', amount: 485_000, received: 200, missing: 484_800 },
      /Còn thiếu.*484\.800.*Đã nhận 200/,
    ],
    [{ kind: 'over', amount: 485_000, giveBack: 50_000 }, /Cửa hàng trả lại.*50\.000/],
    [{ kind: 'expired', amount: 485_000 }, /Mã đã hết hạn/],
    [{ kind: 'thankYou' }, /Cảm ơn quý khách/],
  ])('says what is in %j', (state, words) => {
    expect(show(state)).toHaveTextContent(words);
  });

  it('guesses no sum that is not known', () => {
    const short = show({ kind: 'short', amount: 485_000, received: null, missing: null });
    expect(short).toHaveTextContent('Chuyển khoản còn thiếu');
    expect(short).not.toHaveTextContent('₫');
    cleanup();
    const over = show({ kind: 'over', amount: 485_000, giveBack: null });
    expect(over).toHaveTextContent('Quý khách đã chuyển thừa');
  });

  it('has its own language and wears the band of practice mode', () => {
    setLanguage('en');
    const page = show({ kind: 'paid', amount: 1000 }, { isPractice: true });
    expect(page).toHaveTextContent(/PRACTICE – not real money.*Paid in full/);
  });
});

describe('instalments on the customer display', () => {
  const INSTALMENT: DisplayState = {
    kind: 'instalment',
    drawing: { side: 45, path: 'M4 4h1v1h-1z', text: 'https://pay.fundiin.vn/p/1' },
    amount: 3_000_000,
    plan: {
      id: 'FDN-3X-30',
      name: '3 kỳ',
      payments: 3,
      firstAmount: 900_000,
      laterAmount: 1_050_000,
      fee: 0,
      total: 3_000_000,
      parts: [
        { amount: 900_000, due: '2026-11-21' },
        { amount: 1_050_000, due: '2026-12-21' },
        { amount: 1_050_000, due: '2027-01-21' },
      ],
    },
    isInProgress: false,
    expiresAt: new Date(Date.now() + 1_800_000).toISOString(),
  };

  it('says the word, the amount, the plan and how to scan', () => {
    const page = show(INSTALMENT);
    expect(screen.getByRole('img', { name: /Mã trả góp 3\.000\.000/ })).toBeVisible();
    expect(page).toHaveTextContent(
      /TRẢ GÓP.*3\.000\.000.*Quét bằng camera hoặc ứng dụng Fundiin.*Hôm nay.*900\.000.*21\/12\/2026.*21\/01\/2027.*0 % lãi/,
    );
    expect(screen.getByRole('timer')).toHaveTextContent(/^(30:00|29:59)$/);
  });

  it('leads to the phone while the customer is at it, and keeps the QR', () => {
    expect(show({ ...INSTALMENT, isInProgress: true })).toHaveTextContent(
      'Làm tiếp trên điện thoại của bạn',
    );
    expect(screen.getByRole('img', { name: /Mã trả góp/ })).toBeVisible();
  });

  it.each<[DisplayState, RegExp]>([
    [
      { kind: 'firstPart', amount: 3_000_000, firstPart: 900_000 },
      /Vui lòng trả phần đầu tại quầy.*900\.000/,
    ],
    [{ kind: 'instalmentEnded', amount: 3_000_000, how: 'refused' }, /chưa thành công.*cách khác/],
    [{ kind: 'instalmentEnded', amount: 3_000_000, how: 'expired' }, /đã hết hạn.*cách khác/],
    [{ kind: 'instalmentEnded', amount: 3_000_000, how: 'cancelled' }, /Đã dừng.*cách khác/],
  ])('says calmly what is in %j', (state, words) => {
    expect(show(state)).toHaveTextContent(words);
  });

  it('guesses no first part that is not known', () => {
    const page = show({ kind: 'firstPart', amount: 3_000_000, firstPart: null });
    expect(page.querySelector('.figure')).toBeNull();
    setLanguage('en');
    cleanup();
    expect(show({ kind: 'instalmentEnded', amount: 1000, how: 'refused' })).toHaveTextContent(
      /did not work this time/,
    );
  });
});
