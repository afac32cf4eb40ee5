import type { FreshnessView } from '~/api/generated/contract';
import { ACCOUNTS } from './accounts';
import { seedBooks } from './books';
import type { MemoryOptions } from './options';
import { seedInstalments } from './instalment-settings';
import { expire, newPayment, receive } from './payments';
import type { MemoryPayment, MemorySale, World } from './world';
import { minutesFrom, newId, present } from './world';

const NAMES = ['Bàn 4', 'Chị Hạnh', 'Bàn 12', '', 'Anh Đức', 'Mang về', 'Cà phê sáng', '', 'Bàn 7'];
const AMOUNTS = [85_000, 45_000, 320_000, 1_250_000, 62_000, 500_000, 27_000, 199_000, 2_480_000];

const IDLE: FreshnessView = {
  state: 'idle',
  checkedAt: null,
  failingSince: null,
  problem: null,
  nextAt: null,
  watched: 0,
};

/** A shop that has been open for a week. */
export function seedWorld(options: MemoryOptions): World {
  const isPractice = options.environment === 'practice';
  return {
    options,
    settings: {
      isSetUp: options.isSetUp,
      language: options.language,
      displayLanguage: 'vi',
      theme: options.theme,
      isLargeType: options.isLargeType,
      shopName: options.isSetUp ? 'Tiệm trà Bưởi' : '',
      tillName: options.isSetUp ? 'Quầy 1' : '',
      entersThousands: true,
      hasSound: true,
      words: { saysLe: true, saysTu: false, saysNgan: false },
    },
    environment: options.environment,
    customBaseUrl: null,
    keys: isPractice ? {} : { [options.environment]: { clientId: 'finan-7c1f', isRight: true } },
    receivingId: options.isSetUp ? 'acc-mb' : null,
    accountsFetchedAt: options.isSetUp ? minutesFrom(present(), -95) : null,
    sales: [],
    payments: options.isSetUp ? history(options.paymentCount) : [],
    focusedSaleId: null,
    troubles: [],
    freshness: { ...IDLE },
    instalmentFreshness: { ...IDLE },
    instalments: seedInstalments(options),
    books: seedBooks(options),
    isDisplayOpen: false,
    nextSaleNumber: options.isSetUp ? options.paymentCount + 1 : 1,
    tell: () => undefined,
  };
}

function history(count: number): MemoryPayment[] {
  const [account] = ACCOUNTS;
  if (!account) return [];
  return Array.from({ length: count }, (_, index) => {
    const createdAt = minutesFrom(present(), -(35 + index * 47 + ((index * 13) % 29)));
    const sale: MemorySale = {
      id: `old-${count - index}`,
      number: count - index,
      name: NAMES[index % NAMES.length] ?? '',
      amount: AMOUNTS[index % AMOUNTS.length] ?? 50_000,
      lines: [],
      cash: 0,
      nextIntentId: newId('pay'),
      openedAt: createdAt,
      closedAt: createdAt,
    };
    const amount = sale.amount ?? 0;
    const payment = newPayment(sale, account, `old-pay-${1000 + index}`, amount, createdAt);
    settle(payment, index, amount, createdAt);
    return payment;
  });
}

function settle(payment: MemoryPayment, index: number, amount: number, createdAt: string): void {
  if (index % 11 === 3) receive(payment, 200, minutesFrom(createdAt, 1));
  else if (index % 13 === 5) receive(payment, amount + 50_000, minutesFrom(createdAt, 2));
  else if (index % 17 === 6) {
    payment.view.verdict = 'unknown';
    payment.view.received = null;
    payment.view.phase = 'lookingUp';
  } else if (index % 19 === 2) {
    expire(payment, minutesFrom(createdAt, 30));
    receive(payment, amount, minutesFrom(createdAt, 48));
    payment.view.verdict = 'late';
  } else if (index % 7 === 4) expire(payment, minutesFrom(createdAt, 30));
  else receive(payment, amount, minutesFrom(createdAt, 1));
}
