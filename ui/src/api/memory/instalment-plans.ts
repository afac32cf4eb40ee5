import type { PlansView, PlanView } from '~/api/generated/contract';

const FIRST_PERCENTS = [30, 40, 50];
const OFFERED = [
  { payments: 3, feePermille: 0 },
  { payments: 6, feePermille: 15 },
];

/** Two plans, as the practice gateway offers them. */
export function plansFor(amount: number, firstPercent: number | null, now: string): PlansView {
  const percent = firstPercent ?? 30;
  return {
    firstPercent: percent,
    firstParts: FIRST_PERCENTS.map((other) => ({
      percent: other,
      amount: firstOf(amount, other),
    })),
    plans: OFFERED.map((offer) => planOf(amount, percent, offer, now)),
  };
}

const firstOf = (amount: number, percent: number) => Math.floor((amount * percent) / 100);

function planOf(
  amount: number,
  percent: number,
  { payments, feePermille }: (typeof OFFERED)[number],
  now: string,
): PlanView {
  const firstAmount = firstOf(amount, percent);
  const fee = Math.floor(((amount - firstAmount) * feePermille * (payments - 1)) / 1000);
  const total = amount + fee;
  const laterAmount = Math.floor((total - firstAmount) / (payments - 1));
  const last = total - firstAmount - laterAmount * (payments - 2);
  const amountOf = (index: number) => {
    if (index === 0) return firstAmount;
    return index === payments - 1 ? last : laterAmount;
  };
  return {
    id: `FDN-${payments}X-${percent}`,
    name: `${payments} kỳ`,
    payments,
    firstAmount,
    laterAmount,
    fee,
    total,
    parts: Array.from({ length: payments }, (_, index) => ({
      amount: amountOf(index),
      due: monthsFrom(now, index),
    })),
  };
}

const HANOI_MS = 7 * 60 * 60 * 1000;

/** The day some months later in Vietnam; the last of the month where that month is shorter. */
function monthsFrom(time: string, months: number): string {
  const day = new Date(Date.parse(time) + HANOI_MS);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const due = new Date(Date.UTC(year, month, Math.min(day.getUTCDate(), last)));
  return due.toISOString().slice(0, 10);
}
