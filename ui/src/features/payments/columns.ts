import { m } from '~/paraglide/messages';

export interface ColumnLayout {
  columns: { id: string; label: string; isNumber?: boolean }[];
  /** CSS grid tracks. */
  tracks: string;
}

/** A narrow window (or large type) stacks method and code under sale and received under amount. */
export function columnsFor(isNarrow: boolean): ColumnLayout {
  const time = { id: 'time', label: m.payments_column_time() };
  const sale = { id: 'sale', label: m.payments_column_sale() };
  const method = { id: 'method', label: m.payments_column_method() };
  const code = { id: 'code', label: m.payments_column_code() };
  const amount = { id: 'amount', label: m.payments_column_amount(), isNumber: true };
  const received = { id: 'received', label: m.payments_column_received(), isNumber: true };
  const verdict = { id: 'verdict', label: m.payments_column_verdict() };
  const account = { id: 'account', label: m.payments_column_payer() };
  return isNarrow
    ? {
        columns: [time, sale, amount, verdict],
        tracks: 'minmax(6.75em, 1fr) minmax(0, 2fr) minmax(8em, 1.5fr) minmax(8em, 1.3fr)',
      }
    : {
        columns: [time, sale, method, code, amount, received, verdict, account],
        tracks:
          '7.5em minmax(0, 1.4fr) 7.5em minmax(0, 1fr) minmax(7.5em, 1fr) minmax(7.5em, 1fr) 10em minmax(0, 1.4fr)',
      };
}
