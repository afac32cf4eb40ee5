import { m } from '~/paraglide/messages';

/** The columns of the list; a narrow window puts two of them under others. */
export function columnsFor(isNarrow: boolean) {
  const all = [
    { id: 'name', label: m.payout_column_name(), track: 'minmax(9em, 2.2fr)' },
    { id: 'account', label: m.payout_column_account(), track: 'minmax(12em, 1.8fr)' },
    { id: 'amount', label: m.payout_column_amount(), track: 'minmax(8em, 1fr)', isNumber: true },
    { id: 'at', label: m.payout_column_at(), track: 'minmax(7em, 0.8fr)' },
    { id: 'standing', label: m.payout_column_standing(), track: 'minmax(11.5em, 1.2fr)' },
  ];
  const columns = isNarrow ? all.filter(({ id }) => id !== 'account' && id !== 'at') : all;
  return { columns, tracks: columns.map(({ track }) => track).join(' ') };
}
