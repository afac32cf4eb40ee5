import { m } from '~/paraglide/messages';

/** The columns of the list; a narrow window puts two of them under others. */
export function columnsFor(isNarrow: boolean) {
  const all = [
    { id: 'code', label: m.invoice_column_code(), track: 'minmax(11.5em, 1fr)' },
    { id: 'customer', label: m.invoice_column_customer(), track: 'minmax(8em, 2.2fr)' },
    { id: 'total', label: m.invoice_column_total(), track: 'minmax(8em, 1fr)', isNumber: true },
    { id: 'received', label: m.payments_received(), track: 'minmax(8em, 1fr)', isNumber: true },
    { id: 'due', label: m.invoice_column_due(), track: 'minmax(7em, 1fr)' },
    { id: 'standing', label: m.invoice_column_standing(), track: 'minmax(12em, 1.2fr)' },
  ];
  const columns = isNarrow ? all.filter(({ id }) => id !== 'received' && id !== 'due') : all;
  return { columns, tracks: columns.map(({ track }) => track).join(' ') };
}
