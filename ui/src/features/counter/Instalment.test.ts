import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { InstalmentView, PaymentView } from '~/api/generated/contract';
import type { MemoryOptions } from '~/api/memory/options';
import { till } from '~/api/till.svelte';
import { router } from '~/app/router.svelte';
import { shortcuts } from '~/app/shortcuts.svelte';
import { announcer } from '~/kit/announcer.svelte';
import { Bench } from './bench';

const button = (name: RegExp) => screen.findByRole('button', { name });
const heading = (name: RegExp | string) => screen.findByRole('heading', { name });
const dialog = () => screen.findByRole('dialog');
const field = (name: string) => screen.findByRole('textbox', { name });
const qr = () => screen.findByRole('img', { name: /Mã trả góp 3\.000\.000/ });
const made = (bench: Bench) => bench.asked('instalment_create');
const inFront = () => till.sales.find(({ id }) => id === till.focusedSaleId)?.payments[0];

/** From the amount to the form. */
async function openForm(options: Partial<MemoryOptions> = {}): Promise<Bench> {
  const bench = (await Bench.open(options)).show();
  await chooseInstalment(bench);
  await field('Số điện thoại');
  return bench;
}

async function chooseInstalment(bench: Bench) {
  await screen.findByRole('textbox', { name: 'Số tiền' });
  await bench.keys('3tr');
  await waitFor(() => expect(bench.asked('amount_read')).toContainEqual({ text: '3tr' }));
  await bench.keys('{F7}');
}

/** Fills the form in by keyboard alone. */
async function type(bench: Bench, phone = '0987654321') {
  (await field('Số điện thoại')).focus();
  await bench.keys(`${phone}{Enter}`);
  await waitFor(() => expect(screen.getByLabelText('Họ và tên')).toHaveFocus());
  await bench.keys('Lê Thị Hoa{Enter}');
  await waitFor(() => expect(screen.getByLabelText('E-mail')).toHaveFocus());
  await bench.keys('hoa@example.com');
}

async function ask(options: Partial<MemoryOptions> = {}): Promise<Bench> {
  const bench = await openForm(options);
  await type(bench);
  await bench.keys('{Enter}');
  await qr();
  return bench;
}

/** What Rust might tell of the payment in front. */
function tell(change: Partial<InstalmentView>, more: Partial<PaymentView> = {}) {
  const sale = till.sales.find(({ id }) => id === till.focusedSaleId);
  const [payment, ...others] = sale?.payments ?? [];
  if (!sale || !payment?.instalment) throw new Error('no instalment payment');
  const instalment = { ...payment.instalment, ...change };
  till.keepSale({ ...sale, payments: [{ ...payment, ...more, instalment }, ...others] });
}

afterEach(() => {
  Bench.close();
  vi.restoreAllMocks();
});

describe('the form', () => {
  it('leads by keyboard alone from the amount to the QR, asking only what is missing', async () => {
    const bench = await openForm();
    await waitFor(() => expect(screen.getByLabelText('Số điện thoại')).toHaveFocus());
    const saleId = till.focusedSaleId;
    const intentId = till.sales[0]?.nextIntentId;
    expect(screen.getByText(/25 Đại Cồ Việt, Bách Khoa, Hai Bà Trưng, Hà Nội/)).toBeVisible();
    expect(screen.queryByLabelText('Đường')).toBeNull();
    await type(bench);
    await screen.findByText('Họ và đệm: Lê Thị · Tên: Hoa');
    await bench.keys('{Enter}');
    await qr();
    expect(made(bench)).toEqual([
      {
        saleId,
        intentId,
        amount: 3_000_000,
        customer: {
          phone: '0987654321',
          lastName: 'Lê Thị',
          firstName: 'Hoa',
          email: 'hoa@example.com',
        },
        address: null,
        goods: 'Đơn 1',
        planId: null,
      },
    ]);
  });

  it('fills in a known customer and lets it be seen before it is sent', async () => {
    const bench = await openForm();
    await waitFor(() => expect(screen.getByLabelText('Số điện thoại')).toHaveFocus());
    await bench.keys('0912 345 678{Enter}');
    await screen.findByText('Khách quen');
    expect(screen.getByLabelText('Họ và tên')).toHaveValue('Trần Thị Ngọc Lan');
    expect(screen.getByLabelText('E-mail')).toHaveValue('ngoclan@example.com');
    await waitFor(async () => expect(await button(/Tạo mã trả góp/)).toHaveFocus());
    expect(made(bench)).toEqual([]);
    await bench.keys('{Enter}');
    await qr();
    expect(made(bench)).toMatchObject([{ customer: { phone: '0912345678', firstName: 'Lan' } }]);
  });

  it('keeps what the cashier typed when the phone turns out to be known', async () => {
    const bench = await openForm();
    await bench.user.type(await field('Họ và tên'), 'Ngọc Lan Trần');
    await bench.user.type(await field('Số điện thoại'), '0912345678');
    await screen.findByText('Khách quen');
    expect(screen.getByLabelText('Họ và tên')).toHaveValue('Ngọc Lan Trần');
  });

  it('scolds nobody who is still typing, and says what is wrong once the field was left', async () => {
    const bench = await openForm();
    const phone = await field('Số điện thoại');
    await bench.user.type(phone, '09');
    await waitFor(() =>
      expect(bench.asked('instalment_read').at(-1)).toMatchObject({ phone: '09' }),
    );
    expect(phone).not.toHaveAttribute('aria-invalid');
    await bench.keys('{Tab}');
    await waitFor(() => expect(phone).toHaveAttribute('aria-invalid', 'true'));
    expect(screen.getByText(/Chưa phải số di động/)).toBeVisible();
    await bench.user.click(await button(/Tạo mã trả góp/));
    expect(await screen.findByText('Còn thiếu: e-mail')).toBeVisible();
    expect(phone).toHaveFocus();
    expect(made(bench)).toEqual([]);
  });

  it('asks for the address of a delivery, and takes a ward or number that is not there', async () => {
    const bench = await openForm();
    await bench.user.click(await screen.findByRole('radio', { name: 'Giao tận nơi' }));
    await type(bench);
    await bench.keys('{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Đường')).toHaveFocus());
    await bench.keys('Lê Lợi{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Quận/huyện')).toHaveFocus());
    await bench.keys('Quận 1{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Tỉnh/thành phố')).toHaveFocus());
    await bench.keys('TP. Hồ Chí Minh{Enter}');
    await qr();
    const address = {
      houseNumber: '',
      street: 'Lê Lợi',
      ward: '',
      district: 'Quận 1',
      city: 'TP. Hồ Chí Minh',
    };
    expect(made(bench)).toMatchObject([{ address }]);
  });

  it("asks for the shop's own address once and keeps it", async () => {
    const bench = await openForm({ hasAddress: false });
    await screen.findByText(/Chỉ hỏi một lần/);
    await type(bench);
    await bench.keys('{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Đường')).toHaveFocus());
    await bench.keys('Lê Lợi{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Quận/huyện')).toHaveFocus());
    await bench.keys('Quận 1{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Tỉnh/thành phố')).toHaveFocus());
    await bench.keys('TP. Hồ Chí Minh{Enter}');
    await qr();
    expect(till.instalments.address).toMatchObject({ street: 'Lê Lợi' });
    expect(made(bench)).toMatchObject([{ address: null }]);
  });

  it('loses nothing by Esc or by another sale', async () => {
    const bench = await openForm();
    await bench.user.type(await field('Họ và tên'), 'Lê Thị Hoa');
    await bench.keys('{Escape}');
    await screen.findByRole('textbox', { name: 'Số tiền' });
    await bench.keys('{F7}');
    expect(await field('Họ và tên')).toHaveValue('Lê Thị Hoa');
    await bench.keys('{F6}');
    await screen.findByRole('textbox', { name: 'Số tiền' });
    await bench.keys('{Control>}1{/Control}');
    expect(await field('Họ và tên')).toHaveValue('Lê Thị Hoa');
  });

  it('is sent once however often Enter is pressed', async () => {
    const bench = await openForm({ latencyMs: 20 });
    await type(bench);
    await bench.keys('{Enter}{Enter}{Enter}');
    await qr();
    expect(made(bench)).toHaveLength(1);
  });

  it('is not offered where instalments are not set up', async () => {
    const bench = await Bench.open({ environment: 'production' });
    bench.show();
    await chooseInstalment(bench);
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.queryByLabelText('Số điện thoại')).toBeNull();
  });

  it('names the field that was refused and stays filled', async () => {
    const bench = await openForm();
    await type(bench);
    bench.refuse('instalment_create', {
      code: 'instalment_field_refused',
      params: { field: 'customer.email', reason: 'not_an_email' },
    });
    await bench.keys('{Enter}');
    await screen.findByText(/Ô này chưa được nhận/);
    const email = screen.getByLabelText('E-mail');
    expect(email).toHaveAttribute('aria-invalid', 'true');
    expect(email).toHaveValue('hoa@example.com');
    await waitFor(() => expect(email).toHaveFocus());
  });
});

describe('the plans', () => {
  const plans = () => screen.findByRole('radiogroup', { name: 'Cách trả góp' });

  it('stand beside paying now, the open one chosen, and follow the arrow keys', async () => {
    const bench = await openForm();
    const group = within(await plans());
    const open = await group.findByRole('radio', { name: /Khách tự chọn trên điện thoại/ });
    expect(open).toBeChecked();
    const three = await group.findByRole('radio', { name: /3 kỳ/ });
    open.focus();
    await bench.keys('{ArrowDown}');
    expect(three).toBeChecked();
    await type(bench);
    await bench.keys('{Enter}');
    await qr();
    expect(made(bench)).toMatchObject([{ planId: 'FDN-3X-30' }]);
    expect(screen.getByText(/3 kỳ · Hôm nay 900\.000/)).toBeVisible();
  });

  it('claim no interest only where the fee is nothing, and ask anew for another first part', async () => {
    const bench = await openForm();
    const group = within(await plans());
    const three = await group.findByRole('radio', { name: /3 kỳ/ });
    const six = group.getByRole('radio', { name: /6 kỳ/ });
    expect(three.closest('label')).toHaveTextContent(/Hôm nay.*900\.000.*0 % lãi, phí 0/);
    expect(six.closest('label')).not.toHaveTextContent('% lãi');
    expect(six.closest('label')).toHaveTextContent(/Phí 157\.500/);
    await bench.user.click(await button(/^50 %/));
    await screen.findAllByText(/1\.500\.000/);
    expect(bench.asked('instalment_plans').at(-1)).toMatchObject({ firstPercent: 50 });
  });

  it('stop nothing when they cannot be asked for', async () => {
    const bench = await Bench.open();
    bench.refuse('instalment_plans', { code: 'no_network', certainty: 'notSent' });
    bench.show();
    await chooseInstalment(bench);
    await screen.findByText(/Chưa hỏi được kỳ hạn/);
    await type(bench);
    await bench.keys('{Enter}');
    await qr();
  });
});

describe('while the customer is at it', () => {
  it('says the word, the stage and the light of its own gateway, and waits by itself', async () => {
    const bench = await ask();
    expect(screen.getByText('TRẢ GÓP')).toBeVisible();
    expect(screen.getByText('Lê Thị Hoa')).toBeVisible();
    expect(screen.getByRole('timer')).toHaveTextContent(/^(30:00|29:5\d)$/);
    await bench.customer({ kind: 'begin' });
    await screen.findByText('Khách đang thao tác trên điện thoại');
    till.app.freshness = {
      ...till.freshness,
      state: 'failing',
      failingSince: new Date(Date.now() - 40_000).toISOString(),
    };
    expect(screen.getByText(/Fundiin · (vừa|đã) kiểm tra/)).toBeVisible();
    await bench.keys('{F8}');
    await waitFor(() => expect(bench.asked('payment_check')).toHaveLength(1));
    await bench.keys('{F6}');
    await screen.findByRole('button', { name: /Đơn 1, .*trả góp, khách đang làm/ });
  });

  it('tells of a parked one that ended', async () => {
    const bench = await ask();
    const paymentId = inFront()?.id ?? '';
    await bench.keys('{F6}');
    await screen.findByRole('textbox', { name: 'Số tiền' });
    await bench.customer({ kind: 'refuse' }, paymentId);
    await waitFor(() => expect(announcer.spoken).toMatch(/Đơn 1: trả góp không thành/));
  });

  it('shows nothing to scan when the link is a stranger’s; it is cancelled', async () => {
    const bench = await Bench.open();
    await bench.trouble('strangeLink');
    bench.show();
    await chooseInstalment(bench);
    await type(bench);
    await bench.keys('{Enter}');
    await heading(/không đưa cho khách/);
    expect(screen.queryByRole('img', { name: /Mã/ })).toBeNull();
    await button(/Huỷ trả góp/);
  });

  it('calls an unclear request unclear, never failed', async () => {
    const bench = await Bench.open();
    await bench.trouble('lostAnswer');
    bench.show();
    await chooseInstalment(bench);
    await type(bench);
    await bench.keys('{Enter}');
    await heading('Chưa rõ Fundiin đã nhận chưa');
    expect(screen.getByText(/hỏi lại bằng đúng yêu cầu đó/)).toBeVisible();
    await bench.keys('{F7}');
    expect(made(bench)).toHaveLength(1);
    await bench.keys('{F8}');
    await qr();
  });
});

describe('the first part in the shop', () => {
  it('is taken as the gateway told it and confirmed', async () => {
    const bench = await ask();
    await bench.customer({ kind: 'firstPartHere' });
    await screen.findByText(/trả phần đầu 900\.000/);
    expect(screen.queryByRole('img', { name: /Mã trả góp/ })).toBeNull();
    await bench.keys('{F1}');
    await dialog();
    await bench.user.click(screen.getByRole('radio', { name: 'Thẻ' }));
    await bench.user.type(await field('Số biên lai của shop (không bắt buộc)'), 'PT-12');
    await bench.user.click(await button(/Đã thu 900\.000.₫ – xác nhận với Fundiin/));
    await heading('ĐỦ');
    expect(bench.asked('instalment_confirm_first_part')).toMatchObject([
      { amount: 900_000, tender: 'card', receipt: 'PT-12' },
    ]);
    expect(screen.getByText(/shop đã thu phần đầu 900\.000/)).toBeVisible();
  });

  it("is read from the customer's phone where the gateway told nothing", async () => {
    const bench = await ask();
    await bench.user.click(await button(/Khách trả phần đầu tại quầy/));
    expect(await dialog()).toHaveTextContent(/Đọc số tiền trên điện thoại của khách/);
    const amount = await field('Số tiền phần đầu (₫)');
    expect(amount).toHaveValue('');
    await bench.user.click(await button(/Đã thu – xác nhận/));
    expect(await screen.findByText('Chưa có số tiền')).toBeVisible();
    await bench.user.type(amount, '900k');
    await bench.user.click(await button(/Đã thu 900\.000/));
    await heading('ĐỦ');
  });

  it('is not taken twice while its answer is unclear', async () => {
    const bench = await ask();
    await bench.customer({ kind: 'firstPartHere' });
    await screen.findByText(/trả phần đầu 900\.000/);
    await bench.trouble('lostAnswer');
    await bench.keys('{F1}');
    await bench.user.click(await button(/Đã thu 900\.000/));
    await screen.findByText(/Đã thu 900\.000.*Không thu lần nữa/);
    expect(screen.queryByRole('button', { name: /Thu phần đầu/ })).toBeNull();
  });
});

describe('cancelling', () => {
  it('is asked on purpose: Enter keeps it', async () => {
    const bench = await ask();
    await bench.user.click(await button(/Huỷ trả góp/));
    expect(await dialog()).toHaveTextContent(/Huỷ khoản trả góp 3\.000\.000/);
    await bench.keys('{Enter}');
    expect(bench.asked('instalment_cancel')).toEqual([]);
    await bench.user.click(await button(/Huỷ trả góp/));
    await bench.user.click(within(await dialog()).getByRole('button', { name: 'Huỷ trả góp' }));
    await heading(/Đã huỷ trả góp/);
  });

  it('says that it is not certain yet, and that it came too late', async () => {
    await ask();
    const at = new Date().toISOString();
    const step = {
      reference: 'r',
      gatewayId: null,
      said: null,
      problem: null,
      at,
      nextTryAt: null,
    };
    tell({ cancel: { ...step, phase: 'unclear' }, canCancel: false });
    await screen.findByText(/Chưa chắc đã huỷ/);
    const said = { result: 'PAYMENT_ALREADY_COMPLETED', message: '' };
    tell({ cancel: { ...step, phase: 'refused', said } });
    await screen.findByText(/Fundiin không huỷ/);
    expect(screen.getByText('PAYMENT_ALREADY_COMPLETED')).toBeVisible();
  });
});

describe('how it ends', () => {
  it('accepted is paid by the gateway, and leads to the payment', async () => {
    const bench = await ask();
    await bench.customer({ kind: 'accept' });
    await heading('ĐỦ');
    expect(screen.getByText('Đã duyệt, Fundiin trả cho shop')).toBeVisible();
    expect(announcer.spoken).toMatch(/Fundiin trả cho shop: 3\.000\.000/);
    const { id } = inFront() ?? {};
    await bench.user.click(await button(/Xem khoản trả góp/));
    expect(router.place).toEqual({ name: 'payments', paymentId: id });
  });

  it.each([
    ['refuse', /Không được duyệt trả góp/],
    ['letExpire', /Khoản trả góp đã hết hạn/],
  ] as const)('%s brought no money and offers every way again', async (kind, title) => {
    const bench = await ask();
    await bench.customer({ kind });
    await heading(title);
    expect(screen.getByText(/Chưa thu được đồng nào/)).toBeVisible();
    await button(/Trả góp lại/);
    expect(screen.getAllByRole('button', { name: 'Kết thúc đơn' }).at(-1)).toBeVisible();
    await bench.keys('{F1}');
    await screen.findByRole('img', { name: /Mã QR 3\.000\.000/ });
    expect(bench.asked('payment_rest')).toHaveLength(1);
  });

  it('asks again with another intent and all that was typed', async () => {
    const bench = await ask();
    await bench.customer({ kind: 'refuse' });
    await heading(/Không được duyệt/);
    await bench.keys('{F7}');
    expect(await field('E-mail')).toHaveValue('hoa@example.com');
    await waitFor(async () => expect(await button(/Tạo mã trả góp/)).toHaveFocus());
    await bench.keys('{Enter}');
    await waitFor(() => expect(made(bench)).toHaveLength(2));
    const [first, second] = made(bench) as { intentId: string }[];
    expect(second?.intentId).not.toBe(first?.intentId);
  });

  it('tells a request that the gateway refused in its words, and how to mend it', async () => {
    const bench = await Bench.open();
    await bench.trouble('instalmentLimit');
    bench.show();
    await chooseInstalment(bench);
    await type(bench);
    await bench.keys('{Enter}');
    await heading(/Fundiin không nhận yêu cầu/);
    expect(screen.getByText(/AMOUNT_EXCEEDED_UPPER_LIMIT/)).toBeVisible();
    await bench.user.click(await button(/Sửa lại/));
    expect(await field('Số điện thoại')).toHaveValue('0987654321');
  });

  it('is offered for what a transfer left missing', async () => {
    const bench = (await Bench.open()).show();
    await screen.findByRole('textbox', { name: 'Số tiền' });
    await bench.keys('3tr');
    await waitFor(() => expect(bench.asked('amount_read')).toContainEqual({ text: '3tr' }));
    await bench.keys('{F1}');
    await screen.findByRole('img', { name: /Mã QR/ });
    await bench.customer({ kind: 'pay', amount: 1_000_000 });
    await heading('THIẾU');
    await bench.keys('{F7}');
    await button(/Tạo mã trả góp 2\.000\.000/);
  });
});

describe('the keys', () => {
  it('list F7 while it works', async () => {
    const bench = (await Bench.open()).show();
    await screen.findByRole('textbox', { name: 'Số tiền' });
    const f7 = () => shortcuts.all.find(({ keys }) => keys === 'F7')?.label();
    expect(f7()).toBe('Trả góp');
    await bench.keys('3tr{F7}');
    await field('Số điện thoại');
    expect(f7()).toBeUndefined();
  });
});
