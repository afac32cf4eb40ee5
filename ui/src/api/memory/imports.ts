import type {
  BookKind,
  CustomerView,
  ErrorBody,
  ImportRow,
  ImportVerdict,
  ImportView,
  ProductView,
} from '~/api/generated/contract';
import type { CommandName, RequestOf, ViewOf } from '~/api/transport';
import { tellBooks } from './books';
import { checkedCustomer, digitsOf } from './customers';
import { cleanMirror } from './books';
import { fold } from '~/format/fold';
import { checkedProduct } from './products';
import { type World, Refusal, newId } from './world';

type Row = CustomerView | ProductView;

interface Step {
  /** The row it makes or changes. */
  after: Row;
  before: Row | null;
}

/** A file that was read, and what became of it. */
export interface MemoryImport {
  kind: BookKind;
  view: ImportView;
  steps: Step[];
  taken: Step[];
  isCancelled: boolean;
}

const SHOWN_ROWS = 200;
const LARGEST = 8_000_000;
const STEPS_AT_ONCE = 200;
const MANY = 9842;

const NAMES: Record<BookKind, Record<string, string>> = {
  customers: {
    ten: 'name',
    name: 'name',
    'so dien thoai': 'phone',
    phone: 'phone',
    'ma so thue': 'taxId',
    email: 'email',
    loai: 'kind',
  },
  products: { ten: 'name', name: 'name', 'ma vach': 'sku', sku: 'sku', gia: 'salePrice' },
};

function tableOf(content: string, fileName: string, kind: BookKind): string[][] {
  if (content.length > LARGEST) throw new Refusal('file_too_large');
  if (fileName.toLowerCase().endsWith('.xlsx')) return manyRows(kind);
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, '');
  if (text.includes('\u0000') || text.trim() === '') throw new Refusal('file_unreadable');
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(/[;,\t]/).map((cell) => cell.trim()));
}

/** A workbook is not opened here; it stands for a long list. */
function manyRows(kind: BookKind): string[][] {
  const rows = Array.from({ length: MANY }, (_, index) =>
    kind === 'customers'
      ? [`Khách số ${index + 1}`, `08${String(10_000_000 + index)}`]
      : [`Hàng số ${index + 1}`, `NHAP${index + 1}`],
  );
  return [kind === 'customers' ? ['Tên', 'Số điện thoại'] : ['Tên', 'SKU'], ...rows];
}

function read(world: World, { kind, fileName, content }: RequestOf<'import_read'>): MemoryImport {
  const [header = [], ...lines] = tableOf(content, fileName, kind);
  const fields = header.map((name) => NAMES[kind][fold(name)] ?? null);
  const columns = fields.filter((field) => field !== null);
  if (columns.length === 0) throw new Refusal('columns_unknown');
  const seen = new Set<string>();
  const steps: Step[] = [];
  const rows = lines.map((line, index): ImportRow => {
    const cells = line.filter((_, at) => fields[at] != null);
    const values = Object.fromEntries(columns.map((field, at) => [field, cells[at] ?? '']));
    const told = judge(world, kind, values, seen);
    if (told.step) steps.push(told.step);
    const { verdict, field = null, problem = null } = told;
    return { line: index + 2, verdict, field, problem, cells };
  });
  const count = (verdict: ImportVerdict) => rows.filter((row) => row.verdict === verdict).length;
  const wrong = rows.filter(({ verdict }) => verdict === 'wrong');
  const others = rows.filter(({ verdict }) => verdict !== 'wrong');
  const view: ImportView = {
    importId: newId('import'),
    columns,
    unknownColumns: header.filter((_, at) => fields[at] === null),
    rows: [...wrong, ...others].slice(0, SHOWN_ROWS),
    count: rows.length,
    new: count('new'),
    changed: count('change'),
    same: count('same'),
    double: count('double'),
    wrong: wrong.length,
  };
  return { kind, view, steps, taken: [], isCancelled: false };
}

interface Judged {
  verdict: ImportVerdict;
  field?: string;
  problem?: ErrorBody;
  step?: Step;
}

function judge(
  world: World,
  kind: BookKind,
  values: Record<string, string>,
  seen: Set<string>,
): Judged {
  const key = kind === 'customers' ? digitsOf(values.phone ?? '') : (values.sku ?? '');
  if (key !== '' && seen.has(key)) return { verdict: 'double' };
  seen.add(key);
  try {
    const step = kind === 'customers' ? customerStep(world, values) : productStep(world, values);
    if (step.before === null) return { verdict: 'new', step };
    const isSame = JSON.stringify(step.before.facts) === JSON.stringify(step.after.facts);
    return isSame ? { verdict: 'same' } : { verdict: 'change', step };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const { field } = cause.body.params;
    return { verdict: 'wrong', problem: cause.body, ...(field === undefined ? {} : { field }) };
  }
}

const pendingMirror = () => ({ ...cleanMirror(null), state: 'pending' as const, fetchedAt: null });

function customerStep(world: World, values: Record<string, string>): Step {
  const phone = digitsOf(values.phone ?? '');
  const before = world.books.customers.find((row) => row.facts.phone === phone) ?? null;
  const facts = checkedCustomer(
    world,
    {
      ...(before?.facts ?? {
        code: `KH-${phone}`,
        kind: 'person',
        tag: '',
        contacts: [],
        address: { country: '', province: '', district: '', ward: '', address: '', zipCode: '' },
      }),
      name: values.name ?? before?.facts.name ?? '',
      phone: values.phone ?? '',
      email: values.email ?? before?.facts.email ?? '',
      taxId: values.taxId ?? before?.facts.taxId ?? '',
    },
    before?.id ?? null,
  );
  const after = { id: before?.id ?? newId('customer'), facts, mirror: pendingMirror() };
  return { before, after };
}

function productStep(world: World, values: Record<string, string>): Step {
  const before = world.books.products.find((row) => row.facts.sku === values.sku) ?? null;
  const price = values.salePrice ?? '';
  if (price !== '' && !/^[\d.]+$/.test(price)) {
    const params = { field: 'salePrice', reason: 'not_a_number' };
    throw new Refusal('field_refused', { params });
  }
  const facts = checkedProduct(
    world,
    {
      ...(before?.facts ?? {
        unit: '',
        description: '',
        saleCategory: '',
        saleTax: '',
        purchasePrice: 0,
        purchaseCategory: '',
        purchaseTax: '',
        salePrice: 0,
      }),
      name: values.name ?? before?.facts.name ?? '',
      sku: values.sku ?? '',
      ...(price === '' ? {} : { salePrice: Number(price.replaceAll('.', '')) }),
    },
    before?.id ?? null,
  );
  const after = { id: before?.id ?? newId('product'), facts, ...ownParts(facts.salePrice) };
  return { before, after };
}

const ownParts = (counterPrice: number) => ({
  counterPrice,
  quickKey: null,
  mirror: pendingMirror(),
});

/** Puts `row` in the place of the one with its id; none takes it away. */
function place(world: World, kind: BookKind, id: string, row: Row | null): void {
  const { books } = world;
  if (kind === 'customers') {
    const others = books.customers.filter((other) => other.id !== id);
    books.customers = row ? [...others, row as CustomerView] : others;
  } else {
    const others = books.products.filter((other) => other.id !== id);
    books.products = row ? [...others, row as ProductView] : others;
  }
}

type ImportCommand = Extract<CommandName, `import_${string}`>;
type ImportHandlers = {
  [Name in ImportCommand]: (request: RequestOf<Name>) => ViewOf<Name> | Promise<ViewOf<Name>>;
};

/** The handlers of imports, over one world. */
export function importHandlers(world: World): ImportHandlers {
  const { imports } = world.books;
  const find = (importId: string) => {
    const found = imports.get(importId);
    if (!found) throw new Refusal('import_gone');
    return found;
  };
  const tell = (one: MemoryImport, isOver: boolean) =>
    world.tell({
      kind: 'progress',
      progress: {
        id: one.view.importId,
        isExport: false,
        done: one.taken.length,
        count: one.steps.length,
        isOver,
        isCancelled: one.isCancelled,
      },
    });
  return {
    import_read: (request) => {
      const one = read(world, request);
      imports.set(one.view.importId, one);
      return one.view;
    },
    import_run: async ({ importId }) => {
      const one = find(importId);
      while (one.taken.length < one.steps.length && !one.isCancelled) {
        const next = one.steps.slice(one.taken.length, one.taken.length + STEPS_AT_ONCE);
        next.forEach(({ after }) => place(world, one.kind, after.id, after));
        one.taken.push(...next);
        tell(one, false);
        await new Promise((resolve) => setTimeout(resolve, world.options.latencyMs));
      }
      tell(one, true);
      tellBooks(world);
      return { importId, taken: one.taken.length, isCancelled: one.isCancelled };
    },
    import_cancel: ({ importId }) => {
      (world.books.exports.get(importId) ?? find(importId)).isCancelled = true;
      return null;
    },
    import_undo: ({ importId }) => {
      const { kind, taken } = find(importId);
      taken.forEach(({ after, before }) => place(world, kind, after.id, before));
      imports.delete(importId);
      tellBooks(world);
      return { takenBack: taken.length };
    },
  };
}
