/** A plan as people read it: what is due today, and what follows. Nothing is computed that the gateway did not tell. */
import type { PlanView } from '~/api/generated/contract';
import { formatDong } from '~/format/money';
import { formatDate } from '~/format/time';
import { m } from '~/paraglide/messages';

export interface PlanLine {
  label: string;
  amount: number | null;
}

/** Today's part first, then the following days or, where the gateway gives none, how many follow. */
export function linesOf(plan: PlanView): PlanLine[] {
  const first = plan.firstAmount ?? plan.parts[0]?.amount ?? null;
  const today = first === null ? [] : [{ label: m.instalment_plan_today(), amount: first }];
  if (plan.parts.length > 0) {
    const later = plan.parts.slice(first === null ? 0 : 1);
    return [
      ...today,
      ...later.map(({ due, amount }, index) => ({
        label: due === null ? m.instalment_plan_part({ number: index + 2 }) : formatDay(due),
        amount,
      })),
    ];
  }
  if (plan.payments === null || plan.payments < 2) return today;
  const count = plan.payments - 1;
  return [...today, { label: m.instalment_plan_later({ count }), amount: plan.laterAmount }];
}

/** `2026-12-21` → `21/12/2026`. */
export const formatDay = (day: string): string => formatDate(`${day}T00:00:00+07:00`);

/** The gateway's name, else how many payments. */
export function planName(plan: PlanView): string {
  if (plan.name) return plan.name;
  return plan.payments === null
    ? m.instalment_plan_unnamed()
    : m.instalment_plan_payments({ count: plan.payments });
}

/** What it costs on top; nothing is claimed when the gateway does not say. */
export function feeWords({ fee }: PlanView): string | null {
  if (fee === null) return null;
  return fee === 0 ? m.instalment_fee_none() : m.instalment_fee({ amount: formatDong(fee) });
}
